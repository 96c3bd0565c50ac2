import { and, eq } from 'drizzle-orm'
import type { Catalog } from '#data/catalog/catalog.ts'
import { compilationCodes } from '#data/model/compilation.ts'
import { measureCodes } from '#data/model/measure.ts'
import { bases, printPeriod } from '#data/model/period.ts'
import { type SeriesKey, toSeries } from '#data/model/series.ts'
import type { Store } from '#data/store/open-store.ts'
import { observation } from '#data/store/schema.ts'
import type { Answer } from '#server/answers.ts'
import { indicatorOf } from '#server/known.ts'
import { standsInSeries, toPeriod } from './printed-number.ts'
import { readCoverage } from './read-coverage.ts'
import { describeIndicator } from './read-indicators.ts'

/** One indicator, and every series it has with the periods of its numbers: regions, measures and bases in catalogue order. */
export async function readIndicator(store: Store, code: string): Promise<Answer<'indicator'>> {
  const indicator = indicatorOf(store.catalog, code, 'code')
  const { byIndicator } = await readCoverage(store)
  const { region, measure, compilation, share_of, compared_to, is_moment, start_month, end_month } =
    observation
  const rows = await store.db
    .selectDistinct({
      region,
      measure,
      compilation,
      share_of,
      compared_to,
      is_moment,
      start_month,
      end_month,
    })
    .from(observation)
    .where(and(eq(observation.indicator, code), standsInSeries))
  const numbers = rows.map((row) => ({
    indicator: code,
    region: row.region,
    measure: row.measure,
    compilation: row.compilation,
    of: row.share_of,
    comparedTo: row.compared_to,
    period: toPeriod(row),
  }))
  const coverage = toSeries(numbers)
    .sort(inCatalogOrder(store.catalog))
    .map(({ points, ...key }) => ({
      ...key,
      periods: [...new Set(points.map(({ period }) => printPeriod(period)))],
    }))
  return {
    snapshot: store.snapshot.id,
    indicator: describeIndicator(store, indicator, byIndicator.get(code)),
    coverage,
  }
}

function inCatalogOrder({ regions }: Catalog) {
  const regionCodes = [...regions.keys()]
  const placesOf = ({ region, measure, compilation, basis }: SeriesKey) => [
    regionCodes.indexOf(region),
    measureCodes.indexOf(measure),
    (compilationCodes as readonly string[]).indexOf(compilation),
    bases.indexOf(basis),
  ]
  const wordsOf = ({ of, comparison }: SeriesKey) => `${of}|${comparison === 'usual' ? '' : comparison}`
  return (a: SeriesKey, b: SeriesKey) => {
    const others = placesOf(b)
    const difference = placesOf(a)
      .map((place, at) => place - (others[at] ?? 0))
      .find((gap) => gap !== 0)
    return difference ?? (wordsOf(a) < wordsOf(b) ? -1 : 1)
  }
}
