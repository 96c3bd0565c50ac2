import { type Basis, endYearOf } from '#data/model/period.ts'
import type { ChartPoint, ChartSeries } from './chart-kind.ts'

/** Points that a solid line may join, in time order. */
type Run = readonly ChartPoint[]

export interface Runs {
  readonly runs: readonly Run[]
  /** Neighbours across a gap that a thin dashed line may join: the last point before and the first after it. */
  readonly bridges: readonly (readonly [ChartPoint, ChartPoint])[]
}

const adds = new Set(['level', 'net_add'])

/** Whether the series starts again from nothing each January. */
export const restarts = ({
  indicator,
  measure,
  basis,
}: Pick<ChartSeries, 'indicator' | 'measure' | 'basis'>) =>
  basis === 'cumulative' && adds.has(measure) && (measure === 'net_add' || indicator.kind === 'flow')

const naturalSteps: Readonly<Record<Basis, number>> = {
  cumulative: 1,
  month: 1,
  stock: 1,
  quarter: 3,
  year: 12,
}

/**
 * Where a line may be drawn. A step is natural when it is as long as the basis, or for stocks, years and
 * cumulative figures as long as the series usually makes; January is hardly ever published alone, so December
 * to February is a natural step too. Across a longer gap there is a bridge; across a new year of a series that
 * starts again there is nothing.
 */
export function runsOf(series: ChartSeries): Runs {
  const { points, basis } = series
  const natural =
    basis === 'month' || basis === 'quarter'
      ? naturalSteps[basis]
      : Math.max(naturalSteps[basis], usualStep(points))
  const runs: ChartPoint[][] = []
  const bridges: [ChartPoint, ChartPoint][] = []
  for (const [index, point] of points.entries()) {
    const before = points[index - 1]
    const joint = before ? jointOf(before, point, natural, restarts(series)) : 'none'
    if (joint === 'line') runs.at(-1)?.push(point)
    else runs.push([point])
    if (joint === 'bridge' && before) bridges.push([before, point])
  }
  return { runs, bridges }
}

function jointOf(
  before: ChartPoint,
  point: ChartPoint,
  natural: number,
  restarting: boolean,
): 'line' | 'bridge' | 'none' {
  if (restarting && endYearOf(before.period) !== endYearOf(point.period)) return 'none'
  const step = point.period.end - before.period.end
  const skipsJanuary = natural === 1 && step === 2 && before.period.end % 12 === 11
  return step <= natural || skipsJanuary ? 'line' : 'bridge'
}

/** The most frequent step in months; the shorter of two that are as frequent. */
export function usualStep(points: readonly ChartPoint[]): number {
  const counts = new Map<number, number>()
  for (const [index, point] of points.entries()) {
    const before = points[index - 1]
    if (!before) continue
    const step = point.period.end - before.period.end
    counts.set(step, (counts.get(step) ?? 0) + 1)
  }
  const [usual] = [...counts].toSorted(([a, n], [b, m]) => m - n || a - b)
  return usual?.[0] ?? 1
}
