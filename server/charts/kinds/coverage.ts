import type { CustomSeriesOption } from 'echarts/charts'
import { endMonthOf, endYearOf, type Period } from '#data/model/period.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type { ChartData, ChartKind, ChartWords, Frame, Picture } from '../chart-kind.ts'
import { baseOption } from '../chart-option.ts'
import { emptyMark } from '../marks/empty-mark.ts'
import { markOf } from '../marks/mark.ts'
import { type Theme, themes } from '../palette.ts'
import { isYearly, type Matrix, numbersIn, wholeMatrix } from '../points/matrix.ts'
import { fontFamily, widthOf } from '../typography.ts'
import { footOf } from '../words/foot.ts'
import { sentence, subjectsOf } from '../words/words.ts'

/** Which regions have a number at which period, as dots, with how many have above: to be seen before one is chosen. */
export const coverage: ChartKind = {
  id: 'coverage',
  fits: (series) => numbersIn(wholeMatrix({ series, sources: [], language: 'zh' })).length > 0,
  describe,
  draw,
}

function describe(data: ChartData): ChartWords {
  const { language, series } = data
  const matrix = wholeMatrix(data)
  const counts = countsOf(matrix)
  const subject = subjectsOf(series, language)
  const say = (period: Period) => formatPeriod(period, language)
  const parts = matrix.periods.map((period, at) =>
    language === 'zh' ? `${say(period)}${counts[at]}个` : `${counts[at]} at ${say(period)}`,
  )
  const listed = parts.slice(-6).join(language === 'zh' ? '、' : ', ')
  return {
    title: language === 'zh' ? `哪些地区有${subject}的数字` : `Which regions have numbers: ${subject}`,
    subtitle:
      language === 'zh'
        ? '一点为一个数字，上方为有数字的地区数'
        : 'A dot is a number; above, how many regions have one',
    foot: footOf(data, numbersIn(matrix)),
    sentence: sentence(
      language === 'zh' ? `有${subject}的地区：${listed}` : `Regions with ${subject}: ${listed}`,
      language,
    ).trim(),
    table: {
      columns: [
        { label: language === 'zh' ? '地区' : 'Region', align: 'start' },
        ...matrix.periods.map((period) => ({ label: say(period), align: 'end' as const })),
      ],
      rows: matrix.lines.map(({ series: { region }, cells }) => [
        region.name[language],
        ...cells.map((cell) => (cell ? '●' : '—')),
      ]),
    },
  }
}

const countsOf = ({ lines, periods }: Matrix) =>
  periods.map((_, at) => lines.filter(({ cells }) => cells[at]).length)

const fontSize = 12
const rowHeight = 16
/** Years, months where the years do not say it, and counts. */
const topOf = (matrix: Matrix) => (isYearly(matrix) ? 36 : 52)

function draw(data: ChartData, frame: Frame): Picture {
  const theme = themes[frame.theme]
  const whole = wholeMatrix(data)
  const names = whole.lines.map(({ series }) => series.region.name[data.language])
  const left = Math.ceil(Math.max(0, ...names.map((name) => widthOf(name, fontSize)))) + 8
  const matrix = newest(whole, Math.floor((frame.width - left) / 18))
  const { lines, periods } = matrix
  const top = topOf(matrix)
  const width = Math.min(44, (frame.width - left) / Math.max(1, periods.length))
  const height = Math.max(frame.height ?? 0, top + rowHeight * lines.length + 4)
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

/** The latest periods, as many as have room. */
const newest = ({ lines, periods }: Matrix, room: number): Matrix => ({
  periods: periods.slice(-room),
  lines: lines.map((line) => ({ ...line, cells: line.cells.slice(-room) })),
})

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
