import { count } from 'drizzle-orm'
import type { Store } from '#data/store/open-store.ts'
import { number, refusal } from '#data/store/schema.ts'
import type { Answer } from '#server/answers.ts'
import { toSourceAnswer } from './name-sources.ts'
import { readNumberKeys } from './number-keys.ts'

/** The documents, each with how many of its numbers were published and how many refused. */
export async function readSources(store: Store): Promise<Answer<'sources'>> {
  const { db, catalog, snapshot } = store
  const [keys, published, refused] = await Promise.all([
    readNumberKeys(store),
    db.select({ source: number.source, rows: count() }).from(number).groupBy(number.source),
    db.select({ source: refusal.source, rows: count() }).from(refusal).groupBy(refusal.source),
  ])
  const publishedBy = new Map(published.map(({ source, rows }) => [keys.sources.codes[source], rows]))
  const refusedBy = new Map(refused.map(({ source, rows }) => [source, rows]))
  const sources = [...catalog.sources.values()].map((source) => ({
    ...toSourceAnswer(catalog, source),
    aliases: source.issuers.flatMap((name) => catalog.issuers.get(name)?.aliases ?? []),
    observations: publishedBy.get(source.id) ?? 0,
    refused: refusedBy.get(source.id) ?? 0,
  }))
  return { snapshot: snapshot.id, sources }
}
