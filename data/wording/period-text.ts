import type { Language } from '#data/model/language.ts'
import { admits, lengthOf, monthOfYear, type Period, yearOf } from '#data/model/period.ts'
import { monthName, quarterNames } from './month-names.ts'

const cumulativeNames: Readonly<Record<number, string>> = { 6: '上半年', 9: '前三季度' }

/** The period as a reader says it: 2024年1—4月, 2024年一季度, 2023年12月末, 2023年; Jan–Apr 2024, Q1 2024, end of Dec 2023. */
export function formatPeriod(period: Period, language: Language): string {
  return language === 'zh' ? formatChinese(period) : formatEnglish(period)
}

function formatChinese(period: Period): string {
  const year = `${yearOf(period.start)}年`
  const [first, last] = [monthOfYear(period.start), monthOfYear(period.end)]
  if (period.time === 'moment') return `${year}${last}月末`
  if (admits.year(period)) return year
  if (admits.quarter(period)) return year + (quarterNames.zh[last / 3 - 1] ?? '')
  if (first === last && lengthOf(period) === 1) return `${year}${last}月`
  if (admits.cumulative(period)) return year + (cumulativeNames[last] ?? `1—${last}月`)
  const end = yearOf(period.start) === yearOf(period.end) ? '' : `${yearOf(period.end)}年`
  return `${year}${first}月—${end}${last}月`
}

function formatEnglish(period: Period): string {
  const name = (month: number) => monthName(monthOfYear(month), 'en')
  const year = yearOf(period.end)
  if (period.time === 'moment') return `end of ${name(period.end)} ${year}`
  if (admits.year(period)) return String(year)
  if (admits.quarter(period)) return `Q${monthOfYear(period.end) / 3} ${year}`
  if (lengthOf(period) === 1) return `${name(period.start)} ${year}`
  const start =
    yearOf(period.start) === year ? name(period.start) : `${name(period.start)} ${yearOf(period.start)}`
  return `${start}–${name(period.end)} ${year}`
}
