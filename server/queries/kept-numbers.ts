import { and, count, eq, sql } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { groupBy } from '#data/model/group-by.ts'
import type { Store } from '#data/store/open-store.ts'
import { number } from '#data/store/schema.ts'
import { selectStatement } from '#data/store/select-statement.ts'
import { readNumberKeys } from './number-keys.ts'
import { ofNumber, toRows } from './number-row.ts'
import { onceFor } from './once-for.ts'
import type { ShownRow } from './printed-number.ts'

/** The numbers of an indicator that are shown, of every form, by region in the order of codes; each in the order of the table. */
export type NumbersByRegion = ReadonlyMap<string, readonly ShownRow[]>

/** The most numbers of an indicator that is kept, and of all that are kept together: some 40 MB. */
const mostOfOne = 2000
const mostOfAll = 100_000

/**
 * All that is shown of an indicator, which stays in memory once read: to ask the database for a part of so few costs
 * more than to pick it. undefined where it has more numbers than are kept.
 */
export async function keptNumbers(store: Store, indicator: string): Promise<NumbersByRegion | undefined> {
  const [kept, sizes] = await Promise.all([openKept(store), readSizes(store)])
  const size = sizes.get(indicator) ?? 0
  if (size > mostOfOne) return undefined
  const known = kept.get(indicator)
  if (known) return known
  const reading = readAll(store.whole, indicator)
  kept.set(indicator, reading, { size: Math.max(1, size) })
  reading.catch(() => kept.delete(indicator))
  return reading
}

const openKept = onceFor(async () => new LRUCache<string, Promise<NumbersByRegion>>({ maxSize: mostOfAll }))

/** How many numbers each indicator has, those not shown too. */
export const readSizes = onceFor(async (store): Promise<ReadonlyMap<string, number>> => {
  const { indicators } = await readNumberKeys(store)
  const rows = await store.db
    .select({ indicator: number.indicator, numbers: count() })
    .from(number)
    .groupBy(number.indicator)
  return new Map(rows.map((row) => [indicators.codes[row.indicator] ?? '', row.numbers]))
})

async function readAll(store: Store, indicator: string): Promise<NumbersByRegion> {
  const { indicators } = await readNumberKeys(store)
  const key = indicators.keys.get(indicator) ?? -1
  const rows = await shownOf(store, { indicator: key })
  const inOrder = rows.sort((a, b) => a.id - b.id)
  return groupBy(await toRows(store, inOrder), ({ region }) => region)
}

const shownOf = selectStatement(ofNumber, (select) =>
  select.from(number).where(and(eq(number.indicator, sql.placeholder('indicator')), eq(number.rank, 1))),
)
