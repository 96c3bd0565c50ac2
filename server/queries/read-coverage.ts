import { count } from 'drizzle-orm'
import { groupBy } from '#data/model/group-by.ts'
import { measureCodes } from '#data/model/measure.ts'
import { type Basis, bases, basesOf, comparePeriods, printPeriod } from '#data/model/period.ts'
import type { Store } from '#data/store/open-store.ts'
import { observation } from '#data/store/schema.ts'
import type { IndicatorAnswer } from '#server/answers.ts'
import { onceFor } from './once-for.ts'
import { standsInSeries, toPeriod } from './printed-number.ts'

/** What numbers there are, without the numbers. */
export interface Coverage {
  readonly byIndicator: ReadonlyMap<string, IndicatorAnswer['coverage']>
  /** How many numbers each region has. */
  readonly byRegion: ReadonlyMap<string, number>
}

/** Counts the numbers that stand in series, once for each store. */
export const readCoverage = onceFor(countNumbers)

async function countNumbers(store: Store): Promise<Coverage> {
  const [counts, periods] = await Promise.all([countByRegion(store), listPeriods(store)])
  const periodsOf = groupBy(periods, ({ indicator }) => indicator)
  const byIndicator = [...groupBy(counts, ({ indicator }) => indicator)].map(([code, rows]) => {
    const regions = new Set(rows.map(({ region }) => region))
    const measures = new Set(rows.map(({ measure }) => measure))
    const coverage: IndicatorAnswer['coverage'] = {
      observations: sum(rows),
      regions: [...store.catalog.regions.keys()].filter((region) => regions.has(region)),
      measures: measureCodes.filter((measure) => measures.has(measure)),
      ...spanOf(periodsOf.get(code) ?? []),
    }
    return [code, coverage] as const
  })
  const byRegion = [...groupBy(counts, ({ region }) => region)].map(
    ([code, rows]) => [code, sum(rows)] as const,
  )
  return { byIndicator: new Map(byIndicator), byRegion: new Map(byRegion) }
}

const sum = (rows: readonly { numbers: number }[]) => rows.reduce((total, { numbers }) => total + numbers, 0)

function countByRegion({ db }: Store) {
  const { indicator, region, measure } = observation
  return db
    .select({ indicator, region, measure, numbers: count() })
    .from(observation)
    .where(standsInSeries)
    .groupBy(indicator, region, measure)
}

async function listPeriods({ db }: Store) {
  const { indicator, measure, is_moment, start_month, end_month } = observation
  const rows = await db
    .selectDistinct({ indicator, measure, is_moment, start_month, end_month })
    .from(observation)
    .where(standsInSeries)
  return rows.map((row) => ({ indicator: row.indicator, measure: row.measure, period: toPeriod(row) }))
}

/** The bases of all numbers, and the ends of those that are levels; the longest of the spans that end last. */
function spanOf(numbers: Awaited<ReturnType<typeof listPeriods>>) {
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
