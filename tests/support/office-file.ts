import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** The files of an Office package, by their paths. */
export function openOffice(bytes: Uint8Array) {
  const files = unzipSync(bytes)
  const read = (path: string) => {
    const file = files[path]
    if (!file) throw new Error(`There is no ${path}, only ${Object.keys(files).join(', ')}.`)
    return file
  }
  return { paths: Object.keys(files), read, xml: (path: string) => parseXml(strFromU8(read(path))) }
}

/** An XML text as a tree, by a parser that refuses what is not well-formed. */
export function parseXml(text: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (piece) => {
    for (const each of open) each.text += piece
  })
  parser.on('closetag', () => void open.pop())
  parser.write(text).close()
  return root
}

/** All elements of a name within another, in their order. */
export const allOf = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...allOf(child, name)])

/** What an element says in its attribute `val`, by the path of names that leads to it. */
export const valOf = (element: Element | undefined, ...path: readonly string[]): string | undefined =>
  elementAt(element, ...path)?.attributes['val']

export const elementAt = (element: Element | undefined, ...path: readonly string[]): Element | undefined =>
  path.reduce<Element | undefined>((at, name) => at?.children.find((child) => child.name === name), element)
