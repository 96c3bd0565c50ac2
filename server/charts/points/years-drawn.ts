import type { ChartSeries } from '../chart-kind.ts'
import { onLatestBase } from './one-base.ts'
import { type Year, yearsOf } from './years.ts'

/** Years on one price base: others are not drawn over one another. */
export const yearsDrawn = (series: readonly ChartSeries[]): Year[] =>
  onLatestBase(series).series.flatMap(yearsOf)

/** Whether there are years to be drawn over one another. */
export const hasYears = (series: readonly ChartSeries[]): boolean =>
  series.length === 1 && series.every(({ basis }) => basis !== 'year') && yearsDrawn(series).length > 1
