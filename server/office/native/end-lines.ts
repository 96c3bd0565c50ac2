import { derivedWord } from '#data/wording/derived-names.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import {
  type ChartData,
  type ChartSeries,
  intervalText,
  shortText,
  withOddity,
} from '#server/charts/index.ts'

/** The newest number of a line as the pages say it, and of when it is: `89,785亿元`, `2026年1—7月`. */
export function endLines({ language }: Pick<ChartData, 'language'>, series: ChartSeries): string[] {
  const point = series.points.at(-1)
  if (!point) return []
  const period = formatPeriod(point.period, language)
  if (!point.derived) return [newestText({ language }, series), period]
  const interval = intervalText(point, series, language)
  return [newestText({ language }, series), interval, `${derivedWord[language]} · ${period}`]
}

/** The newest number of a line with its unit. */
export function newestText({ language }: Pick<ChartData, 'language'>, series: ChartSeries): string {
  const point = series.points.at(-1)
  return point ? withOddity(shortText({ series, point }, language), point) : ''
}
