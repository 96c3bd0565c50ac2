import type { CustomSeriesOption } from 'echarts/charts'
import { comparePeriods, monthsOf } from '#data/model/period.ts'
import type { ChartData, Frame, Mark, Picture } from '../chart-kind.ts'
import { baseOption } from '../chart-option.ts'
import { isTile, tileSize, tiles } from '../kinds/tiles.ts'
import { emptyMark } from '../marks/empty-mark.ts'
import { hatch, hatchedLook } from '../marks/hatch.ts'
import { markOf } from '../marks/mark.ts'
import { tileLegend } from '../marks/tile-legend.ts'
import { inkOn, type Theme, themes } from '../palette.ts'
import { type Classes, classesOf } from '../points/classes.ts'
import { periodOf, type Row, rank, rowsOf } from '../points/ranked.ts'
import { tileColumns, tileLayout, tileRows } from '../points/tile-layout.ts'
import { bold, fontFamily, fontSizeOf, widthOf } from '../typography.ts'
import { numberLabels } from '../words/number-labels.ts'

export function drawTiles(full: ChartData, frame: Frame): Picture {
  const data = { ...full, series: full.series.filter(isTile) }
  const theme = themes[frame.theme]
  const rows = rowsOf(data)
  const size = tileSize(frame)
  const height = tiles.heightOf(data, frame)
  const left = Math.max(0, (frame.width - size.width * tileColumns) / 2)
  const classes = classesOf(
    rows.map(({ point }) => point.value),
    theme.sequential,
  )
  const cells = cellsOf(data, rows)
  return {
    option: {
      ...baseOption(frame, { left, right: left, top: 0, bottom: height - size.height * tileRows }),
      xAxis: { type: 'value', min: 0, max: tileColumns, show: false },
      yAxis: { type: 'value', min: 0, max: tileRows, inverse: true, show: false },
      series: [
        tileSeries(data, cells, classes, {
          ...size,
          theme,
          frame,
          isShort: data.language === 'en' && !namesFit(cells, size.width, frame),
        }),
        tileLegend(data, rows, classes, { size, theme, frame }),
      ],
    },
    height,
    lanes: lanesOf(cells),
    pointing: 'xy',
  }
}

interface Cell {
  readonly row: Row | undefined
  readonly name: string
  readonly short: string
  readonly value: string
  /** The month it is of, `2022-11`, where others are of a later one; else empty. */
  readonly since: string
  readonly column: number
  readonly line: number
  readonly code: string
  readonly mark: Mark
}

function cellsOf(data: ChartData, rows: readonly Row[]): Cell[] {
  const { language } = data
  const period = data.isLatest ? undefined : periodOf(data)
  const write = numberLabels(rows, language, 'narrow').write
  const newest = rank(data)?.period
  return tileLayout.map(({ code, row: line, column, name, short }, dataIndex) => {
    const row = rows.find(({ series }) => series.region.code === code)
    const place = { seriesIndex: 0, dataIndex, at: [column + 0.5, line + 0.5] as const }
    const value = row ? write(row) : '—'
    const since =
      row && newest && comparePeriods(row.point.period, newest) < 0 ? monthsOf(row.point.period).end : ''
    const mark = row
      ? named(markOf(data, row.series, row.point, place), name[language])
      : emptyMark(data, { code, name }, period, place)
    return { row, name: name[language], short, value, since, column, line, code, mark }
  })
}

const named = (mark: Mark, name: string): Mark => ({ ...mark, tip: { ...mark.tip, name } })

const lanesOf = (cells: readonly Cell[]) =>
  Array.from({ length: tileRows }, (_, line) =>
    cells
      .filter((cell) => cell.line === line)
      .toSorted((a, b) => a.column - b.column)
      .map(({ mark }) => mark),
  )

interface Look {
  readonly width: number
  readonly height: number
  readonly theme: Theme
  readonly frame: Frame
  /** Every tile by its letters, once one English name is too long. */
  readonly isShort: boolean
}

const namesFit = (cells: readonly Cell[], width: number, frame: Frame) =>
  cells.every(({ name }) => widthOf(name, fontSizeOf(frame)) <= width - 6)

function tileSeries(
  data: ChartData,
  cells: readonly Cell[],
  classes: Classes,
  look: Look,
): CustomSeriesOption {
  return {
    type: 'custom',
    coordinateSystem: 'cartesian2d',
    clip: false,
    renderItem: ({ dataIndex }, api) => {
      const cell = cells[dataIndex]
      if (!cell) return null
      const [x = 0, y = 0] = api.coord([cell.column, cell.line])
      return { type: 'group', x, y, children: partsOf(cell, cell.code === data.selected, classes, look) }
    },
    data: cells.map(({ column, line }) => [column, line]),
  }
}

const inset = 1.5

function partsOf(cell: Cell, isSelected: boolean, classes: Classes, look: Look) {
  const { width, height, theme, frame, isShort } = look
  const shade = cell.row ? classes.shadeOf(cell.row.point.value) : theme.ground
  const hatched = hatchedLook(shade, theme)
  const fill = cell.since === '' ? shade : hatched.fill
  const fontSize = fontSizeOf(frame)
  const sizeOf = (content: string) =>
    [fontSize, fontSize - 1].find((size) => widthOf(content, size) <= width - 6) ?? fontSize - 2
  const name = isShort ? cell.short : cell.name
  const isDated = cell.since !== '' && height >= roomForDate
  const [nameAt, valueAt] = isDated ? [0.22, 0.52] : [0.34, 0.68]
  const text = (content: string, at: number, fontWeight: number, size: number) => ({
    type: 'text' as const,
    silent: true,
    style: {
      text: content,
      x: width / 2,
      y: height * at,
      align: 'center' as const,
      verticalAlign: 'middle' as const,
      fill: cell.row ? inkOn(fill, theme) : theme.muted,
      ...(cell.since !== '' && { stroke: fill, lineWidth: 3 }),
      fontSize: size,
      fontWeight,
      fontFamily,
    },
  })
  const box = (margin: number) => ({
    x: margin,
    y: margin,
    width: width - 2 * margin,
    height: height - 2 * margin,
    r: 2,
  })
  return [
    {
      type: 'rect' as const,
      shape: box(isSelected ? inset + 3 : inset),
      style: { fill, ...(cell.row ? { stroke: 'none' } : dashed(theme)) },
      emphasis: { style: { stroke: theme.ink, lineWidth: 1.5, lineDash: 'solid' as const } },
    },
    ...(cell.since === '' ? [] : hatch(box(isSelected ? inset + 3 : inset), hatched.stroke)),
    ...(isSelected ? [{ type: 'rect' as const, shape: box(inset), style: outlined(theme) }] : []),
    text(name, nameAt, bold - 100, sizeOf(name)),
    text(cell.value, valueAt, 400, sizeOf(cell.value)),
    ...(isDated ? [text(cell.since, 0.82, 400, fontSize - 2)] : []),
  ]
}

/** As high as three lines of text take. */
const roomForDate = 54

/** Where there is no number. */
const dashed = ({ axis }: Theme) => ({ stroke: axis, lineWidth: 1, lineDash: [2, 3] })

/** Round the chosen region. */
const outlined = ({ ink }: Theme) => ({ fill: 'none', stroke: ink, lineWidth: 2 })
