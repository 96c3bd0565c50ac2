import type { ChartKind, Size } from '../chart-kind.ts'
import { type Matrix, yearMatrix } from '../points/matrix.ts'
import { isCompact } from '../typography.ts'
import { describeMatrix } from '../words/matrix-words.ts'

/** Regions by years, each cell the darker the more: who leads, since when, and where numbers are missing. */
export const heatmap: ChartKind = {
  id: 'heatmap',
  fits: (series) => {
    const { lines, periods } = yearMatrix({ series, sources: [], language: 'zh' })
    return lines.length > 2 && periods.length > 1
  },
  describe: (data) => describeMatrix(data, yearMatrix(data)),
  heightOf: (data, size) => sizesOf(yearMatrix(data), size).height,
}

const legendHeight = 50

/** Its rows below the legend and the periods. In pixels. */
export function sizesOf({ lines }: Matrix, size: Size) {
  const rowHeight = rowHeightOf(size, lines.length)
  const top = legendHeight + 22
  const height = Math.max(size.height ?? 0, Math.ceil(top + 4 + rowHeight * Math.max(1, lines.length)))
  return { rowHeight, top, height }
}

function rowHeightOf(size: Size, count: number): number {
  if (size.height === undefined) return isCompact(size) ? 20 : 22
  return Math.max(16, Math.min(30, (size.height - legendHeight - 26) / Math.max(1, count)))
}
