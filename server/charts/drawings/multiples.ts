import type { CustomSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { Language } from '#data/model/language.ts'
import { endYearOf } from '#data/model/period.ts'
import { formatQuantity } from '#data/model/quantity.ts'
import { domainOf } from '../axes/value-axis.ts'
import type { ChartData, ChartPoint, Frame, Picture } from '../chart-kind.ts'
import { baseOption } from '../chart-option.ts'
import { above, below, fontSize, gridOf, gutter, multiples } from '../kinds/multiples.ts'
import { markOf } from '../marks/mark.ts'
import { coversLine } from '../marks/near-label.ts'
import { type Theme, themes } from '../palette.ts'
import { endsOf, type Matrix, type MatrixLine, numbersIn, yearMatrix } from '../points/matrix.ts'
import type { Row } from '../points/ranked.ts'
import { runsOf } from '../points/runs.ts'
import { bold, fontFamily, widthOf } from '../typography.ts'
import { numberLabels } from '../words/number-labels.ts'
import { odditySign } from '../words/oddity-words.ts'
import { unitOf } from '../words/value-text.ts'

interface Layout {
  readonly matrix: Matrix
  readonly theme: Theme
  readonly columns: number
  readonly rows: number
  /** Of a panel with the room round it, in pixels. */
  readonly size: { readonly width: number; readonly height: number }
  readonly domain: { readonly min: number; readonly max: number }
  /** The greatest value of the scale in words. */
  readonly topText: string
}

export function drawMultiples(data: ChartData, frame: Frame): Picture {
  const matrix = yearMatrix(data)
  const { lines } = matrix
  const layout = layoutOf(data, matrix, frame)
  const height = multiples.heightOf(data, frame)
  if (lines.length === 0) return { option: {}, height, lanes: [], pointing: 'xy' }
  return {
    option: {
      ...baseOption(frame, { left: 0, right: 0, top: 0, bottom: height - layout.size.height * layout.rows }),
      xAxis: { type: 'value', min: 0, max: frame.width, show: false },
      yAxis: { type: 'value', min: 0, max: layout.size.height * layout.rows, inverse: true, show: false },
      series: [...lines.map((line, index) => lineSeries(data, line, index, layout)), panels(data, layout)],
    },
    height,
    lanes: lines.map((line, seriesIndex) =>
      placesOf(line, seriesIndex, layout).map(({ point, at }, dataIndex) =>
        markOf(data, line.series, point, { seriesIndex, dataIndex, at }),
      ),
    ),
    pointing: 'xy',
  }
}

function layoutOf(data: ChartData, matrix: Matrix, frame: Frame): Layout {
  const { language } = data
  const { columns, rows, size } = gridOf(data, matrix, frame)
  const numbers = numbersIn(matrix)
  const values = numbers.map(({ point }) => point.value)
  const domain = domainOf(values.length > 0 ? values : [0], { steps: 6, zero: 'near' })
  const [first] = numbers
  return {
    matrix,
    theme: themes[frame.theme],
    columns,
    rows,
    size,
    domain,
    topText: first ? topText(domain.max, first, language) : '',
  }
}

const topText = (value: number, { series }: Row, language: Language) =>
  formatQuantity(value, unitOf(series), language, series.indicator.counter ?? undefined)

/** The left and the top of a panel. */
const cornerOf = (index: number, { columns, size }: Layout) => ({
  x: (index % columns) * size.width,
  y: Math.floor(index / columns) * size.height,
})

/** Where the points of a region stand in pixels: time to the right, all panels on one scale. */
function placesOf(line: MatrixLine, index: number, layout: Layout) {
  const { x, y } = cornerOf(index, layout)
  const [first, last = first] = endsOf(layout.matrix)
  const span = first && last ? Math.max(1, last.end - first.end) : 1
  const width = layout.size.width - gutter - 8
  return line.cells.flatMap((cell) => {
    if (!cell || !first) return []
    const at = [
      x + 4 + (width * (cell.point.period.end - first.end)) / span,
      y + heightAt(cell.point.value, layout),
    ] as const
    return [{ point: cell.point, at }]
  })
}

/** How far below the top of its panel a value stands. */
function heightAt(value: number, { size, domain }: Layout): number {
  const plot = size.height - above - below
  return above + (plot * (domain.max - value)) / (domain.max - domain.min)
}

function lineSeries(data: ChartData, line: MatrixLine, index: number, layout: Layout): LineSeriesOption {
  const { theme } = layout
  const places = placesOf(line, index, layout)
  const isMuted = data.selected !== undefined && line.series.region.code !== data.selected
  const color = isMuted ? theme.rest : theme.accent
  const { runs } = runsOf({ ...line.series, points: places.map(({ point }) => point) })
  const isAlone = (point: ChartPoint) => runs.some((run) => run.length === 1 && run[0] === point)
  const isLast = (at: number) => at === places.length - 1
  return {
    type: 'line',
    cursor: 'default',
    clip: false,
    showAllSymbol: true,
    symbol: 'circle',
    z: 3,
    itemStyle: { color },
    // The line is drawn with the panels: it may have gaps, and a symbol for each point is for pointing only.
    lineStyle: { opacity: 0 },
    emphasis: { scale: 1.4 },
    data: places.map(({ point, at }, place) => ({
      value: [...at],
      symbolSize: isLast(place) || isAlone(point) ? 5 : 4,
      itemStyle: { color, opacity: isLast(place) || isAlone(point) ? 1 : 0 },
      emphasis: { itemStyle: { color, opacity: 1 } },
    })),
  }
}

/** Name, last value, ground line and line of each region; the first panel also says scale and years. */
function panels(data: ChartData, layout: Layout): CustomSeriesOption {
  return {
    type: 'custom',
    coordinateSystem: 'cartesian2d',
    silent: true,
    clip: false,
    z: 2,
    renderItem: ({ dataIndex }) => {
      const line = layout.matrix.lines[dataIndex]
      return line ? { type: 'group', children: panelOf(data, line, dataIndex, layout) } : null
    },
    data: layout.matrix.lines.map((_, index) => [index, 0]),
  }
}

/** A word of the picture, its middle at a height. */
const textAt = (content: string, [x, y]: readonly [number, number], style: object) => ({
  type: 'text' as const,
  style: { text: content, x, y, verticalAlign: 'middle' as const, fontSize, fontFamily, ...style },
})

function panelOf(data: ChartData, line: MatrixLine, index: number, layout: Layout) {
  const { theme, matrix, size, domain } = layout
  const { x, y } = cornerOf(index, layout)
  const right = x + size.width - gutter
  const isChosen = line.series.region.code === data.selected
  const text = (content: string, tx: number, ty: number, align: 'left' | 'right', style: object = {}) =>
    textAt(content, [tx, ty], { align, fill: theme.muted, ...style })
  const across = (value: number) => ({
    type: 'line' as const,
    shape: { x1: x, x2: right, y1: y + heightAt(value, layout), y2: y + heightAt(value, layout) },
    style: { stroke: value === 0 ? theme.axis : theme.grid, lineWidth: 1 },
  })
  const floor = domain.min <= 0 && domain.max >= 0 ? 0 : domain.min
  const years = endsOf(matrix).map((period) => String(endYearOf(period)))
  const foot = y + size.height - below + 9
  const scaleWords =
    index === 0
      ? [
          text(years[0] ?? '', x, foot, 'left', { fontSize: 11 }),
          text(years.at(-1) ?? '', right, foot, 'right', { fontSize: 11 }),
          topLabel(line, index, layout),
        ]
      : []
  return [
    across(domain.max),
    across(floor),
    ...strokes(data, line, index, layout),
    text(line.series.region.name[data.language], x, y + 9, 'left', {
      fill: isChosen ? theme.accent : theme.ink,
      fontWeight: bold,
    }),
    text(lastText(data, line, layout), right, y + 9, 'right'),
    ...scaleWords,
  ]
}

/** The greatest value of the scale, at whichever side the line of the panel leaves free, on ground of its own. */
function topLabel(line: MatrixLine, index: number, layout: Layout) {
  const { theme, size, topText } = layout
  const { x, y } = cornerOf(index, layout)
  const [small, middle, right] = [11, y + above + 8, x + size.width - gutter]
  const width = widthOf(topText, small)
  const box = { left: x, right: x + width + 6, top: middle - small, bottom: middle + small }
  const lines = [placesOf(line, index, layout).map(({ at }) => at)]
  const isOnRight = coversLine(box, lines) && !coversLine({ ...box, left: right - width - 6, right }, lines)
  const [at, align] = isOnRight ? [right - 2, 'right'] : [x + 2, 'left']
  const ground = { stroke: theme.ground, lineWidth: 3 }
  return textAt(topText, [at, middle], { align, fill: theme.muted, fontSize: small, ...ground })
}

/** The last number, with its year where it is not of the last period. */
function lastText(data: ChartData, { cells }: MatrixLine, { matrix }: Layout): string {
  const last = cells.findLast(Boolean)
  if (!last) return '—'
  const { write } = numberLabels(numbersIn(matrix), data.language, 'narrow')
  const isOld = cells.at(-1) === undefined
  return isOld ? `${write(last)} (${endYearOf(last.point.period)})` : write(last)
}

/** The line in pieces: dashed over a change of 口径, none over a gap. */
function strokes(data: ChartData, line: MatrixLine, index: number, layout: Layout) {
  const { theme } = layout
  const places = placesOf(line, index, layout)
  const isMuted = data.selected !== undefined && line.series.region.code !== data.selected
  const { runs, joints } = runsOf({ ...line.series, points: places.map(({ point }) => point) })
  const through = (points: readonly ChartPoint[], style: object) => ({
    type: 'polyline' as const,
    shape: { points: places.filter(({ point }) => points.includes(point)).map(({ at }) => [...at]) },
    style: { stroke: isMuted ? theme.rest : theme.accent, fill: 'none', ...style },
  })
  return [
    ...runs.filter((run) => run.length > 1).map((run) => through(run, { lineWidth: 1.75 })),
    ...joints.map((pair) => through(pair, { lineWidth: 1, lineDash: [2, 2] })),
    ...places
      .filter(({ point }) => point.oddity)
      .map(({ at: [x, y] }) =>
        textAt(odditySign, [x, y - 7], { align: 'center', fill: theme.ink, fontSize: 10 }),
      ),
  ]
}
