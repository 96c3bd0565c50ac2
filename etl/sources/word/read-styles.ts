import { childOf, type XmlElement, xmlElements } from '../xml/read-xml.ts'

/** How a run of text looks, as far as that says whether it is read; undefined where nothing is said of it. */
export interface RunLook {
  readonly struck?: boolean | undefined
  readonly hidden?: boolean | undefined
  readonly raised?: boolean | undefined
}

export interface Styles {
  /** The name of a style, lower case, '' where there is none. */
  nameOf(id: string | undefined): string
  /** How text of a style looks, by itself and by what it is based on. */
  lookOf(id: string | undefined): RunLook
}

interface Style {
  readonly name: string
  readonly basedOn: string | undefined
  readonly look: RunLook
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
        look: readLook(childOf(element, 'w:rPr')),
      })
  }
  const lookOf = (id: string | undefined, depth = 0): RunLook => {
    const style = id === undefined || depth > 20 ? undefined : styles.get(id)
    return style ? { ...lookOf(style.basedOn, depth + 1), ...style.look } : {}
  }
  return { nameOf: (id) => styles.get(id ?? '')?.name ?? '', lookOf }
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
  }
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined))
}

/** In half points: letters of a point nobody sees. */
const tiny = 2

function isRaised(properties: XmlElement): boolean | undefined {
  const align = childOf(properties, 'w:vertAlign')?.attributes['w:val']
  const position = Number(childOf(properties, 'w:position')?.attributes['w:val'] ?? 0)
  return align === undefined ? (position > 0 ? true : undefined) : align === 'superscript'
}

/** The value of a property right below an element, '' where it has none. */
export function settingOf(element: XmlElement | undefined, name: string): string {
  return childOf(element, name)?.attributes['w:val'] ?? ''
}
