import type { Language } from '#data/model/language.ts'
import { endMonthOf } from '#data/model/period.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type { ChartData, ChartSeries, ChartTable } from '../chart-kind.ts'
import { onLatestBase } from '../points/one-base.ts'
import { yearsOf, yearText } from '../points/years.ts'
import { cellOf } from './time-table.ts'

const headings = { zh: '月份', en: 'Month' }

/** A row for each month, a column for each year. */
export function yearlyTable(data: ChartData): ChartTable {
  const { language } = data
  const [series] = data.series
  if (!series || onLatestBase([series]).series.length === 0) return { columns: [], rows: [] }
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
