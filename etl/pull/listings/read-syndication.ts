import { DomUtils, parseDocument } from 'htmlparser2'
import { distinct, type Item, resolveLink } from './listing.ts'
import { readDay } from './read-day.ts'

const { getElementsByTagName, textContent } = DomUtils
type Element = ReturnType<typeof getElementsByTagName>[number]

/** The names of an entry and of what it says, in RSS 0.9 to 2.0 and in Atom. */
const names = {
  entry: new Set(['item', 'entry']),
  date: ['pubDate', 'published', 'dc:date', 'date', 'updated'],
} as const

/** The entries of an RSS or Atom feed; undefined for what is neither. */
export function readSyndication(text: string, url: string): Item[] | undefined {
  const tree = parseDocument(text, { xmlMode: true })
  const isFeed = tree.children.some((node) => 'name' in node && /^(?:rss|feed|rdf:RDF)$/i.test(node.name))
  if (!isFeed) return undefined
  const entries = getElementsByTagName((name) => names.entry.has(name), tree.children)
  return distinct(
    entries
      .map((entry) => ({
        url: resolveLink(linkOf(entry), url),
        title: sayOf(entry, 'title'),
        date: readDay(names.date.map((name) => sayOf(entry, name)).find((said) => said !== '') ?? ''),
      }))
      .filter((item) => item.url !== ''),
  )
}

/** In Atom a link is an attribute, and there may be others, to the entry itself or to replies. */
function linkOf(entry: Element): string {
  const links = childrenOf(entry, 'link')
  const alternate = links.find(({ attribs }) => (attribs['rel'] ?? 'alternate') === 'alternate')
  const [first] = alternate ? [alternate] : links
  return first?.attribs['href'] ?? (first ? textContent(first).trim() : '')
}

const sayOf = (entry: Element, name: string) =>
  childrenOf(entry, name)
    .map((child) =>
      textContent(child)
        .replace(/<[^>]*>/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .find((text) => text !== '') ?? ''

const childrenOf = (entry: Element, name: string) => getElementsByTagName(name, entry.children, false)
