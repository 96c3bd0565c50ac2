import { and, asc, eq, max, sql } from 'drizzle-orm'
import type { Store } from '#data/store/open-store.ts'
import { number } from '#data/store/schema.ts'
import type { Position } from '#server/cursor.ts'
import { type Coded, readNumberKeys } from './number-keys.ts'

const { id, source, place } = number

/**
 * The id of the last number in a store that does not come after a position, which need not stand there itself: of the
 * answer for a day, the next page may come from a later version. -1 where there is none.
 */
export async function placeOf(store: Store, position: Position): Promise<number> {
  const { indicators, regions, sources } = await readNumberKeys(store)
  const [thing, region] = [placeAmong(indicators, position.indicator), placeAmong(regions, position.region)]
  const start = [
    thing.key,
    thing.isThere ? region.key : before,
    ...(thing.isThere && region.isThere ? [position.end, position.start] : [before, before]),
  ]
  const there = await store.db
    .select({ id, source, place })
    .from(number)
    .where(equals(start))
    .orderBy(asc(id))
  const [first] = there
  if (!first) return lastBefore(store, start)
  const notAfter = there.filter((row) => `${sources.codes[row.source]}:${row.place}` <= position.id)
  return notAfter.at(-1)?.id ?? first.id - 1
}

/** What the table is sorted by, before the id of the observation. */
const order = [number.indicator, number.region, number.end_month, number.start_month]

const equals = (start: readonly number[]) =>
  and(...order.map((column, at) => eq(column, start[at] ?? before)))

async function lastBefore({ db }: Store, start: readonly number[]): Promise<number> {
  const keys = sql.join(
    start.map((key) => sql`${key}`),
    sql`, `,
  )
  const isBefore = sql`(${sql.join(order, sql`, `)}) < (${keys})`
  const [row] = await db
    .select({ id: max(id) })
    .from(number)
    .where(isBefore)
  return row?.id ?? before
}

/** Before every key, month and id. */
const before = -1

/** Where a code stands among the codes, or would stand. */
function placeAmong({ codes }: Coded, code: string): { readonly key: number; readonly isThere: boolean } {
  const at = codes.findIndex((each) => each >= code)
  const key = at < 0 ? codes.length : at
  return { key, isThere: codes[key] === code }
}
