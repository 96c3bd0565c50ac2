import { endMonthOf } from '#data/model/period.ts'
import { monthName, quarterNames } from '#data/wording/month-names.ts'
import {
  breaksAt,
  breakWord,
  type ChartData,
  type ChartSeries,
  lookOf,
  onLatestBase,
  reachOf,
  runsOf,
  scaleOf,
  themes,
  yearsOf,
  yearText,
} from '#server/charts/index.ts'
import { endLines } from './end-lines.ts'
import type { NativeChart } from './native-chart.ts'
import { nativePoint } from './native-point.ts'
import { slotNames } from './over-time.ts'
import { valueAxisOf } from './value-axis.ts'

/** 逐年对照: a line for each year over its months or quarters, the latest foremost. */
export function nativeYearly(all: ChartData): NativeChart | undefined {
  const { language } = all
  const years = onLatestBase(all.series.slice(0, 1)).series.flatMap(yearsOf)
  const [first] = years
  if (!first) return undefined
  const { basis } = first.series
  const series = years.map((each) => each.series)
  const months = [...new Set(series.flatMap(({ points }) => points.map(({ period }) => endMonthOf(period))))]
  months.sort((a, b) => a - b)
  const scale = scaleOf(all.series, language)
  const name = (month: number) =>
    basis === 'quarter' ? (quarterNames[language][month / 3 - 1] ?? '') : monthName(month, language)
  return {
    language,
    shape: 'lines',
    slots: months.map((month) => ({ label: name(month) })),
    slotName: slotNames[language],
    rules: [],
    blanks: series.some((each) => runsOf(each).runs.length > 1) ? 'gap' : 'span',
    labels: 'last',
    axis: valueAxisOf(reachOf(series), scale, { zero: basis === 'stock' ? 'near' : 'always' }),
    series: years.map(({ year, series: own }, index) => {
      const { color, width } = lookOf(index, years.length, themes.light)
      return {
        name: yearText(year, language),
        color,
        shape: 'circle',
        width,
        dash: 'solid',
        isDotted: true,
        end: index === years.length - 1 ? endLines(all, own) : undefined,
        points: months.map((month) => {
          const point = own.points.find(({ period }) => endMonthOf(period) === month)
          if (!point) return undefined
          return { ...nativePoint(all, own, point, { color, scale }), remark: remarkOf(own, point, all) }
        }),
      }
    }),
  }
}

/** That a number does not compare with the one before it in its year. */
const remarkOf = (series: ChartSeries, point: ChartSeries['points'][number], { language }: ChartData) =>
  breaksAt(series, point)
    .filter(({ isRebase }) => !isRebase)
    .map((each) => breakWord(each)[language])
    .at(0)
