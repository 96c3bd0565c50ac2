/** An element of an XML file; its name has the usual prefix of its namespace, whatever the file calls it. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}

export type XmlNode = XmlElement | string

/** Says that a text is no whole XML. */
export class XmlError extends Error {}

/** Deeper than this nothing is nested that people made. */
const deepest = 500

/** The namespaces of Office and OpenDocument files, by the end of their address, and the prefixes they usually have. */
const prefixes: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w'],
  [/\/officeDocument\/(?:2006\/)?math$/, 'm'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/drawingml\/(?:2006\/)?main$/, 'a'],
  [/\/drawingml\/(?:2006\/)?wordprocessingDrawing$/, 'wp'],
  [/\/spreadsheetml\/(?:2006\/)?main$/, 's'],
  [/\/drawingml\/(?:2006\/)?spreadsheetDrawing$/, 'xdr'],
  [/\/officeDocument\/(?:2006\/)?relationships$/, 'r'],
  [/:vml$/, 'v'],
  [/:opendocument:xmlns:office:1\.0$/, 'office'],
  [/:opendocument:xmlns:table:1\.0$/, 'table'],
  [/:opendocument:xmlns:text:1\.0$/, 'text'],
  [/:opendocument:xmlns:style:1\.0$/, 'style'],
  [/:opendocument:xmlns:drawing:1\.0$/, 'draw'],
  [/:opendocument:xmlns:xsl-fo-compatible:1\.0$/, 'fo'],
]

/**
 * The elements right below those named `parent`, each with all that is in it; below '' stands the root.
 * One after another is given and none kept, so that only one of them fills the memory.
 * @throws XmlError
 */
export function* xmlElements(xml: string, parent: string): Generator<XmlElement> {
  const open: Open[] = []
  const renamed = new Map<string, string>()
  for (const token of tokensOf(xml)) {
    const closed = typeof token === 'string' ? token : takeTag(token, open, renamed)
    const above = open.at(-1)
    if (typeof closed === 'object' && (above?.name ?? '') === parent) yield closed
    else if (closed !== undefined) above?.children.push(closed)
  }
  if (open.length > 0) throw new XmlError('cut off')
}

/** Opens or closes an element; gives the one that is closed. */
function takeTag(tag: Tag, open: Open[], renamed: Map<string, string>): Open | undefined {
  if (!tag.closes) {
    const attributes = attributesOf(tag.attributes, renamed)
    open.push({ name: nameOf(tag.name, renamed), attributes, children: [] })
    if (open.length > deepest) throw new XmlError('nested too deep')
  }
  if (tag.opens) return undefined
  const closed = open.pop()
  if (closed?.name !== nameOf(tag.name, renamed)) throw new XmlError(`</${tag.name}>`)
  return closed
}

interface Open extends XmlElement {
  readonly children: XmlNode[]
}

/** `<a>` opens, `</a>` closes, `<a/>` does neither. */
interface Tag {
  readonly name: string
  readonly attributes: string
  readonly opens: boolean
  readonly closes: boolean
}

const markup =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<![^>]*>|<(\/?)([^\s/<>]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>/g

function* tokensOf(xml: string): Generator<string | Tag> {
  let at = 0
  for (const { 0: whole, 1: data, 2: slash, 3: name, 4: attributes = '', 5: empty, index } of xml.matchAll(
    markup,
  )) {
    if (index > at) yield textOf(xml.slice(at, index))
    at = index + whole.length
    if (data !== undefined) yield data
    if (name !== undefined) yield { name, attributes, opens: !slash && !empty, closes: slash === '/' }
  }
  if (at < xml.length) yield textOf(xml.slice(at))
}

/** @throws XmlError where a tag was begun and never ended. */
function textOf(raw: string): string {
  if (raw.includes('<')) throw new XmlError('a tag without end')
  return raw.replace(/&(?:#(\d+)|#x([\da-f]+)|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, named) => {
    if (named) return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[String(named)] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

function attributesOf(raw: string, renamed: Map<string, string>): Record<string, string> {
  const found = [...raw.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)]
  for (const { 1: name = '', 2: value = '' } of found) {
    const prefix = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : undefined
    const usual = prefix === undefined ? undefined : prefixes.find(([address]) => address.test(value))?.[1]
    if (prefix !== undefined && usual !== undefined) renamed.set(prefix, usual)
  }
  return Object.fromEntries(
    found.map(({ 1: name = '', 2: double, 3: single }) => [
      name.includes(':') ? nameOf(name, renamed) : name,
      textOf(double ?? single ?? ''),
    ]),
  )
}

function nameOf(name: string, renamed: ReadonlyMap<string, string>): string {
  const [local = '', prefix = ''] = name.split(':').reverse()
  const usual = renamed.get(prefix) ?? prefix
  return usual === '' ? local : `${usual}:${local}`
}

export const isXmlElement = (node: XmlNode): node is XmlElement => typeof node !== 'string'

/** The first element of a name right below another. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.filter(isXmlElement).find((child) => child.name === name)
}

/** The elements right below another. */
export const childrenOf = (element: XmlElement | undefined): XmlElement[] =>
  element?.children.filter(isXmlElement) ?? []

/** The elements of these names below another, at any depth, but none inside another of them. */
export function* xmlDescendants(element: XmlElement, ...names: readonly string[]): Generator<XmlElement> {
  for (const child of childrenOf(element)) {
    if (names.includes(child.name)) yield child
    else yield* xmlDescendants(child, ...names)
  }
}

/** The root of a part, undefined where there is none. @throws XmlError */
export function rootOf(xml: string): XmlElement | undefined {
  for (const root of xmlElements(xml, '')) return root
  return undefined
}
