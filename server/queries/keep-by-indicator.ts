import { count } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import type { Store } from '#data/store/open-store.ts'
import { number } from '#data/store/schema.ts'
import { readNumberKeys } from './number-keys.ts'
import { onceFor } from './once-for.ts'

/** The most numbers of an indicator that is kept. */
const mostOfOne = 2000

/**
 * What is read of an indicator stays in memory: to ask the database for a part of so few costs more than to pick it.
 * @param read all of one indicator.
 * @param mostOfAll how many numbers are kept together; the indicators not asked for the longest go first.
 * @returns undefined for an indicator that has more numbers than are kept.
 */
export function keepByIndicator<Kept>(
  read: (store: Store, indicator: string) => Promise<Kept>,
  mostOfAll: number,
): (store: Store, indicator: string) => Promise<Kept | undefined> {
  const openKept = onceFor(async () => new LRUCache<string, Promise<Kept>>({ maxSize: mostOfAll }))
  return async (store, indicator) => {
    const [kept, sizes] = await Promise.all([openKept(store), readSizes(store)])
    const size = sizes.get(indicator) ?? 0
    if (size > mostOfOne) return undefined
    const known = kept.get(indicator)
    if (known) return known
    const reading = read(store.whole, indicator)
    kept.set(indicator, reading, { size: Math.max(1, size) })
    reading.catch(() => kept.delete(indicator))
    return reading
  }
}

/** How many numbers each indicator has, those not shown too. */
const readSizes = onceFor(async (store): Promise<ReadonlyMap<string, number>> => {
  const { indicators } = await readNumberKeys(store)
  const rows = await store.db
    .select({ indicator: number.indicator, numbers: count() })
    .from(number)
    .groupBy(number.indicator)
  return new Map(rows.map((row) => [indicators.codes[row.indicator] ?? '', row.numbers]))
})
