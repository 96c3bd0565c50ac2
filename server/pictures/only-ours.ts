import { faceOf } from './text-width.ts'

/** What a chart may consist of; whatever else ECharts writes is for its own page, or is not from us. */
const elements = new Set(['g', 'defs', 'clipPath', 'path', 'polyline', 'polygon', 'rect', 'circle', 'text'])
const attributes = new Set([
  ...['d', 'points', 'x', 'y', 'width', 'height', 'r', 'cx', 'cy', 'rx', 'ry', 'transform'],
  ...['fill', 'fill-opacity', 'opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray'],
  ...['stroke-dashoffset', 'stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit', 'paint-order'],
  ...['text-anchor', 'xml:space'],
])

/** An attribute whose value can neither lead out of the picture nor out of the attribute. */
const pair = /([\w:-]+)="([\w #.,:;()+%-]*)"/g

/**
 * The inside of an SVG of ECharts with nothing but known elements and attributes: without its style for hovering and its
 * classes, without the font family, the ids of clips counted from c0, and texts placed by their own letters instead of
 * by `dominant-baseline`, which many programs do not know. ECharts escapes texts but no values of attributes.
 * @throws Error when it has an element that is not known.
 */
export function onlyOurs(svg: string): string {
  const ids = new Map<string, string>()
  const inside = svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'))
  return inside
    .replace(/<style ?>[\s\S]*<\/style>\s*$/, '')
    .replace(/<(\/?)([^\s>]*)([^>]*)>/g, (_, slash: string, name: string, given: string) => {
      if (!elements.has(name)) throw new Error(`a chart has the element ${name}, which no picture may have`)
      if (slash) return `</${name}>`
      const kept = [...given.matchAll(pair)].map(([, key = '', value = '']) => attribute(key, value, ids))
      return `<${name}${kept.join('')}>`
    })
    .replace(/><\/(?:path|polyline|polygon|rect|circle)>/g, '/>')
    .trim()
}

/** Half the height of a letter above the line it stands on, of Noto Sans SC: from 0.88 em above to 0.12 em below. */
const middle = '0.38em'

function attribute(key: string, value: string, ids: Map<string, string>): string {
  if (attributes.has(key)) return ` ${key}="${value}"`
  if (key === 'dominant-baseline') return ` dy="${middle}"`
  if (key === 'id') return ` id="${renamed(value, ids)}"`
  if (key === 'clip-path')
    return ` clip-path="${value.replace(/^url\(#(.*)\)$/, (_, id) => `url(#${renamed(id, ids)})`)}"`
  return key === 'style' ? fontOf(value) : ''
}

function renamed(id: string, ids: Map<string, string>): string {
  const name = ids.get(id) ?? `c${ids.size}`
  ids.set(id, name)
  return name
}

/** Size and weight of `font-size:14px;font-family:…;font-weight:600;` or of `font: 600 14px …`. */
function fontOf(style: string): string {
  const [, size, weight] = /font-size:([\d.]+)px(?:.*font-weight:(\w+))?/.exec(style) ?? []
  const face = faceOf(size === undefined ? style.replace('font:', '') : `${weight ?? 400} ${size}px`)
  return ` font-size="${face.size}"${face.weight === 400 ? '' : ` font-weight="${face.weight}"`}`
}
