import type { LineSeriesOption } from 'echarts/charts'
import type { ChartPoint, ChartSeries } from './chart-kind.ts'
import { silent } from './chart-option.ts'
import type { Theme } from './palette.ts'
import { runsOf } from './runs.ts'

interface LineStyle {
  readonly color: string
  readonly width: number
  /** Diameter of the points; 2 hides them in the line. */
  readonly dot: number
  /** Diameter of the last point. */
  readonly lastDot: number
  readonly theme: Theme
  readonly label: LineSeriesOption['label']
  readonly z?: number
  /** Where dashes would be too small to be seen, gaps are crossed by a paler line. */
  readonly tiny?: boolean
}

interface Drawn {
  readonly line: LineSeriesOption
  /** Thin dashed joints across gaps. */
  readonly bridges: LineSeriesOption
  /** Each point with its place in the line's data, which holds empty places where the line is broken. */
  readonly places: readonly {
    readonly point: ChartPoint
    readonly dataIndex: number
    readonly at: [number, number]
  }[]
}

const nothing: [string, string] = ['-', '-']

/** A line through the points of a series: solid along runs, broken between them, hollow where not final. */
export function lineOf(series: ChartSeries, placeOf: (point: ChartPoint) => number, style: LineStyle): Drawn {
  const { runs, bridges } = runsOf(series)
  const last = series.points.at(-1)
  const at = (point: ChartPoint): [number, number] => [placeOf(point), point.value]
  const items = runs.flatMap((run, index) => [
    ...(index === 0 ? [] : [undefined]),
    ...run.map((point) => ({ point, alone: run.length === 1 })),
  ])
  const { color, width, z = 3, tiny = false } = style
  return {
    line: {
      type: 'line',
      clip: false,
      z,
      cursor: 'default',
      showAllSymbol: true,
      symbol: 'circle',
      lineStyle: { color, width, cap: 'round', join: 'round' },
      emphasis: { lineStyle: { width } },
      data: items.map((item) =>
        item
          ? dot(item.point, at(item.point), {
              ...style,
              alone: item.alone && !tiny,
              last: item.point === last,
            })
          : { value: nothing },
      ),
    },
    bridges: {
      ...silent,
      type: 'line',
      z: z - 1,
      lineStyle: { color, width: 1, ...(tiny ? { opacity: 0.45 } : { type: [2, 3], opacity: 0.8 }) },
      data: bridges.flatMap(([from, to]) => [at(from), at(to), nothing]),
    },
    places: items.flatMap((item, dataIndex) =>
      item ? [{ point: item.point, dataIndex, at: at(item.point) }] : [],
    ),
  }
}

interface DotStyle extends LineStyle {
  readonly alone: boolean
  readonly last: boolean
}

function dot(
  point: ChartPoint,
  value: [number, number],
  { color, dot: size, lastDot, theme, label, alone, last }: DotStyle,
) {
  const isFinal = point.status === 'actual'
  const diameter = Math.max(size, last ? lastDot : 0, isFinal ? 0 : 5.5, alone ? 4 : 0)
  return {
    value,
    symbolSize: diameter,
    emphasis: { scale: Math.max(1.35, 8 / diameter) },
    itemStyle: isFinal ? { color } : { color: theme.ground, borderColor: color, borderWidth: 1.75 },
    ...(last && label ? { label } : {}),
  }
}
