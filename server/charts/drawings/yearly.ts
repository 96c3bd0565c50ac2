import type { Language } from '#data/model/language.ts'
import { type Plot, plotOf } from '../axes/plot.ts'
import { type SeasonAxis, seasonAxis } from '../axes/season-axis.ts'
import { type AxisText, axisText, type Domain, domainOf, stepsFor, yAxis } from '../axes/value-axis.ts'
import type { ChartData, Frame, Picture } from '../chart-kind.ts'
import { baseOption, rule, zeroLine } from '../chart-option.ts'
import { yearly } from '../kinds/yearly.ts'
import { bandOf, reachOf } from '../marks/band.ts'
import {
  type EndLabel,
  type EndText,
  endColumn,
  endLabels,
  fitTexts,
  inColumn,
  type PlacedLabel,
} from '../marks/end-label.ts'
import { lineOf } from '../marks/line.ts'
import { markOf } from '../marks/mark.ts'
import { mix, type Theme, themes } from '../palette.ts'
import { breaksAt } from '../points/breaks.ts'
import { type Year, yearText } from '../points/years.ts'
import { yearsDrawn } from '../points/years-drawn.ts'
import { isCompact } from '../typography.ts'
import { shortText } from '../words/number-labels.ts'
import { withOddity } from '../words/oddity-words.ts'
import { intervalText, scaleOf } from '../words/value-text.ts'

interface Layout {
  readonly years: readonly Year[]
  readonly season: SeasonAxis
  readonly domain: Domain
  readonly text: AxisText
  readonly ends: readonly EndText[]
  readonly plot: Plot
}

function layoutOf(data: ChartData, frame: Frame, height: number): Layout {
  const theme = themes[frame.theme]
  const years = yearsDrawn(data.series.slice(0, 1))
  const basis = data.series[0]?.basis ?? 'month'
  const values = reachOf(years.map(({ series }) => series))
  const zero = basis === 'stock' ? 'near' : 'always'
  const domain = domainOf(values.length > 0 ? values : [0, 1], { steps: stepsFor(height - 60), zero })
  const text = axisText(domain, scaleOf(data.series, data.language), frame)
  const season = seasonAxis(basis, frame, data.language)
  const texts = years.map((each, index) =>
    endText(each, index === years.length - 1 ? theme.accent : theme.muted, data.language),
  )
  const ends = fitTexts(texts, frame)
  const plotWith = (right: number) =>
    plotOf(
      { width: frame.width, height },
      { left: text.width + 9, right: Math.max(16, right), top: text.unit === '' ? 12 : 30, bottom: 28 },
      season,
      domain,
    )
  const column = inColumn(endsAt({ years, ends, season }), plotWith(endColumn(ends, frame)))
  return {
    years,
    season,
    domain,
    text,
    ends,
    plot: plotWith(endColumn(column, frame)),
  }
}

export function drawYearly(data: ChartData, frame: Frame): Picture {
  const height = yearly.heightOf(data, frame)
  const theme = themes[frame.theme]
  const layout = layoutOf(data, frame, height)
  const { years, season, domain, text, plot } = layout
  const labels = labelsOf(layout, frame)
  const lines = years.map(({ series }, index) => {
    const isLatest = index === years.length - 1
    return lineOf(series, ({ period }) => season.positionOf(period), {
      ...lookOf(index, years.length, theme),
      dot: isLatest ? 6 : isCompact(frame) ? 2 : 3.5,
      lastDot: isLatest ? 7 : 4,
      theme,
      label: labels[index]?.label,
      z: isLatest ? 6 : 3,
    })
  })
  return {
    option: {
      ...baseOption(frame, plot.margins),
      xAxis: season.axis(plot.width),
      yAxis: yAxis(domain, text, frame),
      series: [
        ...lines.map(({ line }) => line),
        ...(domain.min < 0 ? [zeroLine(season.min, season.max, theme)] : []),
        ...labels.flatMap(({ leader }) => leader ?? []),
        ...lines.flatMap(({ joints }) => joints),
        ...lines.flatMap(({ oddities }) => oddities),
        ...lines.map(({ bridges }) => bridges),
        ...years.flatMap(({ series }, index) =>
          bandOf(series, ({ period }) => season.positionOf(period), {
            color: lookOf(index, years.length, theme).color,
            domain,
            z: 2,
          }),
        ),
        ...breakTicks(layout, theme),
      ],
    },
    height,
    lanes: lines.map(({ places }, seriesIndex) =>
      places.flatMap(({ point, dataIndex, at }) => {
        const [series] = data.series
        return series ? [markOf(data, series, point, { seriesIndex, dataIndex, at })] : []
      }),
    ),
    pointing: 'xy',
  }
}

/** A short dashed upright before each number that a change of 口径 parts from the one before in its year. */
const breakTicks = ({ years, season, domain }: Layout, theme: Theme) =>
  years.flatMap(({ series }) =>
    series.points.flatMap((point) => {
      if (breaksAt(series, point).every(({ isRebase }) => isRebase)) return []
      const [x, reach] = [season.positionOf(point.period) - 0.5, (domain.max - domain.min) * 0.07]
      const ends = [point.value - reach, point.value + reach].map((y) =>
        Math.max(domain.min, Math.min(domain.max, y)),
      )
      return [rule([x, ends[0] ?? 0], [x, ends[1] ?? 0], { color: theme.muted, type: [4, 3] })]
    }),
  )

/**
 * How each year looks, the latest first: three years are told apart by tone and width; those before are one pale grey,
 * as eight greys would be none.
 */
function looksOf({ accent, ink, muted, ground }: Theme) {
  return [
    { color: accent, width: 3 },
    { color: mix(ink, ground, 0.18), width: 2 },
    { color: mix(muted, ground, 0.2), width: 1.75 },
    { color: mix(muted, ground, 0.55), width: 1.25 },
  ] as const
}

/** The colour and width of a year's line, of so many in time order. */
export function lookOf(index: number, count: number, theme: Theme) {
  const looks = looksOf(theme)
  return looks[Math.min(count - 1 - index, looks.length - 1)] ?? looks[0]
}

function endText({ year, series }: Year, color: string, language: Language): EndText {
  const point = series.points.at(-1)
  const value = point ? withOddity(shortText({ series, point }, language), point) : ''
  const interval = point?.derived ? `\n${intervalText(point, series, language)}` : ''
  return { strong: yearText(year, language), plain: value + interval, color }
}

/** Every year's name at its last point, the latest with its number. */
function endsAt({ years, ends, season }: Pick<Layout, 'years' | 'ends' | 'season'>): EndLabel[] {
  return ends.map((end, index) => {
    const point = years[index]?.series.points.at(-1)
    return {
      ...end,
      plain: index === years.length - 1 ? end.plain : '',
      x: point ? season.positionOf(point.period) : 0,
      y: point?.value ?? 0,
    }
  })
}

function labelsOf(layout: Layout, frame: Frame): PlacedLabel[] {
  const { years, season, plot } = layout
  const lines = years.map(({ series }) =>
    series.points.map(({ period, value }): [number, number] => [season.positionOf(period), value]),
  )
  return endLabels(endsAt(layout), plot, frame, { lines })
}
