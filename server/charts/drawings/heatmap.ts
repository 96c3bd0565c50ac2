import type { CustomSeriesOption } from 'echarts/charts'
import type { Period } from '#data/model/period.ts'
import type { ChartData, Frame, Mark, Picture } from '../chart-kind.ts'
import { baseOption } from '../chart-option.ts'
import { sizesOf } from '../kinds/heatmap.ts'
import { classLegend } from '../marks/class-legend.ts'
import { emptyMark } from '../marks/empty-mark.ts'
import { markOf } from '../marks/mark.ts'
import { inkOn, type Theme, themes } from '../palette.ts'
import { type Classes, classesOf } from '../points/classes.ts'
import { type Matrix, numbersIn, yearMatrix } from '../points/matrix.ts'
import type { Row } from '../points/ranked.ts'
import { bold, fontFamily, fontSizeOf, widthOf } from '../typography.ts'
import { columnText } from '../words/matrix-words.ts'
import { numberLabels } from '../words/number-labels.ts'

interface Layout {
  readonly matrix: Matrix
  readonly classes: Classes
  readonly theme: Theme
  readonly fontSize: number
  /** Of a cell, in pixels. */
  readonly size: { readonly width: number; readonly height: number }
  readonly margins: {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  }
  /** The number in a cell, where all have room. */
  write(row: Row): string
}

export function drawHeatmap(data: ChartData, frame: Frame): Picture {
  const matrix = yearMatrix(data)
  const { lines, periods } = matrix
  const { rowHeight, top, height } = sizesOf(matrix, frame)
  if (lines.length === 0) return { option: {}, height, lanes: [], pointing: 'xy' }
  const layout = layoutOf(data, matrix, frame, { rowHeight, top, height })
  const marks = lines.map((line, row) =>
    line.cells.map((cell, column) => {
      const place = {
        seriesIndex: 0,
        dataIndex: row * periods.length + column,
        at: [column + 0.5, row + 0.5] as const,
      }
      if (cell) return markOf(data, cell.series, cell.point, place)
      return emptyMark(data, line.series.region, periods[column], place)
    }),
  )
  return {
    option: {
      ...baseOption(frame, layout.margins),
      xAxis: { type: 'value', min: 0, max: periods.length, show: false },
      yAxis: { type: 'value', min: 0, max: lines.length, inverse: true, show: false },
      series: [cellSeries(layout), wordSeries(data, layout, frame)],
    },
    height,
    lanes: marks satisfies Mark[][],
    pointing: 'xy',
  }
}

function layoutOf(
  data: ChartData,
  matrix: Matrix,
  frame: Frame,
  { rowHeight, top, height }: { rowHeight: number; top: number; height: number },
): Layout {
  const theme = themes[frame.theme]
  const fontSize = fontSizeOf(frame)
  const numbers = numbersIn(matrix)
  const names = matrix.lines.map(({ series }) => series.region.name[data.language])
  const left = Math.ceil(Math.max(...names.map((name) => widthOf(name, fontSize)))) + 8
  const width = Math.min(136, (frame.width - left) / matrix.periods.length)
  const { write } = numberLabels(numbers, data.language, 'narrow')
  const hasRoom = numbers.every((row) => widthOf(write(row), fontSize - 1) <= width - 6)
  return {
    matrix,
    classes: classesOf(
      numbers.map(({ point }) => point.value),
      theme.sequential,
    ),
    theme,
    fontSize,
    size: { width, height: rowHeight },
    margins: {
      left,
      right: Math.max(0, frame.width - left - width * matrix.periods.length),
      top,
      bottom: height - top - rowHeight * matrix.lines.length,
    },
    write: hasRoom ? write : () => '',
  }
}

function cellSeries(layout: Layout): CustomSeriesOption {
  const { lines, periods } = layout.matrix
  const cells = lines.flatMap((line) => line.cells)
  return {
    type: 'custom',
    coordinateSystem: 'cartesian2d',
    clip: false,
    renderItem: ({ dataIndex }, api) => {
      const [x = 0, y = 0] = api.coord([dataIndex % periods.length, Math.floor(dataIndex / periods.length)])
      return { type: 'group', x, y, children: partsOf(cells[dataIndex], layout) }
    },
    data: cells.map((_, index) => [index % periods.length, Math.floor(index / periods.length)]),
  }
}

