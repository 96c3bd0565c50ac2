import { and, count, eq, type SQL, sql } from 'drizzle-orm'
import { groupBy } from '#data/model/group-by.ts'
import { type Measure, measureCodes } from '#data/model/measure.ts'
import { type Basis, bases, basesOf, comparePeriods, type Period, printPeriod } from '#data/model/period.ts'
import type { Store } from '#data/store/open-store.ts'
import { number } from '#data/store/schema.ts'
import type { IndicatorAnswer } from '#server/answers.ts'
import { readNumberKeys } from './number-keys.ts'
import { onceFor } from './once-for.ts'
import { toPeriod } from './printed-number.ts'
import { isActual } from './read-numbers.ts'

/** What numbers there are, without the numbers. */
export interface Coverage {
  readonly byIndicator: ReadonlyMap<string, IndicatorAnswer['coverage']>
  /** How many numbers each region has. */
  readonly byRegion: ReadonlyMap<string, number>
}

/** Counts the numbers that stand in series, once for each store. */
export const readCoverage = onceFor(countNumbers)

async function countNumbers(store: Store): Promise<Coverage> {
  const keys = await readNumberKeys(store)
  const forms = keys.forms.flatMap((form) => (isActual(form) ? [form.id] : []))
  const isOfForm = sql`list_contains(${sql.param(forms)}::integer[], ${number.form})`
  const standsInSeries = and(eq(number.rank, 1), isOfForm)
  const [byForm, places, inRegions] = await Promise.all([
    periodsByForm(store, standsInSeries),
    placesOfIndicators(store, standsInSeries),
    countByRegion(store, standsInSeries),
  ])
  const placesOf = new Map(places.map(({ indicator, regions }) => [indicator, regions]))
  const byIndicator = [...groupBy(byForm, ({ indicator }) => indicator)].map(([indicator, rows]) => {
    const regions = new Set(placesOf.get(indicator)?.map((region) => keys.regions.codes[region]))
    const numbers = rows.flatMap((row) => {
      const form = keys.forms[row.form]
      return form ? [{ measure: form.measure, period: toPeriod({ ...row, is_moment: form.is_moment }) }] : []
    })
    const measures = new Set(numbers.map(({ measure }) => measure))
    const coverage: IndicatorAnswer['coverage'] = {
      observations: sum(rows),
      regions: [...store.catalog.regions.keys()].filter((region) => regions.has(region)),
      measures: measureCodes.filter((measure) => measures.has(measure)),
      ...spanOf(numbers),
    }
    return [keys.indicators.codes[indicator] ?? '', coverage] as const
  })
  const byRegion = inRegions.map(
    ({ region, numbers }) => [keys.regions.codes[region] ?? '', numbers] as const,
  )
  return { byIndicator: new Map(byIndicator), byRegion: new Map(byRegion) }
}

const { indicator, region, form, start_month, end_month } = number

const periodsByForm = ({ db }: Store, where: SQL | undefined) =>
  db
    .select({ indicator, form, start_month, end_month, numbers: count() })
    .from(number)
    .where(where)
    .groupBy(indicator, form, start_month, end_month)

const placesOfIndicators = ({ db }: Store, where: SQL | undefined) =>
  db
    .select({ indicator, regions: sql<number[]>`list(distinct ${region})` })
    .from(number)
    .where(where)
    .groupBy(indicator)

const countByRegion = ({ db }: Store, where: SQL | undefined) =>
  db.select({ region, numbers: count() }).from(number).where(where).groupBy(region)

const sum = (rows: readonly { numbers: number }[]) => rows.reduce((total, { numbers }) => total + numbers, 0)

/** The bases of all numbers, and the ends of those that are levels; the longest of the spans that end last. */
function spanOf(numbers: readonly { readonly measure: Measure; readonly period: Period }[]) {
  const present = new Set<Basis>(numbers.flatMap(({ period }) => basesOf(period)))
  const levels = numbers.filter(({ measure }) => measure === 'level').map(({ period }) => period)
  const first = levels.toSorted(comparePeriods)[0]
  const last = levels.toSorted((a, b) => b.end - a.end || a.start - b.start)[0]
  return {
    bases: bases.filter((basis) => present.has(basis)),
    first: first ? printPeriod(first) : null,
    last: last ? printPeriod(last) : null,
  }
}
