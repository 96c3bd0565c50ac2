import type { Catalog } from '#data/catalog/catalog.ts'
import { type Compilation, compilationCodes, defaultCompilation } from '#data/model/compilation.ts'
import { datingOf } from '#data/model/dating.ts'
import type { DocumentFacts, FactOrigin } from '#data/model/document-facts.ts'
import { nameIssuers, placeOf, unnamedIssuer } from '#data/model/issuer.ts'
import type { Source } from '#data/model/source.ts'
import type { Article } from './document.ts'

export interface Naming {
  /** Of the id of the source; the number of the article follows. */
  readonly prefix: string
  /** What the article was read in, as readers know it. */
  readonly via: string
  /** The address of the document, where it is known beside its text. */
  readonly url?: string
  readonly title?: string
  readonly facts?: DocumentFacts
}

/** An article as a source of figures. */
export function toSource(article: Article, index: number, catalog: Catalog, naming: Naming): Source {
  const { prefix, via, facts = {} } = naming
  const issuers = issuersOf(article.publisher, nameIssuers(catalog.issuers))
  const url = naming.url || article.url
  return {
    id: `${prefix}-${String(index + 1).padStart(2, '0')}`,
    issuers,
    carrier: via,
    title: naming.title || article.title || via,
    remark: '',
    ...datedBy(article, facts),
    url: /^https?:\/\/[^\s]+$/.test(url) && URL.canParse(url) ? url : '',
    origin: 'repost',
    compilation: compilationOf(facts),
    place: placeOf(issuers, catalog.issuers),
  }
}

/** Origins that say the day of issue, not of a reprint. */
const sure = new Set<FactOrigin>(['option', 'review', 'sidecar'])

/** Its date, where it has one: a year that periods are of is no date. */
function datedBy(
  { published }: Article,
  { date, year }: DocumentFacts,
): Pick<Source, 'published' | 'dating'> {
  if (!date && year && published === year.value) return { published: '', dating: '' }
  const isIssue = date?.value === published && sure.has(date.origin) && published.length === 10
  return { published, dating: isIssue ? 'issue' : datingOf(published) }
}

const compilationOf = ({ compilation }: DocumentFacts): Compilation =>
  compilationCodes.find((code) => code === compilation?.value) ?? defaultCompilation

/** 「工信部、国家发改委」 are two where the catalogue knows both; what it does not know stands as it is. */
function issuersOf(publisher: string, nameOf: ReadonlyMap<string, string>): string[] {
  if (publisher === '') return [unnamedIssuer]
  const parts = publisher.split(/[、;；]/).map((part) => nameOf.get(part.trim()))
  const known = parts.filter((name) => name !== undefined)
  return known.length === parts.length ? known : [nameOf.get(publisher) ?? publisher]
}
