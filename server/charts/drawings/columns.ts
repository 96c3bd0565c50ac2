import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { Basis } from '#data/model/period.ts'
import { type Plot, plotOf } from '../axes/plot.ts'
import { type TimeScale, timeScaleOf, xAxis } from '../axes/time-axis.ts'
import { type AxisText, axisText, type Domain, domainOf, stepsFor, yAxis } from '../axes/value-axis.ts'
import type { ChartData, ChartSeries, Frame, Picture } from '../chart-kind.ts'
import { baseOption, silent, zeroLine } from '../chart-option.ts'
import { columns } from '../kinds/columns.ts'
import { reachOf, whiskersOf } from '../marks/band.ts'
import { barStyle } from '../marks/bar-style.ts'
import { breakLane, breakRules } from '../marks/break-rule.ts'
import { markOf } from '../marks/mark.ts'
import { type Theme, themes } from '../palette.ts'
import { onLatestBase } from '../points/one-base.ts'
import { usualStep } from '../points/runs.ts'
import { bold, fontSizeOf, widthOf } from '../typography.ts'
import { shortText } from '../words/number-labels.ts'
import { withOddity } from '../words/oddity-words.ts'
import { scaleOf, withMinus } from '../words/value-text.ts'

type BarLabel = NonNullable<BarSeriesOption['label']>

interface Layout {
  readonly series: ChartSeries
  readonly plot: Plot
  readonly time: TimeScale
  readonly domain: Domain
  readonly text: AxisText
  /** The number on each bar, empty where there is no room. */
  readonly labels: readonly string[]
  /** Whether the only number stands at the right of its bar, since above it the bars before would lie under it. */
  readonly isBeside: boolean
  /** The width of a bar and its share of the gap, in pixels. */
  readonly slot: number
  readonly theme: Theme
}

export function drawColumns(data: ChartData, frame: Frame): Picture {
  const height = columns.heightOf(data, frame)
  const shown = { ...data, series: onLatestBase(data.series).series }
  const [series] = shown.series
  if (!series) return { option: {}, height, lanes: [], pointing: 'x' }
  const layout = layoutOf(shown, series, frame, height)
  const { plot, time, domain, text, theme, slot } = layout
  const rules = breakRules(shown, time, domain, plot, frame)
  const whiskers = whiskersOf(series, ({ period }) => time.positionOf(period), {
    color: theme.muted,
    domain,
    width: Math.min(10, slot * 0.4),
  })
  return {
    option: {
      ...baseOption(frame, plot.margins),
      xAxis: xAxis(time, plot.width, frame, data.language),
      yAxis: yAxis(domain, text, frame),
      series: [
        bars(layout, frame),
        zeroLine(time.min, time.max, theme),
        missing(layout, frame),
        ...rules.map(({ option }) => option),
        ...whiskers,
      ],
    },
    height,
    lanes: [
      series.points.map((point, dataIndex) => {
        const at = [time.positionOf(point.period), point.value] as const
        return markOf(data, series, point, { seriesIndex: 0, dataIndex, at })
      }),
      ...(rules.length === 0 ? [] : [breakLane(data, rules, 3)]),
    ],
    pointing: 'x',
  }
}

const slotMonths: Readonly<Record<Basis, number>> = {
  cumulative: 1,
  month: 1,
  stock: 1,
  quarter: 3,
  year: 12,
}

function layoutOf(data: ChartData, series: ChartSeries, frame: Frame, height: number): Layout {
  const time = timeScaleOf([series], 'bars')
  const values = reachOf([series])
  const domain = domainOf(values.length > 0 ? values : [0, 1], {
    steps: stepsFor(height - 60),
    zero: 'always',
  })
  const text = axisText(domain, scaleOf([series], data.language), frame)
  const isLong = time.byYear || time.max - time.min > 26
  const months = time.byYear ? 12 : Math.max(slotMonths[series.basis], Math.min(usualStep(series.points), 6))
  const left = text.width + 9
  const slotIn = (width: number) => ((width - left - 6) * months) / (time.max - time.min)
  const labels = labelsOf(data, series, slotIn(frame.width), frame)
  const isBeside = isBelowOthers(series, labels)
  const margins = {
    left,
    right: isBeside ? Math.ceil(widthOf(labels.at(-1) ?? '', fontSizeOf(frame)) * 1.06) + 8 : 6,
    top: text.unit === '' ? 24 : 36,
    bottom: isLong ? 28 : 44,
  }
  const plot = plotOf({ width: frame.width, height }, margins, time, domain)
  return {
    series,
    labels,
    isBeside,
    plot,
    time,
    domain,
    text,
    slot: (plot.width * months) / (time.max - time.min),
    theme: themes[frame.theme],
  }
}

