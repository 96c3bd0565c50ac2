import type { Language } from '#data/model/language.ts'
import { endMonthOf } from '#data/model/period.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type { ChartData, ChartSeries, ChartTable, ChartWords } from '../chart-kind.ts'
import { breakClause, breaksIn } from '../points/breaks.ts'
import { onLatestBase } from '../points/one-base.ts'
import { yearsOf, yearText } from '../points/years.ts'
import { leftOutLine, oneBaseText } from './base-words.ts'
import { everyPoint, footOf } from './foot.ts'
import { cellOf } from './time-table.ts'
import { saidText } from './value-text.ts'
import { axisUnit, basisOf, derivedIn, sentence, stateOf, subjectOf, subtitleOf } from './words.ts'

/** The words of a series year by year. */
export function describeYearly(data: ChartData): ChartWords {
  const { language } = data
  const [whole] = data.series
  const { series: drawn, left } = onLatestBase(data.series.slice(0, 1))
  const [series] = drawn
  if (!whole || !series)
    return { title: '', subtitle: '', foot: [], sentence: '', table: { columns: [], rows: [] } }
  const subject = subjectOf(series, language)
  const shown = { ...data, series: drawn }
  return {
    title: language === 'zh' ? `${subject}：逐年对照` : `${subject}, year by year`,
    subtitle: subtitleOf([
      series.region.name[language],
      basisOf([series], language),
      derivedIn([series], language),
      oneBaseText(drawn, left, language),
      axisUnit(shown),
    ]),
    foot: [...leftOutLine(drawn, left, language), ...footOf(shown, everyPoint(shown))],
    sentence: sentenceOf(series, language),
    table: tableOf(data, whole),
  }
}

/** The latest number, and the same months of the years before. */
function sentenceOf(series: ChartSeries, language: Language): string {
  const last = series.points.at(-1)
  if (!last) return ''
  const before = series.points
    .filter(({ period }) => endMonthOf(period) === endMonthOf(last.period) && period !== last.period)
    .slice(-3)
    .toReversed()
    .map(
      (point) =>
        formatPeriod(point.period, language) +
        (language === 'zh' ? '为' : ': ') +
        saidText(point, series, language),
    )
  const earlier = before.join(language === 'zh' ? '，' : ', ')
  const breaks = breakClause(breaksIn([series]), language)
  return [stateOf(series, last, language), earlier, breaks]
    .map((part) => sentence(part, language))
    .join('')
    .trim()
}

const headings = { zh: '月份', en: 'Month' }

function tableOf(data: ChartData, series: ChartSeries): ChartTable {
  const { language } = data
  const years = yearsOf(series)
  const months = [...new Set(series.points.map(({ period }) => endMonthOf(period)))].toSorted((a, b) => a - b)
  return {
    columns: [
      { label: headings[language], align: 'start' },
      ...years.map(({ year }) => ({ label: yearText(year, language), align: 'end' as const })),
    ],
    rows: months.map((month) => [
      monthText(series, month, language),
      ...years.map((each) =>
        cellOf(
          data,
          series,
          each.series.points.find(({ period }) => endMonthOf(period) === month),
        ),
      ),
    ]),
  }
}

/** The period without its year: `1—7月`, `7月末`, `一季度`. */
function monthText(series: ChartSeries, month: number, language: Language): string {
  const period = series.points.find((point) => endMonthOf(point.period) === month)?.period
  if (!period) return ''
  const text = formatPeriod(period, language)
  if (month === 12 && series.basis === 'cumulative') return language === 'zh' ? '1—12月' : 'Jan–Dec'
  return language === 'zh' ? text.replace(/^\d{4}年/, '') : text.replace(/ \d{4}$/, '')
}
