import type { LineSeriesOption } from 'echarts/charts'
import type { ChartPoint, ChartSeries } from '../chart-kind.ts'
import { silent } from '../chart-option.ts'
import { mix, readable, type Theme } from '../palette.ts'
import { runsOf } from '../points/runs.ts'
import type { Shape } from '../region-colours.ts'
import { odditySign } from '../words/oddity-words.ts'

interface LineStyle {
  readonly color: string
  readonly width: number
  /** Diameter of the points; 2 hides them in the line. */
  readonly dot: number
  /** Diameter of the last point. */
  readonly lastDot: number
  readonly theme: Theme
  readonly label: LineSeriesOption['label']
  /** The shape of its points. */
  readonly shape?: Shape | undefined
  /** Each how manieth point is shown large enough for its shape to be seen; left out where colour is enough. */
  readonly shapeEvery?: number | undefined
  readonly z?: number
  /** On which side of a point its ※ is out of the way of other lines; above where it is left out. */
  readonly signSide?: ((point: ChartPoint) => 'top' | 'bottom') | undefined
  /** Where dashes would be too small to be seen, gaps are crossed by a paler line. */
  readonly tiny?: boolean
}

interface Drawn {
  readonly line: LineSeriesOption
  /** Thin dashed joints across gaps. */
  readonly bridges: LineSeriesOption
  /** Dashes across each change of 口径. */
  readonly joints: readonly LineSeriesOption[]
  /** ※ over each figure that leaves its course. */
  readonly oddities: readonly LineSeriesOption[]
  /** Each point with its place in the line's data, which holds empty places where the line is broken. */
  readonly places: readonly {
    readonly point: ChartPoint
    readonly dataIndex: number
    readonly at: [number, number]
  }[]
}

/** The colour of what nobody printed. */
export const paler = (color: string, { ground }: Theme) => mix(color, ground, 0.38)

const nothing: [string, string] = ['-', '-']

/** A line through the points of a series: solid along runs, broken between them, hollow where not final, pale where derived, square where over a change of 口径. */
export function lineOf(series: ChartSeries, placeOf: (point: ChartPoint) => number, style: LineStyle): Drawn {
  const { runs, bridges, joints } = runsOf(series)
  const last = series.points.at(-1)
  const at = (point: ChartPoint): [number, number] => [placeOf(point), point.value]
  const items = runs.flatMap((run, index) => [
    ...(index === 0 ? [] : [undefined]),
    ...run.map((point) => ({ point, alone: run.length === 1 })),
  ])
  const { color, width, theme, z = 3, tiny = false } = style
  const isDerived = series.points.some(({ derived }) => derived)
  const [ink, thickness] = isDerived ? [paler(color, theme), Math.min(width, 1.5)] : [color, width]
  return {
    line: {
      type: 'line',
      clip: false,
      z,
      cursor: 'default',
      showAllSymbol: true,
      symbol: style.shape ?? 'circle',
      lineStyle: { color: ink, width: thickness, cap: 'round', join: 'round' },
      emphasis: { lineStyle: { width: thickness } },
      data: items.map((item, index) =>
        item
          ? dot(item.point, at(item.point), {
              ...style,
              dot: style.shapeEvery && index % style.shapeEvery === 0 ? Math.max(style.dot, 7) : style.dot,
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
      lineStyle: { color: ink, width: 1, ...(tiny ? { opacity: 0.45 } : { type: [2, 3], opacity: 0.8 }) },
      data: bridges.flatMap(([from, to]) => [at(from), at(to), nothing]),
    },
    joints: joints.map((pair) => ({
      ...silent,
      type: 'line',
      z: z - 1,
      lineStyle: { color: ink, width: thickness, type: tiny ? 'solid' : [5, 4] },
      data: pair.map(at),
    })),
    oddities: series.points
      .filter(({ oddity }) => oddity)
      .map((point) =>
        signAt(at(point), { z, color: readable(color, theme), side: style.signSide?.(point) ?? 'top' }),
      ),
    places: items.flatMap((item, dataIndex) =>
      item ? [{ point: item.point, dataIndex, at: at(item.point) }] : [],
    ),
  }
}

interface Sign {
  readonly z: number
  readonly color: string
  readonly side: 'top' | 'bottom'
}

const signAt = (place: [number, number], { z, color, side }: Sign): LineSeriesOption => ({
  ...silent,
  type: 'line',
  z: z + 1,
  lineStyle: { opacity: 0 },
  symbol: 'circle',
  symbolSize: 1,
  itemStyle: { color: 'transparent' },
  label: { show: true, position: side, distance: 3, formatter: odditySign, color },
  data: [place],
})

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
  const isAcross = point.derived?.isAcrossBreak ?? false
  const own = point.derived ? paler(color, theme) : color
  const diameter = Math.max(size, last ? lastDot : 0, isFinal && !isAcross ? 0 : 5.5, alone ? 4 : 0)
  return {
    value,
    symbolSize: diameter,
    ...(isAcross ? { symbol: 'rect' } : {}),
    emphasis: { scale: Math.max(1.35, 8 / diameter) },
    itemStyle:
      isFinal && !isAcross ? { color: own } : { color: theme.ground, borderColor: own, borderWidth: 1.75 },
    ...(last && label ? { label } : {}),
  }
}
