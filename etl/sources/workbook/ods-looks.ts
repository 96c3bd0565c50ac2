import { childOf, childrenOf, type XmlElement } from '../xml/read-xml.ts'

/** How the cells, letters, rows, columns or sheets of a style look, as far as the reading asks. */
interface OdsLook {
  readonly struck: boolean
  readonly raised: boolean
  /** White letters on nothing. */
  readonly white: boolean
  /** A sheet that is not shown, a row without height, a column without width. */
  readonly hidden: boolean
}

/** The look of a style by its family and name, with what it has of its parents. */
export type LookOf = (family: string, name: string | undefined) => OdsLook

/** The looks of the styles that stand in these parts of an OpenDocument file. @throws XmlError */
export function odsLooks(...parts: readonly (XmlElement | undefined)[]): LookOf {
  const lists = ['office:styles', 'office:automatic-styles']
  const styles = new Map(
    parts
      .flatMap((part) => lists.flatMap((list) => childrenOf(childOf(part, list))))
      .map((style) => [keyOf(style.attributes['style:family'], style.attributes['style:name']), style]),
  )
  const known = new Map<string, OdsLook>()
  return (family, name) => {
    const key = keyOf(family, name)
    const look = known.get(key) ?? lookOf(lineOf(styles, family, name))
    known.set(key, look)
    return look
  }
}

const keyOf = (family = '', name = '') => `${family} ${name}`

/** A style and those it is made from, nearest first; a style that comes again ends the line. */
function lineOf(styles: ReadonlyMap<string, XmlElement>, family: string, name: string | undefined) {
  const line = new Set<XmlElement>()
  let style = styles.get(keyOf(family, name))
  while (style && !line.has(style)) {
    line.add(style)
    style = styles.get(keyOf(family, style.attributes['style:parent-style-name']))
  }
  return [...line]
}

function lookOf(line: readonly XmlElement[]): OdsLook {
  const said = (properties: string, attribute: string) =>
    line
      .map((style) => childOf(style, `style:${properties}-properties`)?.attributes[attribute])
      .find((value) => value !== undefined)
  const isNothing = (value = '') => /^0(?:\.0*)?[a-z]*$/.test(value)
  const ground = said('table-cell', 'fo:background-color') ?? 'transparent'
  return {
    struck: (said('text', 'style:text-line-through-style') ?? 'none') !== 'none',
    raised: /^(?:super|[1-9])/.test(said('text', 'style:text-position') ?? ''),
    white: isWhite(said('text', 'fo:color')) && (ground === 'transparent' || isWhite(ground)),
    hidden:
      said('table', 'table:display') === 'false' ||
      isNothing(said('table-row', 'style:row-height')) ||
      isNothing(said('table-column', 'style:column-width')),
  }
}

const isWhite = (colour = '') => /^#f{6}$/i.test(colour)