function partsOf(row: Row | undefined, layout: Layout) {
  const { classes, theme, fontSize, write } = layout
  const { width, height } = layout.size
  const fill = row ? classes.shadeOf(row.point.value) : theme.ground
  const [w, h] = [width - 1, height - 1]
  return [
    {
      type: 'rect' as const,
      shape: { x: 0.5, y: 0.5, width: w, height: h },
      style: { fill, ...(row ? {} : { stroke: theme.grid, lineWidth: 1 }) },
      emphasis: { style: { stroke: theme.ink, lineWidth: 1.5 } },
    },
    ...(row ? [] : hatch(w, h, theme)),
    {
      type: 'text' as const,
      silent: true,
      style: {
        text: row ? write(row) : '—',
        x: width / 2,
        y: height / 2,
        align: 'center' as const,
        verticalAlign: 'middle' as const,
        fill: row ? inkOn(fill, theme) : theme.muted,
        fontSize: fontSize - 1,
        fontFamily,
      },
    },
  ]
}

/** Thin slanted lines across a cell without a number, apart from where its dash stands. */
function hatch(width: number, height: number, { grid }: Theme) {
  const step = 7
  const count = Math.floor((width - height) / step)
  return Array.from({ length: Math.max(0, count) }, (_, index) => index * step)
    .filter((x) => Math.abs(x + height / 2 - width / 2) > 9)
    .map((x) => ({
      type: 'line' as const,
      silent: true,
      shape: { x1: x + 0.5, y1: height, x2: x + height + 0.5, y2: 1 },
      style: { stroke: grid, lineWidth: 1 },
    }))
}

/** The legend, the periods above the columns and the names before the lines. */
function wordSeries(data: ChartData, layout: Layout, frame: Frame): CustomSeriesOption {
  const { matrix, margins, size, theme, fontSize } = layout
  const { language, selected } = data
  const legend = classLegend(data, numbersIn(matrix), layout.classes, {
    width: Math.min(frame.width, 336),
    swatch: 10,
    fontSize: fontSize - 1,
    theme,
  })
  const text = (content: string, x: number, y: number, align: 'center' | 'right', isStrong = false) => ({
    type: 'text' as const,
    style: {
      text: content,
      x,
      y,
      align,
      verticalAlign: 'middle' as const,
      fill: align === 'center' ? theme.muted : theme.ink,
      fontSize,
      fontWeight: isStrong ? bold : 400,
      fontFamily,
    },
  })
  const heads = headsOf(
    matrix.periods,
    (period) => columnText(period, matrix, language),
    size.width,
    fontSize,
  )
  return {
    type: 'custom',
    coordinateSystem: 'cartesian2d',
    silent: true,
    clip: false,
    renderItem: () => ({
      type: 'group',
      children: [
        ...legend,
        ...heads.map(({ content, column }) =>
          text(content, margins.left + size.width * (column + 0.5), margins.top - 11, 'center'),
        ),
        ...matrix.lines.map(({ series: { region } }, index) =>
          text(
            region.name[language],
            margins.left - 6,
            margins.top + size.height * (index + 0.5),
            'right',
            region.code === selected,
          ),
        ),
      ],
    }),
    data: [[0, 0]],
  }
}

/** The words over the columns, as many as have room; the last always has its own. */
function headsOf(
  periods: readonly Period[],
  write: (period: Period) => string,
  width: number,
  fontSize: number,
): { readonly content: string; readonly column: number }[] {
  const texts = periods.map(write)
  const widest = Math.max(0, ...texts.map((content) => widthOf(content, fontSize)))
  const every = Math.max(1, Math.ceil((widest + 8) / width))
  return texts
    .map((content, column) => ({ content, column }))
    .filter(({ column }) => (texts.length - 1 - column) % every === 0)
}