function bars(layout: Layout, frame: Frame): BarSeriesOption {
  const { series, slot, time, theme } = layout
  const latest = series.points.at(-1)
  return {
    type: 'bar',
    cursor: 'default',
    barWidth: Math.max(1.5, Math.min(56, slot * 0.68)),
    emphasis: { itemStyle: { opacity: 0.78 } },
    data: series.points.map((point, index) => ({
      value: [time.positionOf(point.period), point.value],
      itemStyle: barStyle(point, point === latest ? theme.accent : theme.rest, theme),
      label: labelOf(layout, index, frame),
    })),
  }
}

function labelOf(layout: Layout, index: number, frame: Frame): BarLabel {
  const { series, labels, isBeside, theme } = layout
  const isLatest = index === series.points.length - 1
  const formatter = labels[index] ?? ''
  return {
    show: formatter !== '',
    ...(isBeside ? besideTop : aboveBar(layout, index, frame)),
    formatter,
    fontSize: fontSizeOf(frame),
    fontWeight: isLatest ? bold : 400,
    color: isLatest ? theme.accent : theme.muted,
    textBorderColor: theme.ground,
    textBorderWidth: 3,
  }
}

const besideTop: BarLabel = {
  position: ['100%', '0%'],
  offset: [4, 0],
  align: 'left',
  verticalAlign: 'top',
}

function aboveBar({ series, labels, time, plot }: Layout, index: number, frame: Frame): BarLabel {
  const point = series.points[index]
  const shift = point ? shiftOf(labels[index] ?? '', time.positionOf(point.period), plot, frame) : 0
  return { position: (point?.value ?? 0) < 0 ? 'bottom' : 'top', distance: 4, offset: [shift, 0] }
}

/** The number on each bar while there is room, else on the latest only. */
function labelsOf({ language }: ChartData, series: ChartSeries, slot: number, frame: Frame): string[] {
  const { power, label } = scaleOf([series], language)
  const shown = series.points.map(({ value }) => value / 10 ** power)
  const decimals = Math.max(...shown.map(decimalsOf))
  const texts = shown.map(
    (value) =>
      withMinus(
        value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
      ) + (label === '%' ? '%' : ''),
  )
  const widest = Math.max(...texts.map((text) => widthOf(text, fontSizeOf(frame))))
  const marked = texts.map((text, index) => withOddity(text, series.points[index] ?? {}))
  if (slot >= widest + 3) return marked
  const last = series.points.length - 1
  return series.points.map((point, index) =>
    withOddity(index === last ? shortText({ series, point }, language) : '', point),
  )
}

/** Whether the latest bar, the only one with a number, is lower than one of those before it. */
const isBelowOthers = ({ points }: ChartSeries, labels: readonly string[]) =>
  points.length > 1 &&
  labels.slice(0, -1).every((label) => label === '') &&
  points.some(({ value }) => Math.abs(value) > Math.abs(points.at(-1)?.value ?? 0))

/** How many decimals a number needs, up to two. */
const decimalsOf = (value: number) => (value.toFixed(2).replace(/0+$/, '').split('.')[1] ?? '').length

/** How far the label of a bar near the edge has to move to the left. */
function shiftOf(label: string, at: number, plot: Plot, frame: Frame): number {
  return Math.min(0, frame.width - 2 - widthOf(label, fontSizeOf(frame)) / 2 - plot.toX(at))
}

/** `—` on the axis where a year or a quarter between the first and the last has no number. */
function missing({ series, time, slot, theme }: Layout, frame: Frame): LineSeriesOption {
  const step = time.byYear ? 12 : 3
  const places = series.points.map(({ period }) => time.positionOf(period))
  const [first = 0] = places
  const count =
    time.byYear || series.basis === 'quarter' ? Math.round(((places.at(-1) ?? 0) - first) / step) : 0
  const all = Array.from({ length: count }, (_, index) => first + index * step)
  return {
    ...silent,
    type: 'line',
    symbol: 'circle',
    symbolSize: 1,
    itemStyle: { color: 'transparent' },
    lineStyle: { width: 0 },
    label: {
      show: slot > 12,
      position: 'top',
      formatter: '—',
      color: theme.muted,
      fontSize: fontSizeOf(frame),
      distance: 2,
    },
    data: all
      .filter((place) => !places.some((each) => Math.abs(each - place) < 0.6))
      .map((place) => [place, 0]),
  }
}
