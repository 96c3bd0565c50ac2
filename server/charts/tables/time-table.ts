import { comparePeriods, type Period } from '#data/model/period.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import { sayStatus, statusNames } from '#data/wording/status-names.ts'
import type { ChartData, ChartPoint, ChartSeries, ChartTable } from '../chart-kind.ts'
import { basesOf } from '../points/one-base.ts'
import { yearText } from '../points/years.ts'
import { nameIn } from '../words/name-words.ts'
import { saidText } from '../words/value-text.ts'
import { subjectOf } from '../words/words.ts'

const headings = {
  zh: {
    period: '时期',
    base: '价格基期（启用年）',
    status: '状态',
  },
  en: {
    period: 'Period',
    base: 'Price base (in use since)',
    status: 'Status',
  },
}

/** The numbers of a chart over time: a row for each period, a column for each series; a single series also with status. Where the numbers come from stands below a table. */
export function timeTable(data: ChartData): ChartTable {
  const [only, ...others] = data.series
  return only && others.length === 0 ? tableOfOne(data, only) : tableOfMany(data)
}

function tableOfOne(data: ChartData, series: ChartSeries): ChartTable {
  const { language } = data
  const words = headings[language]
  const bases = basesOf(series)
  const hasBases = bases.length > 0
  return {
    columns: [
      { label: words.period, align: 'start' },
      { label: subjectOf(series, language), align: 'end' },
      ...(hasBases ? [{ label: words.base, align: 'start' as const }] : []),
      { label: words.status, align: 'start' },
    ],
    rows: series.points.map((point, index) => [
      formatPeriod(point.period, language),
      textIn(data, series, point),
      ...(hasBases ? [yearText(bases[index] ?? 0, language)] : []),
      statusNames[point.status][language],
    ]),
  }
}

function tableOfMany(data: ChartData): ChartTable {
  const { series, language } = data
  const periods = distinct(series.flatMap(({ points }) => points.map(({ period }) => period)))
  return {
    columns: [
      { label: headings[language].period, align: 'start' },
      ...series.map((each) => ({ label: nameIn(data, each), align: 'end' as const })),
    ],
    rows: periods.map((period) => [
      formatPeriod(period, language),
      ...series.map((each) =>
        cellOf(
          data,
          each,
          each.points.find((point) => comparePeriods(point.period, period) === 0),
        ),
      ),
    ]),
  }
}

/** A printed number in a table, marked where it is not final; `—` where there is none. */
export function cellOf(data: ChartData, series: ChartSeries, point: ChartPoint | undefined): string {
  const { language } = data
  if (!point) return '—'
  const status = sayStatus(point.status, language)
  const value = textIn(data, series, point)
  if (status === '') return value
  return language === 'zh' ? `${value}（${status}）` : `${value} (${status.toLowerCase()})`
}

const textIn = ({ language, inTable }: ChartData, series: ChartSeries, point: ChartPoint): string =>
  inTable ? inTable({ series, point }) : saidText(point, series, language)

function distinct(periods: readonly Period[]): Period[] {
  const sorted = periods.toSorted(comparePeriods)
  return sorted.filter((period, index) => {
    const before = sorted[index - 1]
    return !before || comparePeriods(before, period) !== 0
  })
}
