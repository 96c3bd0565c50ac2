import { DomUtils, parseDocument } from 'htmlparser2'

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number]

/** A page as text and elements, read by a parser that the server does not write with. */
export function readHtml(text: string) {
  const page = parseDocument(text)
  const all = DomUtils.getElementsByTagName('*', page)
  const attributesOf = (name: string) => all.flatMap((each) => each.attribs[name] ?? [])
  return {
    all,
    ids: new Set(attributesOf('id')),
    /** The values of an attribute, wherever it stands. */
    attributesOf,
    byId: (id: string) => all.find((each) => each.attribs['id'] === id),
    named: (name: string, within?: Element) =>
      DomUtils.getElementsByTagName(name, within ? within.children : page),
  }
}

/** What a reader sees of an element, entities read. */
export const textOf = (element: Element | undefined): string => (element ? DomUtils.textContent(element) : '')
