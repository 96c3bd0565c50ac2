import { dodge, widthOf } from '#server/charts/index.ts'
import type { NativeChart, NativePoint, NativeSeries, ValueAxis } from '../native/native-chart.ts'

/** How large a chart is drawn, in points. */
export interface ChartFrame {
  readonly width: number
  readonly height: number
  readonly fontSize: number
}

/** How the parts of a chart share its frame, reckoned before anything is drawn; in points. */
export interface ChartRoom {
  readonly frame: ChartFrame
  readonly plot: {
    readonly left: number
    readonly top: number
    readonly width: number
    readonly height: number
  }
  /** Whether lines are named at their ends; else there is a legend. */
  readonly hasNames: boolean
  /** How far down the label at each end of each line has to move, so that none covers another. */
  readonly shifts: readonly { readonly first: number; readonly last: number }[]
  /** Each how manieth slot is named. */
  readonly labelEvery: number
}

/** Up to so many lines are named with their latest number, more with their name alone. */
export const mostWithNumbers = 5

const lineHeight = 1.3
/** Of the height that a bar has, its name takes so much. */
const barText = 0.72

/**
 * The size of text at which the names of bars, and those at the ends of lines, have room above one another.
 * @param wanted where there is enough.
 * @param least in points.
 */
export function fontSizeFor(
  { shape, slots, series, labels }: NativeChart,
  height: number,
  wanted: number,
  least = 7,
): number {
  if (shape === 'columns') return wanted
  const fitting =
    shape === 'bars'
      ? (height / slots.length) * barText
      : (height - (labels === 'ends' ? 2 : 4) * wanted) / (series.length * lineHeight)
  return Math.max(least, Math.min(wanted, fitting))
}

export function roomOf(chart: NativeChart, frame: ChartFrame): ChartRoom {
  const { shape, series, labels, axis } = chart
  const { fontSize } = frame
  const isLines = shape === 'lines'
  const column = isLines ? series.length * fontSize * lineHeight : 0
  const hasNames = labels === 'ends' || (isLines && column <= frame.height - 4 * fontSize)
  const margins = marginsOf(chart, frame, hasNames)
  const plot = {
    left: margins.left,
    top: margins.top,
    width: Math.max(40, frame.width - margins.left - margins.right),
    height: Math.max(40, frame.height - margins.top - margins.bottom),
  }
  const shiftsOf = (side: 'first' | 'last') =>
    hasNames ? shiftsAt(series, side, axis, plot.height, fontSize * lineHeight) : []
  const [first, last] = [labels === 'ends' ? shiftsOf('first') : [], shiftsOf('last')]
  return {
    frame,
    plot,
    hasNames,
    shifts: series.map((_, index) => ({ first: first[index] ?? 0, last: last[index] ?? 0 })),
    labelEvery: everyOf(chart, plot.width, fontSize),
  }
}

function marginsOf(chart: NativeChart, frame: ChartFrame, hasNames: boolean) {
  const { fontSize } = frame
  const { shape, slots, axis } = chart
  const width = (text: string) => widthOf(text, fontSize)
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(width))
  if (shape === 'bars') {
    const left = Math.min(frame.width * 0.4, widest(slots.map(({ label }) => label))) + fontSize
    return { left, right: widest(labelTexts(chart)) + fontSize, top: 4, bottom: 4 }
  }
  const ends = hasNames ? widest(chart.series.map((each) => endText(each, chart))) + fontSize * 1.2 : 0
  const sides = Math.min(frame.width * 0.34, Math.max(ends, lastWidth(chart, fontSize)))
  if (chart.labels === 'ends') return { left: sides, right: sides, top: fontSize * 2.2, bottom: fontSize }
  const ticks = [axis.min, axis.max].map((value) => formatted(value, axis.format))
  const legend = hasNames || shape !== 'lines' ? 0 : legendHeight(chart, frame)
  return {
    left: widest(ticks) + fontSize * 0.8,
    right: Math.max(fontSize, sides),
    top: axis.unit === '' ? fontSize * 1.2 : fontSize * 2.4,
    bottom: fontSize * 2.2 + legend,
  }
}

