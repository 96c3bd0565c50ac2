import type { Transform } from '#data/model/derive/derived.ts'
import { type Basis, endYearOf } from '#data/model/period.ts'
import type { ChartPoint, ChartSeries } from '../chart-kind.ts'
import { breaksAt, measuresBreak } from './breaks.ts'

/** Points that a solid line may join, in time order. */
type Run = readonly ChartPoint[]

type Pair = readonly [ChartPoint, ChartPoint]

export interface Runs {
  readonly runs: readonly Run[]
  /** Neighbours across a gap that a thin dashed line may join: the last point before and the first after it. */
  readonly bridges: readonly Pair[]
  /** Neighbours across a change of 口径: joined, but not by the line. */
  readonly joints: readonly Pair[]
}

const adds = new Set(['level', 'net_add'])

const ratios: ReadonlySet<Transform> = new Set(['pct_change', 'yoy', 'share'])

/** Whether the series starts again from nothing each January. */
export const restarts = ({
  indicator,
  measure,
  basis,
  transform = 'none',
}: Pick<ChartSeries, 'indicator' | 'measure' | 'basis' | 'transform'>) =>
  !ratios.has(transform) &&
  basis === 'cumulative' &&
  adds.has(measure) &&
  (measure === 'net_add' || indicator.kind === 'flow')

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
 * to February is a natural step too. Across a longer gap there is a bridge, across a change of 口径 a joint,
 * across a new year of a series that starts again nothing.
 */
export function runsOf(series: ChartSeries): Runs {
  const { points, basis } = series
  const natural =
    basis === 'month' || basis === 'quarter'
      ? naturalSteps[basis]
      : Math.max(naturalSteps[basis], usualStep(points))
  const runs: ChartPoint[][] = []
  const crossed: { readonly [Kind in 'bridge' | 'joint']: Pair[] } = { bridge: [], joint: [] }
  for (const [index, point] of points.entries()) {
    const before = points[index - 1]
    const joint = before ? jointOf(series, before, point, natural) : 'none'
    if (joint === 'line') runs.at(-1)?.push(point)
    else runs.push([point])
    if (before && (joint === 'bridge' || joint === 'joint')) crossed[joint].push([before, point])
  }
  return { runs, bridges: crossed.bridge, joints: crossed.joint }
}

function jointOf(
  series: ChartSeries,
  before: ChartPoint,
  point: ChartPoint,
  natural: number,
): 'line' | 'bridge' | 'joint' | 'none' {
  if (restarts(series) && endYearOf(before.period) !== endYearOf(point.period)) return 'none'
  const step = point.period.end - before.period.end
  const skipsJanuary = natural === 1 && step === 2 && before.period.end % 12 === 11
  if (measuresBreak(series) && breaksAt(series, point).some(({ isRebase }) => !isRebase)) return 'joint'
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
