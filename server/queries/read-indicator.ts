import { and, eq, sql } from 'drizzle-orm'
import type { Catalog } from '#data/catalog/catalog.ts'
import { compilationCodes } from '#data/model/compilation.ts'
import { measureCodes } from '#data/model/measure.ts'
import { bases, printPeriod } from '#data/model/period.ts'
import { type SeriesKey, toSeries } from '#data/model/series.ts'
import type { Store } from '#data/store/open-store.ts'
import { number } from '#data/store/schema.ts'
import { selectStatement } from '#data/store/select-statement.ts'
import type { Answer } from '#server/answers.ts'
import { indicatorOf } from '#server/known.ts'
import { readNumberKeys } from './number-keys.ts'
import { toPeriod } from './printed-number.ts'
import { readCoverage } from './read-coverage.ts'
import { describeIndicator } from './read-indicators.ts'
import { isActual } from './read-numbers.ts'

/** One indicator, and every series it has with the periods of its numbers: regions, measures and bases in catalogue order. */
export async function readIndicator(store: Store, code: string): Promise<Answer<'indicator'>> {
  const indicator = indicatorOf(store.catalog, code, 'code')
  const { byIndicator } = await readCoverage(store)
  const keys = await readNumberKeys(store)
  const rows = await kindsOfNumbers(store, { indicator: keys.indicators.keys.get(code) ?? -1 })
  const numbers = rows.flatMap((row) => {
    const form = keys.forms[row.form]
    const region = keys.regions.codes[row.region]
    if (!form || region === undefined || !isActual(form)) return []
    const { measure, compilation, share_of: of, compared_to: comparedTo, is_moment } = form
    const period = toPeriod({ ...row, is_moment })
    return [{ indicator: code, region, measure, compilation, of, comparedTo, period }]
  })
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

const { region, form, start_month, end_month } = number

const kindsOfNumbers = selectStatement({ region, form, start_month, end_month }, (select) =>
  select
    .from(number)
    .where(and(eq(number.indicator, sql.placeholder('indicator')), eq(number.rank, 1)))
    .groupBy(region, form, start_month, end_month),
)

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
