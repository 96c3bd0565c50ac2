import type { Catalog } from '#data/catalog/catalog.ts'
import type { Issuer } from '#data/model/issuer.ts'
import type { Observation } from '#data/model/observation.ts'
import type { Knowledge } from '../doubts/doubter.ts'
import { findDoubts } from '../doubts/index.ts'
import { sift } from '../sift.ts'
import { noDuplicates } from '../validate.ts'
import { holdRow } from './apply-review.ts'
import type { Held, InboxDocument, InboxRow } from './inbox.ts'
import { waitForCompilation } from './wait-for-compilation.ts'

/** Rows of documents, parted into what can be published and what is held. */
export interface Judged {
  readonly rowOf: ReadonlyMap<Observation, InboxRow>
  readonly held: readonly Held[]
}

/**
 * Holds the rows of documents whose compilation nobody knows, those that cannot stand, and those that something speaks
 * against, unless a person has accepted them.
 */
export function judgeInbox(read: readonly InboxDocument[], knowledge: Knowledge): Judged {
  const documents = read.map((document) => waitForCompilation(document, knowledge.catalog))
  const sifted = sift(
    documents.flatMap(({ rows }) => rows),
    knowledge.catalog,
    [noDuplicates],
  )
  const rowOf = new Map(sifted.rowOf)
  const held: Held[] = [
    ...documents.flatMap((document) => document.held),
    ...sifted.refused.map(({ row, why }) =>
      holdRow(row, { fate: 'refused', because: why.reason, detail: why.detail }),
    ),
  ]
  for (const [figure, { doubt, detail }] of findDoubts([...rowOf.keys()], knowledge)) {
    const row = rowOf.get(figure)
    if (!row || row.accepted) continue
    held.push(holdRow(row, { fate: 'waiting', because: doubt, detail }))
    rowOf.delete(figure)
  }
  return { rowOf, held }
}

/** The catalogue with the articles of documents, and those issuers of them that it does not know. */
export function withSources(catalog: Catalog, documents: readonly InboxDocument[]): Catalog {
  const sources = documents.flatMap((document) => document.sources)
  return {
    ...catalog,
    issuers: new Map([...sources.flatMap(({ issuers }) => issuers.map(unknownIssuer)), ...catalog.issuers]),
    sources: new Map([...catalog.sources, ...sources.map((source) => [source.id, source] as const)]),
  }
}

const unknownIssuer = (name: string): [string, Issuer] => [
  name,
  { name: { zh: name, en: name }, aliases: [] },
]
