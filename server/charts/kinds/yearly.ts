import type { Language } from '#data/model/language.ts'
import { endMonthOf } from '#data/model/period.ts'
import { heightOf, type Plot, plotOf } from '../axes/plot.ts'
import { type SeasonAxis, seasonAxis } from '../axes/season-axis.ts'
import { type AxisText, axisText, type Domain, domainOf, stepsFor, yAxis } from '../axes/value-axis.ts'
import type { ChartData, ChartKind, Frame, Picture } from '../chart-kind.ts'
import { baseOption, rule, zeroLine } from '../chart-option.ts'
import { bandOf, reachOf } from '../marks/band.ts'
import {
  type EndLabel,
  type EndText,
  endColumn,
  endLabels,
  fitTexts,
  insideLabel,
  type PlacedLabel,
} from '../marks/end-label.ts'
import { lineOf } from '../marks/line.ts'
import { markOf } from '../marks/mark.ts'
import { mix, type Theme, themes } from '../palette.ts'
import { breaksAt } from '../points/breaks.ts'
import { type Year, yearsOf, yearText } from '../points/years.ts'
import { isCompact } from '../typography.ts'
import { intervalText, printedText, scaleOf } from '../words/value-text.ts'
import { describeYearly } from '../words/yearly-words.ts'

/** 逐年对照: the months of each year over one another, the latest year foremost. */
export const yearly: ChartKind = {
  name: { zh: '逐年对照', en: 'Year by year' },
  fits: (series) =>
    series.length === 1 && series.every((each) => each.basis !== 'year' && yearsOf(each).length > 1),
  describe: describeYearly,
  draw,
}

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
  const years = data.series.slice(0, 1).flatMap(yearsOf)
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
  const inColumn = ends.filter((_, index) => !endsInside(years, index))
  const margins = {
    left: text.width + 9,
    right: Math.max(16, endColumn(inColumn, frame)),
    top: text.unit === '' ? 12 : 30,
    bottom: 28,
  }
  return {
    years,
    season,
    domain,
    text,
    ends,
    plot: plotOf({ width: frame.width, height }, margins, season, domain),
  }
}

function draw(data: ChartData, frame: Frame): Picture {
  const height = heightOf(frame)
  const theme = themes[frame.theme]
  const layout = layoutOf(data, frame, height)
  const { years, season, domain, text, plot } = layout
  const labels = labelsOf(layout, frame)
  const lines = years.map(({ series }, index) => {
    const isLatest = index === years.length - 1
    return lineOf(series, ({ period }) => season.positionOf(period), {
      color: colorOf(index, years.length, theme),
      width: isLatest ? 3 : 1.5,
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
        ...lines.map(({ bridges }) => bridges),
        ...years.flatMap(({ series }, index) =>
          bandOf(series, ({ period }) => season.positionOf(period), {
            color: colorOf(index, years.length, theme),
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

/** The latest year in the accent; before it, paler the older. */
function colorOf(index: number, count: number, { accent, muted, ground }: Theme): string {
  const age = count - 1 - index
  return age === 0 ? accent : mix(muted, ground, Math.min(0.62, ((age - 1) / Math.max(3, count - 1)) * 0.7))
}

function endText({ year, series }: Year, color: string, language: Language): EndText {
  const point = series.points.at(-1)
  const value = point ? printedText(point, series, language) : ''
  const interval = point?.derived ? `\n${intervalText(point, series, language)}` : ''
  return { strong: yearText(year, language), plain: value + interval, color }
}

/** A latest year that is not over is named at its last point, within the plot. */
const endsInside = (years: readonly Year[], index: number) =>
  index === years.length - 1 && lastMonth(years[index]) < 11

const lastMonth = (year: Year | undefined) => {
  const last = year?.series.points.at(-1)
  return last ? endMonthOf(last.period) : 12
}

function labelsOf(layout: Layout, frame: Frame): PlacedLabel[] {
  const { years, ends, season, plot, domain } = layout
  const placed = ends.map((end, index) => {
    const point = years[index]?.series.points.at(-1)
    return {
      ...end,
      plain: index === years.length - 1 ? end.plain : '',
      x: point ? season.positionOf(point.period) : 0,
      y: point?.value ?? 0,
    }
  })
  const column = placed.filter((_, index) => !endsInside(years, index))
  const labels = endLabels(column, plot, season.max, frame)
  const [latest] = placed.slice(column.length)
  return latest
    ? [
        ...labels,
        { label: insideLabel(latest, standsAbove(latest, years, domain), frame), leader: undefined },
      ]
    : labels
}

/** Whether a label goes above its point: there is nothing higher, or no room before the axis below. */
const standsAbove = (label: EndLabel, years: readonly Year[], { min, max }: Domain) =>
  isHighest(years, label) || label.y - min < 0.2 * (max - min)

/** Whether no year before stood higher round the month of the label. */
const isHighest = (years: readonly Year[], { x, y }: EndLabel) =>
  years
    .slice(0, -1)
    .every(({ series }) => series.points.every(({ period, value }) => endMonthOf(period) > x || value <= y))
