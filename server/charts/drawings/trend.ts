import { derivedWord } from '#data/wording/derived-names.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import { type Plot, plotOf } from '../axes/plot.ts'
import { type TimeScale, timeScaleOf, xAxis } from '../axes/time-axis.ts'
import { type AxisText, axisText, type Domain, domainOf, stepsFor, yAxis } from '../axes/value-axis.ts'
import type { ChartData, ChartPoint, ChartSeries, Frame, Picture } from '../chart-kind.ts'
import { type AnySeriesOption, baseOption, zeroLine } from '../chart-option.ts'
import { trend, withPoints } from '../kinds/trend.ts'
import { bandOf, reachOf } from '../marks/band.ts'
import { type BreakRule, breakLane, breakRules } from '../marks/break-rule.ts'
import {
  type EndText,
  endColumn,
  endLabels,
  fitTexts,
  inColumn,
  type PlacedLabel,
} from '../marks/end-label.ts'
import { legendOf } from '../marks/legend.ts'
import { lineOf } from '../marks/line.ts'
import { markOf } from '../marks/mark.ts'
import { colorsOf, shapesOf } from '../marks/series-color.ts'
import { type Theme, themes } from '../palette.ts'
import { onLatestBase } from '../points/one-base.ts'
import { pointAt } from '../points/ranked.ts'
import { restarts } from '../points/runs.ts'
import { lineHeightOf } from '../typography.ts'
import { nameIn } from '../words/name-words.ts'
import { shortText } from '../words/number-labels.ts'
import { withOddity } from '../words/oddity-words.ts'
import { intervalText, scaleOf } from '../words/value-text.ts'

interface Layout {
  readonly plot: Plot
  readonly time: TimeScale
  readonly domain: Domain
  readonly text: AxisText
  readonly colors: readonly string[]
  readonly ends: readonly EndText[]
  readonly legend: ReturnType<typeof legendOf> | undefined
  readonly theme: Theme
}

export function drawTrend(full: ChartData, frame: Frame): Picture {
  const data = { ...full, series: withPoints(onLatestBase(full.series).series) }
  const height = trend.heightOf(data, frame)
  const layout = layoutOf(data, frame, height)
  const { plot, time, domain, text, colors, legend, theme } = layout
  const placeOf = ({ period }: ChartPoint) => time.positionOf(period)
  const rules = breakRules(data, time, domain, plot, frame)
  const labels = labelsOf(data, layout, rules, frame)
  const looks = looksOf(data, layout)
  const lines = data.series.map((series, index) =>
    lineOf(series, placeOf, {
      color: colors[index] ?? theme.accent,
      width: data.series.length === 1 ? 2.25 : 2,
      theme,
      label: labels[index]?.label,
      signSide: (point) => freeSide(data.series, series, point, plot),
      ...looks(index),
    }),
  )
  const zero = domain.min < 0 && domain.max > 0 ? [zeroLine(time.min, time.max, theme)] : []
  const under: AnySeriesOption[] = [
    ...zero,
    ...rules.map(({ option }) => option),
    ...data.series.flatMap((series, index) =>
      bandOf(series, placeOf, { color: colors[index] ?? theme.accent, domain, z: 2 }),
    ),
    ...labels.flatMap(({ leader }) => leader ?? []),
    ...lines.flatMap(({ joints }) => joints),
    ...lines.flatMap(({ oddities }) => oddities),
    ...lines.map(({ bridges }) => bridges),
  ]
  return {
    option: {
      ...baseOption(frame, plot.margins),
      ...(legend ? { legend: legend.option } : {}),
      xAxis: xAxis(time, plot.width, frame, data.language),
      yAxis: yAxis(domain, text, frame),
      series: [
        ...lines.map(({ line }, index) => ({ ...line, name: legend?.names[index] ?? `${index}` })),
        ...under,
      ],
    },
    height,
    lanes: [...lanesOf(data, lines), ...laneOf(breakLane(data, rules, lines.length + zero.length))],
    pointing: 'xy',
  }
}

/** Height of a ※ with the room before it, in pixels. */
const signHeight = 18

/** Away from the nearest of the other lines at that time, but never down into the axis. */
function freeSide(
  all: readonly ChartSeries[],
  own: ChartSeries,
  { period, value }: ChartPoint,
  { margins, height, toY }: Plot,
): 'top' | 'bottom' {
  const others = all.filter((each) => each !== own).flatMap((each) => pointAt(each, period)?.value ?? [])
  const [nearest] = others.toSorted((a, b) => Math.abs(a - value) - Math.abs(b - value))
  const hasRoom = toY(value) + signHeight <= margins.top + height
  return nearest !== undefined && nearest > value && hasRoom ? 'bottom' : 'top'
}

