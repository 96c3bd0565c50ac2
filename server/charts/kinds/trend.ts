import type { Language } from '#data/model/language.ts'
import { formatPeriod } from '#data/model/period.ts'
import { heightOf, type Plot, plotOf } from '../axes/plot.ts'
import { type TimeScale, timeScaleOf, xAxis } from '../axes/time-axis.ts'
import { type AxisText, axisText, type Domain, domainOf, stepsFor, yAxis } from '../axes/value-axis.ts'
import type {
  ChartData,
  ChartKind,
  ChartPoint,
  ChartSeries,
  ChartWords,
  Frame,
  Picture,
} from '../chart-kind.ts'
import { type AnySeriesOption, baseOption, zeroLine } from '../chart-option.ts'
import { bandOf, reachOf } from '../marks/band.ts'
import { breakLane, breakRules } from '../marks/break-rule.ts'
import { type EndText, endColumn, endLabels, fitTexts } from '../marks/end-label.ts'
import { legendOf } from '../marks/legend.ts'
import { lineOf } from '../marks/line.ts'
import { markOf, nameIn } from '../marks/mark.ts'
import { colorsOf } from '../marks/series-color.ts'
import { type Theme, themes } from '../palette.ts'
import { breakClause, breaksIn } from '../points/breaks.ts'
import { restarts } from '../points/runs.ts'
import { derivedWord } from '../words/derived-words.ts'
import { everyPoint, footOf } from '../words/foot.ts'
import { timeTable } from '../words/time-table.ts'
import { intervalText, printedText, saidText, scaleOf, unitOf } from '../words/value-text.ts'
import {
  axisUnit,
  basisOf,
  derivedIn,
  regionsOf,
  sentence,
  stateOf,
  subjectsOf,
  subtitleOf,
} from '../words/words.ts'

/** Lines over real time; a cumulative series starts again each January, and a gap stays a gap. */
export const trend: ChartKind = {
  name: { zh: '走势', en: 'Trend' },
  fits: (series) =>
    withPoints(series).length > 0 && new Set(series.map((each) => unitOf(each).name.en)).size === 1,
  describe,
  draw,
}

const withPoints = (series: readonly ChartSeries[]) => series.filter(({ points }) => points.length > 0)

function describe(data: ChartData): ChartWords {
  const { series, language } = data
  return {
    title: subjectsOf(series, language),
    subtitle: subtitleOf([
      regionsOf(series, language),
      basisOf(series, language),
      derivedIn(series, language),
      axisUnit(data),
    ]),
    foot: footOf(data, everyPoint(data)),
    sentence: sentencesOf(data),
    table: timeTable(data),
  }
}

/** The latest number of each line, up to five; of a single line also an earlier one to hold it against. */
function sentencesOf({ series, language }: ChartData): string {
  const shown = withPoints(series)
  const latest = shown
    .slice(0, 5)
    .flatMap((each) => each.points.slice(-1).map((point) => stateOf(each, point, language)))
  const now = sentence(latest.join(language === 'zh' ? '；' : '; '), language)
  const earlier = shown.length === 1 ? shown.flatMap((each) => earlierText(each, language)).join('') : ''
  const breaks = breakClause(breaksIn(shown), language)
  return (now + sentence(earlier, language) + sentence(breaks, language)).trim()
}

/** The same months of the nearest year before, or where a stock began. */
function earlierText(series: ChartSeries, language: Language): string {
  const last = series.points.at(-1)
  const before = series.points.slice(0, -1)
  const alike = before.findLast(({ period }) => (last?.period.end ?? 0) % 12 === period.end % 12)
  const point = alike ?? (series.basis === 'stock' ? before[0] : undefined)
  if (!point) return ''
  const [when, value] = [formatPeriod(point.period, language), saidText(point, series, language)]
  return language === 'zh'
    ? `${when}为${value}`
    : `It was ${value} at ${when}`.replace('at end', 'at the end').replace(/ at (?!the)/, ' in ')
}

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

const mostDirectLabels = 5

function draw(full: ChartData, frame: Frame): Picture {
  const data = { ...full, series: withPoints(full.series) }
  const height = heightOf(frame)
  const layout = layoutOf(data, frame, height)
  const { plot, time, domain, text, colors, ends, legend, theme } = layout
  const dot = (plot.width * 1) / (time.max - time.min) >= 9 || time.byYear ? 5 : 2
  const labels = ends.length === 0 ? [] : endLabels(endsAt(data, layout), plot, time.max, frame)
  const placeOf = ({ period }: ChartPoint) => time.positionOf(period)
  const lines = data.series.map((series, index) =>
    lineOf(series, placeOf, {
      color: colors[index] ?? theme.accent,
      width: data.series.length === 1 ? 2.25 : 2,
      dot,
      lastDot: 6,
      theme,
      label: labels[index]?.label,
    }),
  )
  const zero = domain.min < 0 && domain.max > 0 ? [zeroLine(time.min, time.max, theme)] : []
  const rules = breakRules(data, time, domain, plot, frame)
  const under: AnySeriesOption[] = [
    ...zero,
    ...rules.map(({ option }) => option),
    ...data.series.flatMap((series, index) =>
      bandOf(series, placeOf, { color: colors[index] ?? theme.accent, domain, z: 2 }),
    ),
    ...labels.flatMap(({ leader }) => leader ?? []),
    ...lines.flatMap(({ joints }) => joints),
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
  const ends = series.length <= mostDirectLabels ? fitTexts(endTexts(data, colors), frame) : []
  const legend =
    ends.length === 0
      ? legendOf(
          series.map((each) => nameIn(data, each)),
          colors,
          frame,
        )
      : undefined
  const margins = {
    left: text.width + 9,
    right: ends.length === 0 ? 12 : endColumn(ends, frame),
    top: (text.unit === '' ? 12 : 30) + (legend?.height ?? 0),
    bottom: time.byYear || time.max - time.min > 26 ? 28 : 44,
  }
  return {
    plot: plotOf({ width: frame.width, height }, margins, time, domain),
    time,
    domain,
    text,
    colors,
    ends,
    legend,
    theme,
  }
}

function endTexts(data: ChartData, colors: readonly string[]): EndText[] {
  const { series, language } = data
  const latest = Math.max(...series.map(({ points }) => points.at(-1)?.period.end ?? 0))
  return series.map((each, index) => {
    const point = each.points.at(-1)
    const color = colors[index] ?? ''
    if (!point) return { strong: '', plain: '', color }
    const [value, period] = [printedText(point, each, language), formatPeriod(point.period, language)]
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

function endsAt({ series }: ChartData, { ends, time }: Layout) {
  return ends.map((end, index) => {
    const point = series[index]?.points.at(-1)
    return { ...end, x: point ? time.positionOf(point.period) : time.max, y: point?.value ?? 0 }
  })
}
