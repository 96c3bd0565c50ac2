/** A feed as RFC 4287 has it: what of it we use. Texts are plain; `content` is HTML. */
export interface AtomFeed {
  readonly id: string
  readonly language: string
  readonly title: string
  readonly subtitle: string
  /** An instant in RFC 3339. */
  readonly updated: string
  readonly author: string
  readonly generator: { readonly name: string; readonly version: string }
  readonly self: string
  readonly alternate: string
  readonly entries: readonly AtomEntry[]
}

export interface AtomEntry {
  /** A tag of RFC 4151, the same for ever. */
  readonly id: string
  readonly title: string
  readonly updated: string
  readonly authors: readonly string[]
  readonly alternate: string
  readonly categories: readonly { readonly term: string; readonly label: string }[]
  readonly content: string
}

export const atomType = 'application/atom+xml'

/** Writes a feed. */
export function writeAtom(feed: AtomFeed): string {
  const { generator, language } = feed
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(language)}">
${[
  element('id', feed.id),
  element('title', feed.title),
  element('subtitle', feed.subtitle),
  element('updated', feed.updated),
  person(feed.author),
  empty('link', { rel: 'self', type: atomType, href: feed.self }),
  empty('link', { rel: 'alternate', type: 'text/html', href: feed.alternate }),
  element('generator', generator.name, { version: generator.version }),
  ...feed.entries.map(writeEntry),
].join('\n')}
</feed>
`
}

const writeEntry = (entry: AtomEntry) => `<entry>
${[
  element('id', entry.id),
  element('title', entry.title),
  element('updated', entry.updated),
  ...entry.authors.map(person),
  empty('link', { rel: 'alternate', type: 'text/html', href: entry.alternate }),
  ...entry.categories.map((category) => empty('category', { ...category })),
  element('content', entry.content, { type: 'html' }),
].join('\n')}
</entry>`

const person = (name: string) => `<author>${element('name', name)}</author>`

type Attributes = Readonly<Record<string, string>>

const element = (name: string, text: string, attributes: Attributes = {}) =>
  `<${name}${written(attributes)}>${escapeXml(text)}</${name}>`

const empty = (name: string, attributes: Attributes) => `<${name}${written(attributes)}/>`

const written = (attributes: Attributes) =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('')

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** A text as it stands in XML, or in HTML, between tags or within quotation marks; without what XML 1.0 has no place for. */
export const escapeXml = (text: string): string =>
  [...text].map((letter) => (isXml(letter) ? (entities[letter] ?? letter) : '')).join('')

/** No controls, no halves of a pair, no two that are no letters. */
function isXml(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0
  if (code < 0x20) return '\t\n\r'.includes(letter)
  return code < 0xd800 || (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000
}
