import { asc, eq } from 'drizzle-orm'
import type { Store } from '#data/store/open-store.ts'
import { observation, refusal } from '#data/store/schema.ts'
import type { Answer } from '#server/answers.ts'
import { sourceOf } from '#server/known.ts'
import { toSourceAnswer } from './name-sources.ts'
import { toObservation } from './printed-number.ts'

const inFileOrder = new Intl.Collator('en', { numeric: true })

/** One document: the numbers read from it in the order of its file, and those that were refused. */
export async function readSource({ db, catalog, snapshot }: Store, id: string): Promise<Answer<'source'>> {
  const source = sourceOf(catalog, id, 'id')
  const [rows, refused] = await Promise.all([
    db.select().from(observation).where(eq(observation.source, id)),
    db.select().from(refusal).where(eq(refusal.source, id)).orderBy(asc(refusal.file), asc(refusal.line)),
  ])
  return {
    snapshot: snapshot.id,
    source: toSourceAnswer(catalog, source),
    observations: rows.toSorted((a, b) => inFileOrder.compare(a.id, b.id)).map(toObservation),
    refusals: refused.map(({ line, reason, detail, row }) => ({ line, reason, detail, row })),
  }
}
