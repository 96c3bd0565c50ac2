import type { BarSeriesOption, CustomSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { GridComponentOption, LegendComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import type { Frame } from './chart-kind.ts'
import { type Theme, themes } from './palette.ts'
import { fontFamily, fontSizeOf } from './typography.ts'

export type ChartOption = ComposeOption<
  BarSeriesOption | CustomSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption
>
export type YAxis = Exclude<NonNullable<ChartOption['yAxis']>, readonly unknown[]>
export type AnySeriesOption = BarSeriesOption | CustomSeriesOption | LineSeriesOption

/** Room round the plot, in pixels. */
export interface Margins {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** What every chart's option begins with: type, no animation, a plot of exactly the given margins. */
export function baseOption(frame: Frame, margins: Margins): ChartOption {
  return {
    animation: false,
    textStyle: { fontFamily, fontSize: fontSizeOf(frame), color: themes[frame.theme].ink },
    grid: { ...margins, outerBoundsMode: 'none' },
  }
}

/** A thing that is drawn but cannot be pointed at: a rule, a connector, a reference. */
export const silent = {
  silent: true,
  symbol: 'none',
  emphasis: { disabled: true },
  clip: false,
  z: 1,
} as const satisfies LineSeriesOption

/** A straight line in data coordinates. */
export function rule(
  from: readonly [number, number],
  to: readonly [number, number],
  lineStyle: LineSeriesOption['lineStyle'],
): LineSeriesOption {
  return { ...silent, type: 'line', lineStyle: { width: 1, ...lineStyle }, data: [[...from], [...to]] }
}

/** A hairline from a point of the plot to a label outside of it: lines of ECharts end where the plot does, at its sides. */
export const leader = (
  from: readonly [number, number],
  to: readonly [number, number],
  { axis }: Theme,
): CustomSeriesOption => ({
  type: 'custom',
  coordinateSystem: 'cartesian2d',
  silent: true,
  clip: false,
  z: 1,
  renderItem: (_, api) => {
    const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = [api.coord([...from]), api.coord([...to])]
    return { type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: axis, lineWidth: 0.75 } }
  },
  data: [[...from]],
})

export const zeroLine = (from: number, to: number, theme: Theme): LineSeriesOption =>
  rule([from, 0], [to, 0], { color: theme.axis, width: 1 })
