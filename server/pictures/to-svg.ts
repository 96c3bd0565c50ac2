import { createHash } from 'node:crypto'
import { drawChart } from './draw-chart.ts'
import type { LaidText, Layout } from './layout.ts'
import { onlyOurs } from './only-ours.ts'

/** What the text is set in where the picture is opened; it is laid out with the widths of Noto Sans SC. */
const family = 'PingFang SC, Microsoft YaHei, Noto Sans SC, sans-serif'

/** Characters that XML cannot hold, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is meant
const notInXml = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g

/**
 * A picture as an SVG document that needs nothing beside it and can also stand inside a page. The same layout gives the
 * same text everywhere; ids are named after what is drawn, so that two pictures in one page share none.
 * @throws Error when the chart holds an element, or the layout a colour or link, that a picture cannot have.
 */
export function toSvg(layout: Layout): string {
  const { width, height, zoom, background, rects, chart, texts, title, description, link } = layout
  const drawn = drawChart(chart.option, chart, (each) => each.renderToSVGString())
  const body = [
    `<rect width="${width}" height="${height}" fill="${colour(background)}"/>`,
    ...rects.map(
      (rect) =>
        `<rect x="${rect.x}" y="${rect.y}" width="${rect.width}" height="${rect.height}" fill="${colour(rect.color)}"/>`,
    ),
    `<g transform="translate(${chart.x} ${chart.y})">${onlyOurs(drawn)}</g>`,
    ...texts.map(textElement),
  ].join('\n')
  const name = `p${createHash('sha256').update(title).update(description).update(body).digest('hex').slice(0, 10)}`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width / zoom}" height="${height / zoom}" viewBox="0 0 ${width} ${height}"`,
    ` role="img" aria-labelledby="${name}-title ${name}-desc" font-family="${family}">`,
    `<title id="${name}-title">${escaped(title)}</title><desc id="${name}-desc">${escaped(description)}</desc>\n`,
    link === undefined ? '' : `<a href="${address(link)}">`,
    body.replace(/(?<= (?:id="|clip-path="url\(#))(?=c\d+[")])/g, `${name}-`),
    link === undefined ? '' : '</a>',
    '\n</svg>\n',
  ]
    .join('')
    .replace(notInXml, '')
}

function textElement({ text, x, y, size, weight, color, anchor }: LaidText): string {
  const placed = `x="${x}" y="${y}" font-size="${size}" fill="${colour(color)}"`
  const heavy = weight === 400 ? '' : ` font-weight="${weight}"`
  const anchored = anchor === 'start' ? '' : ` text-anchor="${anchor}"`
  const spaced = /\s/.test(text) ? ' xml:space="preserve"' : ''
  return `<text ${placed}${heavy}${anchored}${spaced}>${escaped(text)}</text>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? '')

function colour(text: string): string {
  if (/^#[0-9a-f]{6}$/.test(text)) return text
  throw new Error(`a picture is told the colour ${text}, and colours are #rrggbb`)
}

function address(link: string): string {
  if (/^https?:\/\//.test(link) && URL.canParse(link)) return escaped(link)
  throw new Error(`a picture is told to lead to ${link}, which is no address`)
}
