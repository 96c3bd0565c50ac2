import type { CustomSeriesOption } from 'echarts/charts'
import { endMonthOf, endYearOf, type Period } from '#data/model/period.ts'
import type { ChartData, Frame, Picture } from '../chart-kind.ts'
import { baseOption } from '../chart-option.ts'
import { countsOf, fontSize, layoutOf, rowHeight, topOf } from '../kinds/coverage.ts'
import { emptyMark } from '../marks/empty-mark.ts'
import { markOf } from '../marks/mark.ts'
import { type Theme, themes } from '../palette.ts'
import { isYearly, type Matrix } from '../points/matrix.ts'
import { fontFamily, widthOf } from '../typography.ts'

export function drawCoverage(data: ChartData, frame: Frame): Picture {
  const theme = themes[frame.theme]
  const { matrix, left, top, height } = layoutOf(data, frame)
  const { lines, periods } = matrix
  const width = Math.min(44, (frame.width - left) / Math.max(1, periods.length))
  if (lines.length === 0 || periods.length === 0) return { option: {}, height, lanes: [], pointing: 'xy' }
  const margins = {
    left,
    right: frame.width - left - width * periods.length,
    top,
    bottom: height - top - rowHeight * lines.length,
  }
  return {
    option: {
      ...baseOption(frame, margins),
      xAxis: { type: 'value', min: 0, max: periods.length, show: false },
      yAxis: { type: 'value', min: 0, max: lines.length, inverse: true, show: false },
      series: [dots(matrix, theme), words(data, matrix, { left, width, theme })],
    },
    height,
    lanes: lines.map(({ series, cells }, row) =>
      cells.map((cell, column) => {
        const place = {
          seriesIndex: 0,
          dataIndex: row * periods.length + column,
          at: [column + 0.5, row + 0.5] as const,
        }
        return cell
          ? markOf(data, cell.series, cell.point, place)
          : emptyMark(data, series.region, periods[column], place)
      }),
    ),
    pointing: 'xy',
  }
}

function dots({ lines, periods }: Matrix, theme: Theme): CustomSeriesOption {
  const cells = lines.flatMap((line) => line.cells)
  return {
    type: 'custom',
    coordinateSystem: 'cartesian2d',
    clip: false,
    renderItem: ({ dataIndex }, api) => {
      const at = [(dataIndex % periods.length) + 0.5, Math.floor(dataIndex / periods.length) + 0.5]
      const [cx = 0, cy = 0] = api.coord(at)
      const has = cells[dataIndex] !== undefined
      return {
        type: 'circle',
        shape: { cx, cy, r: has ? 4 : 1.5 },
        style: { fill: has ? theme.accent : theme.axis },
        emphasis: { style: { stroke: theme.ink, lineWidth: 1.5 } },
      }
    },
    data: cells.map((_, index) => [(index % periods.length) + 0.5, Math.floor(index / periods.length) + 0.5]),
  }
}

interface Look {
  readonly left: number
  readonly width: number
  readonly theme: Theme
}

/** The year where it begins, the month where years do not say it, how many regions, and the names. */
function words(
  { language, periods: chosen = [] }: ChartData,
  matrix: Matrix,
  { left, width, theme }: Look,
): CustomSeriesOption {
  const counts = countsOf(matrix)
  const top = topOf(matrix)
  const hasMonths = !isYearly(matrix)
  const isChosen = (period: Period) =>
    chosen.some(({ start, end }) => start === period.start && end === period.end)
  const text = (content: string, x: number, y: number, align: 'center' | 'right' | 'left', fill: string) => ({
    type: 'text' as const,
    style: { text: content, x, y, align, verticalAlign: 'middle' as const, fill, fontSize, fontFamily },
  })
  const middle = (column: number) => left + width * (column + 0.5)
  const years = yearHeads(matrix.periods, width)
  return {
    type: 'custom',
    coordinateSystem: 'cartesian2d',
    silent: true,
    clip: false,
    renderItem: () => ({
      type: 'group',
      children: [
        ...years.map(({ content, column }) =>
          text(content, left + width * column + 2, 8, 'left', theme.muted),
        ),
        ...matrix.periods.flatMap((period, column) => [
          ...(hasMonths ? [text(String(endMonthOf(period)), middle(column), 23, 'center', theme.muted)] : []),
          text(
            String(counts[column] ?? 0),
            middle(column),
            top - 12,
            'center',
            isChosen(period) ? theme.accent : theme.ink,
          ),
        ]),
        ...matrix.lines.map(({ series }, row) =>
          text(series.region.name[language], left - 6, top + rowHeight * (row + 0.5), 'right', theme.ink),
        ),
      ],
    }),
    data: [[0, 0]],
  }
}

/** The years at their first columns; one that would touch the next gives way. */
function yearHeads(periods: readonly Period[], width: number) {
  const starts = periods
    .map((period, column) => ({ content: String(endYearOf(period)), column }))
    .filter(({ content }, at) => at === 0 || content !== String(endYearOf(periods[at - 1] as Period)))
  const room = widthOf('2024', fontSize) + 4
  return starts.filter(({ column }, at) => {
    const next = starts[at + 1]
    return !next || (next.column - column) * width >= room
  })
}
