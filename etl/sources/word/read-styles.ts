import { childOf, type XmlElement, xmlDescendants, xmlElements } from '../xml/read-xml.ts'

/** How a run of text looks, as far as that says whether it is read; undefined where nothing is said of it. */
export interface RunLook {
  readonly struck?: boolean | undefined
  readonly hidden?: boolean | undefined
  readonly raised?: boolean | undefined
  /** Letters as white as paper. */
  readonly white?: boolean | undefined
  /** Something coloured behind the letters. */
  readonly filled?: boolean | undefined
}

export interface Styles {
  /** The name of a style, lower case, '' where there is none. */
  nameOf(id: string | undefined): string
  /** How text of a style looks, by itself and by what it is based on. */
  lookOf(id: string | undefined): RunLook
  /** Whether a style of tables lays a colour behind any of their cells. */
  fills(id: string): boolean
}

interface Style {
  readonly name: string
  readonly basedOn: string | undefined
  readonly look: RunLook
  readonly fills: boolean
}

/** The styles of a Word file, from `word/styles.xml`. */
export function readStyles(xml: string | undefined): Styles {
  const styles = new Map<string, Style>()
  for (const element of xml ? xmlElements(xml, 'w:styles') : []) {
    const id = element.attributes['w:styleId']
    if (element.name === 'w:style' && id !== undefined)
      styles.set(id, {
        name: settingOf(element, 'w:name').toLowerCase(),
        basedOn: childOf(element, 'w:basedOn')?.attributes['w:val'],
        look: styleLook(element),
        fills: [...xmlDescendants(element, 'w:shd')].length > 0,
      })
  }
  const lookOf = (id: string | undefined, depth = 0): RunLook => {
    const style = id === undefined || depth > 20 ? undefined : styles.get(id)
    return style ? { ...lookOf(style.basedOn, depth + 1), ...style.look } : {}
  }
  const fills = (id: string | undefined, depth = 0): boolean => {
    const style = id === undefined || depth > 20 ? undefined : styles.get(id)
    return style !== undefined && (style.fills || fills(style.basedOn, depth + 1))
  }
  return { nameOf: (id) => styles.get(id ?? '')?.name ?? '', lookOf, fills }
}

/** A style may also say what lies behind its paragraphs, cells or tables. */
function styleLook(style: XmlElement): RunLook {
  const parts = ['w:pPr', 'w:tcPr', 'w:tblPr'].map((name) => childOf(style, name))
  const look = readLook(childOf(style, 'w:rPr'))
  return parts.some(isFilled) ? { ...look, filled: true } : look
}

/** What the properties of a run say of its look; what they do not say is left open. */
export function readLook(properties: XmlElement | undefined): RunLook {
  if (!properties) return {}
  const on = (name: string) => {
    const element = childOf(properties, name)
    return element && !/^(?:0|false|off|none)$/.test(element.attributes['w:val'] ?? '')
  }
  const size = childOf(properties, 'w:sz')?.attributes['w:val']
  const look: RunLook = {
    struck: on('w:strike') ?? on('w:dstrike'),
    hidden: on('w:vanish') ?? (size !== undefined && Number(size) <= tiny ? true : undefined),
    raised: isRaised(properties),
    white: isWhite(properties),
    filled: isFilled(properties),
  }
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined))
}

/** In half points: letters of a point nobody sees. */
const tiny = 2

function isWhite(properties: XmlElement): boolean | undefined {
  const colour = childOf(properties, 'w:color')?.attributes
  return colour && (/^f{6}$/i.test(colour['w:val'] ?? '') || colour['w:themeColor'] === 'background1')
}

/**
 * Whether the properties of a run, a paragraph, a cell or a table lay a colour or a pattern behind what they are of;
 * undefined where they say nothing of it.
 */
export function isFilled(properties: XmlElement | undefined): boolean | undefined {
  const shade = childOf(properties, 'w:shd')?.attributes
  const highlight = settingOf(properties, 'w:highlight')
  if (highlight !== '' && !/^(?:none|white)$/.test(highlight)) return true
  if (!shade) return undefined
  const isPlain = /^(?:auto|f{6})?$/i.test(shade['w:fill'] ?? '') && shade['w:themeFill'] === undefined
  return !isPlain || !/^(?:clear|nil)?$/.test(shade['w:val'] ?? '')
}

function isRaised(properties: XmlElement): boolean | undefined {
  const align = childOf(properties, 'w:vertAlign')?.attributes['w:val']
  const position = Number(childOf(properties, 'w:position')?.attributes['w:val'] ?? 0)
  return align === undefined ? (position > 0 ? true : undefined) : align === 'superscript'
}

/** The value of a property right below an element, '' where it has none. */
export function settingOf(element: XmlElement | undefined, name: string): string {
  return childOf(element, name)?.attributes['w:val'] ?? ''
}
