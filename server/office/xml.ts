/** A piece of XML; strings beside it are text, and are escaped. */
export interface Xml {
  readonly xml: string
}

export type Child = Xml | string | number | undefined | readonly Child[]
type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element; attributes that are undefined are left out, and so are children. */
export function tag(name: string, attributes: Attributes = {}, ...children: readonly Child[]): Xml {
  const said = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${attributeText(String(value))}"`]))
    .join('')
  const content = children.map(contentOf).join('')
  return { xml: content === '' ? `<${name}${said}/>` : `<${name}${said}>${content}</${name}>` }
}

/** An element whose whole meaning is its attribute `val`. */
export const valued = (name: string, val: string | number): Xml => tag(name, { val })

/** A whole part. */
export const xmlPart = (root: Xml): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root.xml}`

function contentOf(child: Child): string {
  if (child === undefined) return ''
  if (typeof child === 'string' || typeof child === 'number') return plainText(String(child))
  return 'xml' in child ? child.xml : child.map(contentOf).join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
}

const attributeText = (text: string) =>
  legalText(text).replace(/[&<>"\n\t]/g, (letter) => entities[letter] ?? '')
const plainText = (text: string) => legalText(text).replace(/[&<>]/g, (letter) => entities[letter] ?? '')

/** XML 1.0 has no control characters but tab and line feed, and no half of a pair. */
export const legalText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is they that must go
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]|\p{Surrogate}/gu, '')