/** How the points of each line look: dots where there is room, else shapes now and then on lines of one colour. */
function looksOf({ series }: ChartData, { plot, time, colors }: Layout) {
  const shapes = shapesOf(series)
  const isRoomy = plot.width / (time.max - time.min) >= 9 || time.byYear
  return (index: number) => {
    const { length = 1 } = series[index]?.points ?? []
    const isTwin = colors.filter((color) => color === colors[index]).length > 1
    const isShaped = shapes[index] !== 'circle'
    const every = Math.max(1, Math.round((44 * length) / plot.width))
    return {
      shape: shapes[index],
      dot: isRoomy ? (isShaped ? 6.5 : 5) : 2,
      lastDot: isShaped ? 8 : 6,
      ...(isTwin && !isRoomy ? { shapeEvery: every } : {}),
    }
  }
}

const lanesOf = (data: ChartData, lines: readonly ReturnType<typeof lineOf>[]) =>
  lines.map(({ places }, seriesIndex) =>
    places.flatMap(({ point, dataIndex, at }) => {
      const series = data.series[seriesIndex]
      return series ? [markOf(data, series, point, { seriesIndex, dataIndex, at })] : []
    }),
  )

/** A lane, unless it is empty. */
const laneOf = <Item>(lane: readonly Item[]) => (lane.length === 0 ? [] : [lane])

function layoutOf(data: ChartData, frame: Frame, height: number): Layout {
  const { series, language } = data
  const theme = themes[frame.theme]
  const colors = colorsOf(series, theme)
  const time = timeScaleOf(series, 'lines')
  const values = reachOf(series)
  const isAdditive = series.some(restarts)
  const domain = domainOf(values.length > 0 ? values : [0, 1], {
    steps: stepsFor(height - 60),
    zero: isAdditive ? 'always' : 'near',
  })
  const text = axisText(domain, scaleOf(series, language), frame)
  const [top, bottom] = [text.unit === '' ? 12 : 30, time.byYear || time.max - time.min > 26 ? 28 : 44]
  const ends = endsThatFit(data, colors, frame, height - top - bottom)
  const legend =
    ends.length === 0
      ? legendOf(
          series.map((each) => nameIn(data, each)),
          { colors, shapes: shapesOf(series) },
          frame,
        )
      : undefined
  const left = text.width + 9
  const plotWith = (right: number) =>
    plotOf(
      { width: frame.width, height },
      { left, right, top: top + (legend?.height ?? 0), bottom },
      time,
      domain,
    )
  const widest = plotWith(endColumn(ends, frame))
  const column = inColumn(endsAt(data, { ends, time }), widest)
  const plot = ends.length === 0 ? plotWith(12) : plotWith(endColumn(column, frame))
  return { plot, time, domain, text, colors, ends, legend, theme }
}

/** Up to so many lines are named with their latest number, more with their name alone. */
const mostWithNumbers = 5

/** The labels at the ends of the lines; none where they would not fit beside the plot. */
function endsThatFit(data: ChartData, colors: readonly string[], frame: Frame, room: number): EndText[] {
  const texts = fitTexts(endTexts(data, colors), frame)
  if (texts.length <= mostWithNumbers) return texts
  const names = texts.map((each) => ({ ...each, plain: '' }))
  return names.length * (lineHeightOf(frame) + 3) <= room ? names : []
}

function labelsOf(data: ChartData, layout: Layout, rules: readonly BreakRule[], frame: Frame): PlacedLabel[] {
  const { ends, plot, time } = layout
  if (ends.length === 0) return []
  const lines = data.series.map(({ points }) =>
    points.map(({ period, value }): [number, number] => [time.positionOf(period), value]),
  )
  return endLabels(endsAt(data, layout), plot, frame, {
    lines,
    words: rules.flatMap(({ word }) => word ?? []),
  })
}

function endTexts(data: ChartData, colors: readonly string[]): EndText[] {
  const { series, language } = data
  const latest = Math.max(...series.map(({ points }) => points.at(-1)?.period.end ?? 0))
  return series.map((each, index) => {
    const point = each.points.at(-1)
    const color = colors[index] ?? ''
    if (!point) return { strong: '', plain: '', color }
    const value = withOddity(shortText({ series: each, point }, language), point)
    const period = formatPeriod(point.period, language)
    const said = point.derived ? `${value}\n${intervalText(point, each, language)}` : value
    if (series.length === 1) {
      const interval = point.derived
        ? `${intervalText(point, each, language)}\n${derivedWord[language]} · `
        : ''
      return { strong: value, plain: interval + period, color }
    }
    return {
      strong: nameIn(data, each),
      plain: point.period.end < latest ? `${said}\n${period}` : said,
      color,
    }
  })
}

function endsAt({ series }: ChartData, { ends, time }: Pick<Layout, 'ends' | 'time'>) {
  return ends.map((end, index) => {
    const point = series[index]?.points.at(-1)
    return { ...end, x: point ? time.positionOf(point.period) : time.max, y: point?.value ?? 0 }
  })
}
