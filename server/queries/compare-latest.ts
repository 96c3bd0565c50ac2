import { and, asc } from 'drizzle-orm'
import { groupBy } from '#data/model/group-by.ts'
import { admits, type Basis, bases, basesOf, comparePeriods, printPeriod } from '#data/model/period.ts'
import type { Store } from '#data/store/open-store.ts'
import type { Answer } from '#server/answers.ts'
import type { CompareLatestQuery } from '#server/input.ts'
import {
  absent,
  checkComparison,
  compilationOf,
  fitsComparison,
  keepAlike,
  mostFrequent,
  noNumbers,
  type Placed,
  rank,
  readTotalsOf,
  sourcesOf,
  toPlaced,
} from './compare-regions.ts'
import { isShown, knownNumbers } from './known-numbers.ts'
import { nameSources } from './name-sources.ts'
import { type PrintedNumber, toPrintedNumber } from './printed-number.ts'

/**
 * The newest number of each region, ranked: 各省最新. All are of one basis, since a month and a year do not compare: the
 * one asked for, else the one that has numbers of most regions, the widest of several. Periods differ, and each row
 * names its own.
 */
export async function compareLatest(
  store: Store,
  query: CompareLatestQuery,
): Promise<Answer<'compareLatest'>> {
  const { catalog, snapshot } = store
  const { indicator, regions } = checkComparison(catalog, query)
  const numbers = await readNumbers(store, query, regions)
  const of = query.of ?? mostFrequent(numbers.map((number) => number.of)) ?? ''
  const alike = keepAlike(numbers.filter((number) => number.of === of))
  const basis = query.basis ?? widestBasis(alike)
  if (!basis) throw noNumbers(indicator, regions)
  const totals = await readTotalsOf(store, indicator, query, regions)
  const admitted = [...alike.map(toPlaced), ...totals.of(alike)].filter(({ period }) => admits[basis](period))
  const newest = newestOfEach(admitted)
  const last = newest.toSorted((a, b) => comparePeriods(a.period, b.period)).at(-1)
  if (!last) throw noNumbers(indicator, regions)
  const rows = rank(newest)
  return {
    snapshot: snapshot.id,
    indicator: indicator.code,
    measure: query.measure,
    compilation: compilationOf(indicator, query),
    basis,
    of,
    newest: printPeriod(last.period),
    rows,
    ...absent(catalog, regions, rows),
    sources: nameSources(catalog, sourcesOf(rows, totals.rows)),
  }
}

async function readNumbers(
  store: Store,
  query: CompareLatestQuery,
  regions: readonly string[],
): Promise<PrintedNumber[]> {
  const numbers = knownNumbers(store, query.asOf)
  const rows = await store.db
    .select()
    .from(numbers)
    .where(and(fitsComparison(query, regions)(numbers), isShown(numbers)))
    .orderBy(asc(numbers.id))
  return rows.map(toPrintedNumber)
}

/** The basis that has numbers of most regions; of several the first in the order of `bases`, as in a comparison of one period. */
function widestBasis(numbers: readonly PrintedNumber[]): Basis | undefined {
  const regionsWith = (basis: Basis) =>
    new Set(numbers.filter(({ period }) => basesOf(period).includes(basis)).map(({ region }) => region)).size
  const counted = bases.map((basis) => ({ basis, regions: regionsWith(basis) }))
  return counted.toSorted((a, b) => b.regions - a.regions).find(({ regions }) => regions > 0)?.basis
}

const newestOfEach = (placed: readonly Placed[]): Placed[] =>
  [...groupBy(placed, ({ region }) => region).values()].flatMap((each) =>
    each.toSorted((a, b) => comparePeriods(a.period, b.period)).slice(-1),
  )
