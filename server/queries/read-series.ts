import { and, asc, gte, inArray, lte } from 'drizzle-orm'
import { groupBy } from '#data/model/group-by.ts'
import type { Indicator } from '#data/model/indicator.ts'
import { unitCodeOf } from '#data/model/indicator.ts'
import type { Measure } from '#data/model/measure.ts'
import type { Basis } from '#data/model/period.ts'
import { type Series, toSeries } from '#data/model/series.ts'
import type { Store } from '#data/store/open-store.ts'
import { observation } from '#data/store/schema.ts'
import type { Answer, SeriesAnswer } from '#server/answers.ts'
import { Problem } from '#server/errors.ts'
import { mostRows, type SeriesQuery } from '#server/input.ts'
import { indicatorOf, regionOf } from '#server/known.ts'
import { checkBasesUsed, chooseBases } from '#server/meaning.ts'
import { nameSources } from './name-sources.ts'
import { type PrintedNumber, standsInSeries, toPoint, toPrintedNumber } from './printed-number.ts'

/**
 * The numbers of each indicator × region × measure × basis asked for, in that order; one without numbers is there
 * with no points. Shares of different wholes and gaps to different things are series of their own.
 */
export async function readSeries(
  { db, catalog, snapshot }: Store,
  query: SeriesQuery,
): Promise<Answer<'series'>> {
  const indicators = query.indicator.map((code) => indicatorOf(catalog, code))
  const regions = query.region.map((code) => regionOf(catalog, code).code)
  const wanted = combine(indicators, regions, query)
  const rows = await db
    .select()
    .from(observation)
    .where(
      and(
        inArray(observation.indicator, query.indicator),
        inArray(observation.region, regions),
        inArray(observation.measure, query.measure),
        standsInSeries,
        query.from && gte(observation.end_month, query.from.span.start),
        query.to && lte(observation.end_month, query.to.span.end),
      ),
    )
    .orderBy(
      asc(observation.indicator),
      asc(observation.region),
      asc(observation.end_month),
      asc(observation.id),
    )
    .limit(mostRows + 1)
  if (rows.length > mostRows) throw tooLarge('数字')
  const series = place(wanted, toSeries(rows.map(toPrintedNumber), query.basis))
  const points = series.flatMap(({ points }) => points)
  if (points.length > mostRows) throw tooLarge('数字')
  return { snapshot: snapshot.id, series, sources: nameSources(catalog, points) }
}

interface Wanted {
  readonly indicator: Indicator
  readonly region: string
  readonly measure: Measure
  readonly basis: Basis
}

function combine(indicators: readonly Indicator[], regions: readonly string[], query: SeriesQuery): Wanted[] {
  const pairs = indicators.flatMap((indicator) => query.measure.map((measure) => ({ indicator, measure })))
  if (query.basis) checkBasesUsed(query.basis, pairs)
  const wanted = indicators.flatMap((indicator) =>
    regions.flatMap((region) =>
      query.measure.flatMap((measure) =>
        chooseBases(indicator, measure, query.basis).map((basis) => ({ indicator, region, measure, basis })),
      ),
    ),
  )
  if (wanted.length > mostRows) throw tooLarge('序列')
  return wanted
}

const tooLarge = (what: string) =>
  new Problem(
    422,
    'too_large',
    `答案超过 ${mostRows} 个${what}；请减少指标、地区或口径，或用 from、to 缩短时期`,
  )

type Combination = readonly [indicator: string, region: string, measure: Measure, basis: Basis]
const keyOf = (...combination: Combination) => combination.join('|')

function place(wanted: readonly Wanted[], found: readonly Series<PrintedNumber>[]): SeriesAnswer[] {
  const byKey = groupBy(found, (each) => keyOf(each.indicator, each.region, each.measure, each.basis))
  return wanted.flatMap(({ indicator, region, measure, basis }): SeriesAnswer[] => {
    const key = { indicator: indicator.code, region, measure, basis, unit: unitCodeOf(indicator, measure) }
    const series = byKey.get(keyOf(indicator.code, region, measure, basis))
    if (!series) return [{ ...key, of: '', comparison: 'usual', points: [] }]
    return series.toSorted(usualFirst).map(({ of, comparison, points }) => ({
      ...key,
      of,
      comparison,
      points: points.map(({ row }) => toPoint(row)),
    }))
  })
}

function usualFirst(a: Series<PrintedNumber>, b: Series<PrintedNumber>): number {
  return (
    Number(a.comparison !== 'usual') - Number(b.comparison !== 'usual') || b.points.length - a.points.length
  )
}
