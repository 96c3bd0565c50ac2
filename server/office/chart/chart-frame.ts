import { widthOf } from '#server/charts/index.ts'
import type { NativeChart, NativePoint, NativeSeries, ValueAxis } from '../native/native-chart.ts'
import { boldWider, lineHeight, type PlacedName, placeNames, shiftsAt } from './line-names.ts'

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
  /** The labels at the ends of each line. */
  readonly ends: readonly LineEnds[]
  /** Each how manieth slot is named. */
  readonly labelEvery: number
}

interface LineEnds {
  /** How far down the label at its first point has to move, so that it covers no other. */
  readonly first: number
  /** The label that names it; left out where it would lie on another line. */
  readonly name?: PlacedName | undefined
}

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
  const { shape, series, labels } = chart
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
  const firsts =
    labels === 'ends'
      ? shiftsAt(
          chart,
          0,
          plot.height,
          series.map(() => fontSize * lineHeight),
        )
      : []
  const texts = series.map((each) => linesAtEnd(each, chart))
  const names = hasNames ? placeNames(chart, texts, plot, frame) : []
  return {
    frame,
    plot,
    hasNames,
    ends: series.map((_, index) => ({ first: firsts[index] ?? 0, name: names[index] })),
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
  const atEdge = chart.series.filter(({ points }) => points.at(-1))
  const ends = hasNames
    ? widest(atEdge.flatMap((each) => linesAtEnd(each, chart))) * boldWider + fontSize * 1.2
    : 0
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
function linesAtEnd({ name, points, end }: NativeSeries, { labels, axis }: NativeChart): readonly string[] {
  const last = points.findLast(Boolean)
  if (!last) return []
  if (labels === 'ends') return [`${name} ${labelText(last, axis)}`]
  return end ?? [name]
}

/** About as a number format of ours shows a value. */
function formatted(value: number, format: string): string {
  const [positive = ''] = format.split(';')
  const decimals = positive.split('.')[1]?.replace(/[^0]/g, '').length ?? 0
  const places = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return value.toLocaleString('en-US', places) + (positive.includes('%') ? '%' : '')
}

function everyOf({ slots, shape }: NativeChart, width: number, fontSize: number): number {
  if (shape === 'bars') return 1
  const widest = Math.max(0, ...slots.map(({ label }) => widthOf(label, fontSize)))
  return (
    [1, 2, 3, 4, 6, 12, 24].find((every) => (width / slots.length) * every >= widest + fontSize * 0.6) ?? 48
  )
}
