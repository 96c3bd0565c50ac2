import type { SeriesCompilation } from './compilation.ts'
import type { Measure } from './measure.ts'
import type { Observation } from './observation.ts'
import { admits, type Basis, basesOf, comparePeriods, type Period } from './period.ts'

/** What a change or growth is measured against: the usual base, a base period the text states, or a gap to another indicator or region. */
type Comparison = 'usual' | 'stated' | `indicator:${string}` | `region:${string}`

/** Everything that must be equal for two numbers to stand in one series. */
export interface SeriesKey {
  readonly indicator: string
  readonly region: string
  readonly measure: Measure
  readonly compilation: SeriesCompilation
  readonly basis: Basis
  readonly of: string
  readonly comparison: Comparison
}

export interface Series<Point> extends SeriesKey {
  readonly points: readonly Point[]
}

function comparisonOf(comparedTo: string): Comparison {
  if (comparedTo === '') return 'usual'
  return /^(indicator|region):/.test(comparedTo) ? (comparedTo as Comparison) : 'stated'
}

interface Placed {
  readonly indicator: string
  readonly region: string
  readonly period: Period
  readonly measure: Measure
  readonly compilation: SeriesCompilation
  readonly of: string
  readonly comparedTo: string
}

const keyOf = ({ indicator, region, measure, compilation, basis, of, comparison }: SeriesKey) =>
  [indicator, region, measure, compilation, basis, of, comparison].join('|')

/**
 * Sorts numbers into series. A number stands in every series whose basis admits its period, and bases are
 * never mixed. Points are in time order; the order of the series is that of their first number.
 * @param wanted the bases asked for; all when left out.
 */
export function toSeries<Point extends Placed>(
  points: readonly Point[],
  wanted?: readonly Basis[],
): Series<Point>[] {
  const series = new Map<string, SeriesKey & { points: Point[] }>()
  for (const point of points.toSorted((a, b) => comparePeriods(a.period, b.period))) {
    const { indicator, region, measure, compilation, of } = point
    for (const basis of basesOf(point.period)) {
      if (wanted && !wanted.includes(basis)) continue
      const comparison = comparisonOf(point.comparedTo)
      const key = { indicator, region, measure, compilation, basis, of, comparison }
      const found = series.get(keyOf(key))
      if (found) found.points.push(point)
      else series.set(keyOf(key), { ...key, points: [point] })
    }
  }
  return [...series.values()]
}

/** What two numbers must share to be two statements of one fact: the cell that one of them fills. */
export function cellOf({
  indicator,
  region,
  period,
  measure,
  compilation,
  of,
  comparedTo,
  status,
}: Placed & Pick<Observation, 'status'>): string {
  const actual = status === 'actual' || status === 'preliminary' ? 'actual' : status
  const { time, start, end } = period
  return [indicator, region, time, start, end, measure, compilation, of, comparedTo, actual].join('|')
}

export const isMixed = ({ basis, points }: Series<Placed>) =>
  points.some(({ period }) => !admits[basis](period))
