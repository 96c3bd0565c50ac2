import { groupBy } from '#data/model/group-by.ts'
import { admits, type Basis, comparePeriods, printPeriod } from '#data/model/period.ts'
import type { Store } from '#data/store/open-store.ts'
import type { Answer } from '#server/answers.ts'
import type { CompareLatestQuery } from '#server/input.ts'
import {
  absent,
  checkComparison,
  compilationOf,
  keepAlike,
  mostFrequent,
  noNumbers,
  type Placed,
  rank,
  readComparable,
  readTotalsOf,
  sourcesOf,
  toPlaced,
} from './compare-regions.ts'
import { nameSources } from './name-sources.ts'

/**
 * The newest number of each region, ranked: 各省最新. All cover spans of one length, since a month and a year do not
 * compare, nor do January–May and January–December: of the basis asked for, else of any, the one that most regions
 * have. Periods differ, and each row names its own; a region with none of that length is missing.
 */
export async function compareLatest(
  store: Store,
  query: CompareLatestQuery,
): Promise<Answer<'compareLatest'>> {
  const { catalog, snapshot } = store
  const { indicator, regions } = checkComparison(catalog, query)
  const numbers = await readComparable(store, query, regions)
  const of = query.of ?? mostFrequent(numbers.map((number) => number.of)) ?? ''
  const alike = keepAlike(numbers.filter((number) => number.of === of))
  const totals = await readTotalsOf(store, indicator, query, regions)
  const placed = [...alike.map(toPlaced), ...totals.of(alike)]
  const chosen = mostShared(placed, query.basis ? [query.basis] : plainest)
  if (!chosen) throw noNumbers(indicator, regions, query)
  const { basis } = chosen
  const newest = newestOfEach(chosen.placed)
  const last = newest.toSorted((a, b) => comparePeriods(a.period, b.period)).at(-1)
  if (!last) throw noNumbers(indicator, regions, query)
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

/** Of equals the plainer basis: a whole year rather than twelve months cumulated. */
const plainest: readonly Basis[] = ['year', 'stock', 'quarter', 'month', 'cumulative']

const lengthOf = ({ period: { start, end } }: Placed) => end - start + 1

/** The numbers of one basis and one length of span that most regions have; of equals the longer. */
function mostShared(placed: readonly Placed[], asked: readonly Basis[]) {
  const groups = asked.flatMap((basis) =>
    [
      ...groupBy(
        placed.filter(({ period }) => admits[basis](period)),
        lengthOf,
      ),
    ]
      .toSorted(([a], [b]) => b - a)
      .map(([, each]) => ({ basis, placed: each, regions: new Set(each.map(({ region }) => region)).size })),
  )
  return groups.toSorted((a, b) => b.regions - a.regions)[0]
}

const newestOfEach = (placed: readonly Placed[]): Placed[] =>
  [...groupBy(placed, ({ region }) => region).values()].flatMap((each) =>
    each.toSorted((a, b) => comparePeriods(a.period, b.period)).slice(-1),
  )
