import { endYearOf } from '#data/model/period.ts'
import type { ChartSeries, ShownNumber } from '../chart-kind.ts'
import { breaksAt } from './breaks.ts'

/** What may stand on one axis, and what may not. */
interface OneBase {
  readonly series: readonly ChartSeries[]
  /** Numbers on another price base than the latest: they are in the table only. */
  readonly left: readonly ShownNumber[]
}

const isIncomparable = ({ indicator, measure }: ChartSeries) =>
  indicator.comparable === false && measure === 'level'

/**
 * Of levels that are not of one price base only those on the latest; all of everything else. A base begins with the
 * January of the first number after a break, as the catalogue says of such indicators.
 */
export function onLatestBase(series: readonly ChartSeries[]): OneBase {
  const since = Math.max(...series.filter(isIncomparable).map(latestBaseOf))
  const isLeft = (each: ChartSeries, start: number) => isIncomparable(each) && start < since
  return {
    series: series.map((each) => {
      const points = each.points.filter(({ period }) => !isLeft(each, period.start))
      return points.length === each.points.length ? each : { ...each, points }
    }),
    left: series.flatMap((each) =>
      each.points
        .filter(({ period }) => isLeft(each, period.start))
        .map((point) => ({ series: each, point })),
    ),
  }
}

/** The years in which each number's price base came into use, in the order of the numbers; none where all levels compare. */
export function basesOf(series: ChartSeries): number[] {
  if (!isIncomparable(series)) return []
  const bases: number[] = []
  for (const [index, point] of series.points.entries()) {
    const year = endYearOf(point.period)
    const before = series.points[index - 1]
    const isNew = !before || breaksAt(series, point).length > 0 || isOwnBase(series, year, before)
    bases.push(isNew ? year : (bases.at(-1) ?? year))
  }
  return bases
}

/** Implied levels of a year are on the prices of the year after, each on its own. */
const isOwnBase = ({ transform }: ChartSeries, year: number, before: ChartSeries['points'][number]) =>
  transform === 'implied_base' && endYearOf(before.period) !== year

/** The first month of the latest base of a series, in months since year 0. */
const latestBaseOf = (series: ChartSeries) => (basesOf(series).at(-1) ?? 0) * 12
