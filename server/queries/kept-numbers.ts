import { and, eq, sql } from 'drizzle-orm'
import { groupBy } from '#data/model/group-by.ts'
import type { Store } from '#data/store/open-store.ts'
import { number } from '#data/store/schema.ts'
import { selectStatement } from '#data/store/select-statement.ts'
import { keepByIndicator } from './keep-by-indicator.ts'
import { readNumberKeys } from './number-keys.ts'
import { ofNumber, toRows } from './number-row.ts'
import type { ShownRow } from './printed-number.ts'

/** The numbers of an indicator that are shown, of every form, by region in the order of codes; each in the order of the table. */
export type NumbersByRegion = ReadonlyMap<string, readonly ShownRow[]>

/** The most numbers that are kept together: some 40 MB. */
const mostOfAll = 100_000

/** All that is shown of an indicator. */
export const keptNumbers = keepByIndicator(readAll, mostOfAll)

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
