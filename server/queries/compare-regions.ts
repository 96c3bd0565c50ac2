import { and, asc, countDistinct, eq, inArray, type SQL } from 'drizzle-orm'
import { groupBy } from '#data/model/group-by.ts'
import type { Indicator } from '#data/model/indicator.ts'
import { admits, comparePeriods, type Period, printPeriod } from '#data/model/period.ts'
import type { Store } from '#data/store/open-store.ts'
import type { Answer } from '#server/answers.ts'
import { Problem } from '#server/errors.ts'
import type { CompareQuery } from '#server/input.ts'
import { indicatorOf } from '#server/known.ts'
import { chooseBases, chooseBasis, choosePeriod } from '#server/meaning.ts'
import { checkWhole } from './check-whole.ts'
import { chooseRegions } from './choose-regions.ts'
import { isActual, isShown, knownNumbers, type Numbers } from './known-numbers.ts'
import { nameSources } from './name-sources.ts'
import { type PrintedNumber, toPeriod, toPoint, toPrintedNumber } from './printed-number.ts'

/** One period of one indicator across regions, the largest first; equal values share a rank, and who is missing is named. */
export async function compareRegions(store: Store, query: CompareQuery): Promise<Answer<'compare'>> {
  const { catalog, snapshot } = store
  const { measure } = query
  const indicator = indicatorOf(catalog, query.indicator)
  if (query.basis) chooseBases(indicator, measure, [query.basis])
  if (query.of !== undefined) checkWhole(catalog, query.of)
  const regions = chooseRegions(catalog, query.regions)
  const period = query.period
    ? choosePeriod(indicator, measure, query.period)
    : await findLatestPeriod(store, indicator, query, regions)
  const basis = chooseBasis(period, query.period?.text ?? printPeriod(period), query.basis)
  const candidates = await readPeriod(store, query, regions, period)
  const of = query.of ?? mostFrequent(candidates.map((number) => number.of)) ?? ''
  const ranked = rankAlike(candidates.filter((number) => number.of === of))
  const present = new Set(ranked.map(({ region }) => region))
  return {
    snapshot: snapshot.id,
    indicator: indicator.code,
    measure,
    basis,
    of,
    period: printPeriod(period),
    rows: ranked,
    missing: regions.filter((region) => !present.has(region)),
    sources: nameSources(
      catalog,
      ranked.map(({ point }) => point),
    ),
  }
}

/** What of the numbers a question asks for, whenever known. */
export const fitsComparison =
  ({ indicator, measure, of }: CompareQuery, regions: readonly string[]) =>
  (numbers: Numbers): SQL | undefined =>
    and(
      eq(numbers.indicator, indicator),
      inArray(numbers.region, [...regions]),
      eq(numbers.measure, measure),
      isActual(numbers),
      of === undefined ? undefined : eq(numbers.share_of, of),
    )

async function findLatestPeriod(
  store: Store,
  indicator: Indicator,
  query: CompareQuery,
  regions: readonly string[],
): Promise<Period> {
  const numbers = knownNumbers(store, query.asOf)
  const { is_moment, start_month, end_month, share_of, compared_to } = numbers
  const rows = await store.db
    .select({ is_moment, start_month, end_month, regions: countDistinct(numbers.region) })
    .from(numbers)
    .where(and(fitsComparison(query, regions)(numbers), isShown(numbers)))
    .groupBy(is_moment, start_month, end_month, share_of, compared_to)
  const groups = rows
    .map((row) => ({ period: toPeriod(row), regions: row.regions }))
    .filter(({ period }) => !query.basis || admits[query.basis](period))
    .sort((a, b) => b.period.end - a.period.end || comparePeriods(a.period, b.period))
  const latest = groups.find((group) => group.regions >= 2) ?? groups[0]
  if (latest) return latest.period
  const what = `${indicator.name.zh}（${indicator.code}）`
  throw new Problem(
    404,
    'no_numbers',
    `${what}在所选的 ${regions.length} 个地区没有符合条件的数字；有数字的地区见 /api/v1/indicators/${indicator.code}`,
  )
}

async function readPeriod(
  store: Store,
  query: CompareQuery,
  regions: readonly string[],
  period: Period,
): Promise<PrintedNumber[]> {
  const numbers = knownNumbers(store, query.asOf)
  const rows = await store.db
    .select()
    .from(numbers)
    .where(
      and(
        fitsComparison(query, regions)(numbers),
        isShown(numbers),
        eq(numbers.is_moment, period.time === 'moment'),
        eq(numbers.start_month, period.start),
        eq(numbers.end_month, period.end),
      ),
    )
    .orderBy(asc(numbers.id))
  return rows.map(toPrintedNumber)
}

/** Ranks numbers measured against the same thing: the usual base where there is one, else the most frequent. */
function rankAlike(candidates: readonly PrintedNumber[]) {
  const bases = candidates.map(({ comparedTo }) => comparedTo)
  const comparedTo = bases.includes('') ? '' : mostFrequent(bases)
  const alike = candidates
    .filter((number) => number.comparedTo === comparedTo)
    .map(({ region, row }) => ({ region, point: toPoint(row) }))
    .sort((a, b) => b.point.value - a.point.value)
  return alike.map(({ region, point }) => ({
    rank: 1 + alike.findIndex((other) => other.point.value === point.value),
    region,
    point,
  }))
}

function mostFrequent(words: readonly string[]): string | undefined {
  const groups = [...groupBy(words, (word) => word)]
  return groups.sort(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1))[0]?.[0]
}
