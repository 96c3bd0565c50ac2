import { asc, eq } from 'drizzle-orm'
import type { Store } from '#data/store/open-store.ts'
import { refusal } from '#data/store/schema.ts'
import type { Answer } from '#server/answers.ts'
import { mostRows } from '#server/input.ts'
import { sourceOf } from '#server/known.ts'
import { readWanted } from './find-numbers.ts'
import { toSourceAnswer } from './name-sources.ts'
import { toObservation } from './printed-number.ts'

const inFileOrder = new Intl.Collator('en', { numeric: true })

/**
 * One document: the numbers read from it in the order of its file, as many as an answer holds, and those that were
 * refused.
 */
export async function readSource(store: Store, id: string): Promise<Answer<'source'>> {
  const { db, catalog, snapshot } = store
  const source = sourceOf(catalog, id, 'id')
  const [found, refused] = await Promise.all([
    readWanted(store, { isSource: (each) => each.id === id }, { limit: mostRows + 1 }),
    db.select().from(refusal).where(eq(refusal.source, id)).orderBy(asc(refusal.file), asc(refusal.line)),
  ])
  const rows = found.slice(0, mostRows)
  return {
    snapshot: snapshot.id,
    source: toSourceAnswer(catalog, source),
    observations: rows.toSorted((a, b) => inFileOrder.compare(a.id, b.id)).map(toObservation),
    isWhole: rows.length === found.length,
    refusals: refused.map(({ line, reason, detail, row }) => ({ line, reason, detail, row })),
  }
}
