import { SaxesParser } from 'saxes'

/** An element of XML with its namespace, as a reader that is not its writer has it. */
export interface Element {
  readonly name: string
  readonly namespace: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/**
 * Reads XML strictly.
 * @throws where it is not well-formed, or uses a prefix that stands for nothing.
 */
export function readXml(xml: string): Element {
  const root: Element = { name: '', namespace: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ local, uri, attributes }) => {
    const values = Object.values(attributes).map(({ name, value }) => [name, value])
    const element = {
      ...{ name: local, namespace: uri, children: [], text: '' },
      attributes: Object.fromEntries(values),
    }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const element = open.at(-1)
    if (element) element.text += text
  })
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
  const [top, ...others] = root.children
  if (!top || others.length > 0) throw new Error('not one element')
  return top
}

const atom = 'http://www.w3.org/2005/Atom'
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
const tag = /^tag:[a-z0-9.-]+,\d{4}(-\d\d){0,2}:[\w!$&'()*+,;=:@/?.~%-]*$/

/** How often an element may stand in a feed or an entry: RFC 4287, 4.1.1 and 4.1.2. */
const once: Readonly<Record<string, readonly string[]>> = {
  feed: ['generator', 'icon', 'id', 'logo', 'rights', 'subtitle', 'title', 'updated'],
  entry: ['content', 'id', 'published', 'rights', 'source', 'summary', 'title', 'updated'],
}
const needed = ['id', 'title', 'updated']

/** What of RFC 4287 a feed breaks, in words; of the musts that a feed of ours could break. */
export function breachesOfAtom(feed: Element): string[] {
  const entries = childrenOf(feed, 'entry')
  const ids = entries.map((entry) => textOf(entry, 'id'))
  return [
    ...(feed.name === 'feed' && feed.namespace === atom ? [] : ['the root is no atom:feed']),
    ...[feed, ...entries].flatMap(breachesOf),
    ...ids.filter((id, at) => ids.indexOf(id) < at).map((id) => `two entries have the id ${id}`),
    ...(childrenOf(feed, 'link').some(({ attributes }) => attributes['rel'] === 'self')
      ? []
      : ['no self link']),
    ...entries.flatMap((entry) => [
      ...(childrenOf(entry, 'author').length + childrenOf(feed, 'author').length > 0
        ? []
        : ['nobody wrote it']),
      ...(childrenOf(entry, 'link').some(({ attributes }) => attributes['rel'] === 'alternate')
        ? []
        : ['an entry leads nowhere']),
    ]),
  ]
}

function breachesOf(element: Element): string[] {
  const count = (name: string) => childrenOf(element, name).length
  const alternates = childrenOf(element, 'link').filter(({ attributes }) => attributes['rel'] === 'alternate')
  const kinds = alternates.map(({ attributes }) => `${attributes['type']} ${attributes['hreflang']}`)
  return [
    ...needed.filter((name) => count(name) !== 1).map((name) => `${element.name} has ${count(name)} ${name}`),
    ...(once[element.name] ?? []).filter((name) => count(name) > 1).map((name) => `more than one ${name}`),
    ...element.children.filter(({ namespace }) => namespace !== atom).map(({ name }) => `foreign ${name}`),
    ...(instant.test(textOf(element, 'updated')) ? [] : [`updated ${textOf(element, 'updated')}`]),
    ...(tag.test(textOf(element, 'id')) ? [] : [`no tag: ${textOf(element, 'id')}`]),
    ...(textOf(element, 'title').trim() === '' ? ['an empty title'] : []),
    ...(new Set(kinds).size < kinds.length ? ['two alternates of one kind'] : []),
    ...childrenOf(element, 'author').flatMap((author) =>
      childrenOf(author, 'name').length === 1 ? [] : ['an author without one name'],
    ),
    ...childrenOf(element, 'category').flatMap(({ attributes }) =>
      attributes['term'] ? [] : ['a category without a term'],
    ),
    ...childrenOf(element, 'content').flatMap(({ attributes, children }) =>
      attributes['type'] === 'html' && children.length > 0 ? ['elements within content of HTML'] : [],
    ),
  ]
}

export const childrenOf = ({ children }: Element, name: string): Element[] =>
  children.filter((each) => each.name === name)

export const textOf = (element: Element, name: string): string => childrenOf(element, name)[0]?.text ?? ''

/** The address behind a relation. */
export const linkOf = (element: Element, rel: string): string =>
  childrenOf(element, 'link').find(({ attributes }) => attributes['rel'] === rel)?.attributes['href'] ?? ''
