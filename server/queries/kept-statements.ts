import { LRUCache } from 'lru-cache'
import { groupBy } from '#data/model/group-by.ts'
import type { Store } from '#data/store/open-store.ts'
import { readWanted } from './find-numbers.ts'
import { readSizes } from './kept-numbers.ts'
import { onceFor } from './once-for.ts'
import type { Row } from './printed-number.ts'
import { factOf } from './vintages-of.ts'

/** All statements of facts, those not shown too, by `factOf`; the one shown first. */
export type StatementsByFact = ReadonlyMap<string, readonly Row[]>

/** The most statements of an indicator that is kept, and of all that are kept together: some 20 MB. */
const mostOfOne = 2000
const mostOfAll = 20_000

/**
 * All that is stated of an indicator, which stays in memory once read: whoever opens one number opens those beside it, and
 * a sum of provinces asks for thirty at once. undefined where it has more statements than are kept.
 */
export async function keptStatements(store: Store, indicator: string): Promise<StatementsByFact | undefined> {
  const [kept, sizes] = await Promise.all([openKept(store), readSizes(store)])
  const size = sizes.get(indicator) ?? 0
  if (size > mostOfOne) return undefined
  const known = kept.get(indicator)
  if (known) return known
  const reading = readWanted(store.whole, { indicators: [indicator] }).then(byFact)
  kept.set(indicator, reading, { size: Math.max(1, size) })
  reading.catch(() => kept.delete(indicator))
  return reading
}

const openKept = onceFor(async () => new LRUCache<string, Promise<StatementsByFact>>({ maxSize: mostOfAll }))

/** Sorts statements by what they state. */
export const byFact = (rows: readonly Row[]): StatementsByFact =>
  groupBy(
    rows.toSorted((a, b) => a.rank - b.rank),
    factOf,
  )