/** About how high a legend is that lies below. */
export function legendHeight({ series }: NativeChart, { width, fontSize }: ChartFrame): number {
  const entries = series.map(({ name }) => widthOf(name, fontSize) + fontSize * 3)
  const rows = Math.ceil(entries.reduce((sum, each) => sum + each, 0) / (width * 0.92))
  return rows * fontSize * 1.7
}

const labelTexts = ({ series, axis }: NativeChart) =>
  series.flatMap(({ points }) => points.flatMap((point) => (point ? [labelText(point, axis)] : [])))

const labelText = ({ value, aside }: NativePoint, { labelFormat }: ValueAxis) =>
  [formatted(value, labelFormat), aside].filter(Boolean).join(' ')

/** The last number alone, over the end of its bar or line. */
function lastWidth({ series, labels, shape, axis }: NativeChart, fontSize: number): number {
  if (labels === 'every' || series.length > 1) return 0
  const last = series[0]?.points.findLast(Boolean)
  if (!last) return 0
  const width = widthOf(labelText(last, axis), fontSize) + fontSize
  return shape === 'columns' ? width / 2 : width
}

/** What stands at the end of a line. */
function endText({ name, points }: NativeSeries, { series, axis, labels }: NativeChart): string {
  const last = points.findLast(Boolean)
  if (!last) return ''
  if (series.length === 1) return labelText(last, axis)
  return labels === 'ends' || series.length <= mostWithNumbers ? `${name} ${labelText(last, axis)}` : name
}

/** About as a number format of ours shows a value. */
function formatted(value: number, format: string): string {
  const [positive = ''] = format.split(';')
  const decimals = positive.split('.')[1]?.replace(/[^0]/g, '').length ?? 0
  const places = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return value.toLocaleString('en-US', places) + (positive.includes('%') ? '%' : '')
}

/** The highest value of an axis whose end Office chooses: the next step beyond the highest value and a twentieth. */
const topOf = ({ min, max, step, isShown }: ValueAxis, highest: number) =>
  isShown ? Math.ceil((highest + (highest - min) / 20) / step - 1e-9) * step : max

function shiftsAt(
  series: readonly NativeSeries[],
  side: 'first' | 'last',
  axis: ValueAxis,
  height: number,
  label: number,
): number[] {
  const ends = series.map(({ points }) =>
    side === 'first' ? points.find(Boolean) : points.findLast(Boolean),
  )
  const all = series.flatMap(({ points }) => points.flatMap((point) => (point ? [point.value] : [])))
  const place = axis.isLogarithmic ? Math.log10 : (value: number) => value
  const [min, max] = [axis.min, topOf(axis, Math.max(...all))].map(place)
  const wishes = ends.map((end) => ({
    at: end && min !== undefined && max !== undefined ? ((max - place(end.value)) / (max - min)) * height : 0,
    height: label,
  }))
  const edge = side === 'first' ? 0 : (series[0]?.points.length ?? 0) - 1
  const isAtEdge = series.map(({ points }) => points[edge] !== undefined)
  const moved = dodge(
    wishes.filter((_, index) => isAtEdge[index]),
    -label / 2,
    height + label / 2,
  )
  return wishes.map(({ at }, index) => (isAtEdge[index] ? (moved.shift() ?? at) - at : 0))
}

function everyOf({ slots, shape }: NativeChart, width: number, fontSize: number): number {
  if (shape === 'bars') return 1
  const widest = Math.max(0, ...slots.map(({ label }) => widthOf(label, fontSize)))
  return (
    [1, 2, 3, 4, 6, 12, 24].find((every) => (width / slots.length) * every >= widest + fontSize * 0.6) ?? 48
  )
}
