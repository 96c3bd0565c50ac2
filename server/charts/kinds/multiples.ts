import type { ChartData, ChartKind, Size } from '../chart-kind.ts'
import { type Matrix, numbersIn, yearMatrix } from '../points/matrix.ts'
import { widthOf } from '../typography.ts'
import { describeMatrix } from '../words/matrix-words.ts'
import { numberLabels } from '../words/number-labels.ts'

/** A small line for each region, all on one scale: what rises, what stays, and how far apart they are. */
export const multiples: ChartKind = {
  id: 'multiples',
  fits: (series) => {
    const { lines, periods } = yearMatrix({ series, sources: [], language: 'zh' })
    return lines.length > 2 && periods.length > 2
  },
  describe: (data) => describeMatrix(data, yearMatrix(data), [oneScale[data.language]]),
  heightOf: (data, size) => {
    const { rows, size: panel } = gridOf(data, yearMatrix(data), size)
    return Math.max(size.height ?? 0, Math.ceil(panel.height * rows))
  },
}

const oneScale = { zh: '各图同一刻度', en: 'one scale for all' }

export const gutter = 18
export const [above, below] = [22, 20]
export const fontSize = 12

/** As many columns as leave a name and a number room beside each other: two on a phone; the size of a panel in pixels. */
export function gridOf({ language }: ChartData, matrix: Matrix, size: Size) {
  const { write } = numberLabels(numbersIn(matrix), language, 'narrow')
  const heads = matrix.lines.map(({ series, cells }) => {
    const last = cells.findLast(Boolean)
    const year = cells.at(-1) ? '' : ' (2024)'
    return widthOf(`${series.region.name[language]}${last ? write(last) : ''}${year}`, fontSize) + 8
  })
  const least = Math.max(88, ...heads) + gutter
  const columns = Math.max(1, Math.min(8, Math.floor((size.width + gutter) / least), matrix.lines.length))
  const rows = Math.max(1, Math.ceil(matrix.lines.length / columns))
  const plot = size.height === undefined ? 52 : Math.max(24, Math.min(72, size.height / rows - above - below))
  return { columns, rows, size: { width: (size.width + gutter) / columns, height: above + plot + below } }
}
