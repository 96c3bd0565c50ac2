import type { ChartData, ChartKind, Size } from '../chart-kind.ts'
import { onLatestBase } from '../points/one-base.ts'
import { compare } from '../points/region-pairs.ts'
import { lineHeightOf, usualHeight } from '../typography.ts'
import { describeSlope } from '../words/slope-words.ts'

/** Two periods across regions: who rose, who fell. */
export const slope: ChartKind = {
  id: 'slope',
  fits: (series) =>
    series.filter(({ points }) => points.length > 1).length > 1 && onLatestBase(series).left.length === 0,
  describe: describeSlope,
  heightOf,
}

/** At least as high as its labels, of which none may touch another. */
function heightOf(data: ChartData, size: Size): number {
  const rows = compare(data)?.pairs.length ?? 0
  return Math.max(usualHeight(data, size), rows * (lineHeightOf(size) + 2) + 60)
}
