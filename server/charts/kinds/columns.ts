import type { ChartKind } from '../chart-kind.ts'
import { trend } from './trend.ts'

/** Bars over real time from zero, the latest one foremost. */
export const columns: ChartKind = {
  id: 'columns',
  fits: (series) => series.length === 1 && series.every(({ points }) => points.length > 0),
  describe: trend.describe,
  heightOf: trend.heightOf,
}
