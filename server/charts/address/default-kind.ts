import type { ChartData, ChartSeries } from '../chart-kind.ts'
import { hasYears } from '../points/years-drawn.ts'
import type { TrendKind } from './chart-fields.ts'

const isRatio = ({ transform }: ChartSeries) =>
  transform === 'pct_change' || transform === 'yoy' || transform === 'share'

/** Numbers that start again each January read best year by year, while a single region is shown. */
export function defaultKind({ series }: ChartData): TrendKind {
  const [only, ...others] = series
  const isSaw =
    only?.basis === 'cumulative' && (only.measure === 'level' || only.measure === 'net_add') && !isRatio(only)
  return isSaw && others.length === 0 && hasYears(series) ? 'yearly' : 'trend'
}
