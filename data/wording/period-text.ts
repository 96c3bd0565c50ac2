import type { Language } from '#data/model/language.ts'
import { admits, lengthOf, monthOfYear, type Period, parsePeriod, yearOf } from '#data/model/period.ts'
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

const two = (month: string | number) => String(month).padStart(2, '0')

/** How Chinese says a period, each with how it is written as a code. */
const saidAs: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  [/^(\d{4})年(?:全年)?$/, ([, year]) => `${year}`],
  [/^(\d{4})年(\d{1,2})月份?[末底]?$/, ([, year, month = '']) => `${year}-${two(month)}`],
  [
    /^(\d{4})年(\d{1,2})月?[-—–至到~](\d{1,2})月份?$/,
    ([, year, first = '', last = '']) => `${year}-${two(first)}/${year}-${two(last)}`,
  ],
  [/^(\d{4})年上半年$/, ([, year]) => `${year}-01/${year}-06`],
  [/^(\d{4})年前三季度$/, ([, year]) => `${year}-01/${year}-09`],
  [
    /^(\d{4})年第?([一二三四])季度$/,
    ([, year, quarter = '']) => `${year}-Q${'一二三四'.indexOf(quarter) + 1}`,
  ],
]

/** The code of a period as a reader of Chinese writes it: 2025-01/2025-10 for 2025年1—10月; undefined for other words. */
export function codeOfPeriod(text: string): string | undefined {
  for (const [form, toCode] of saidAs) {
    const found = form.exec(text.replace(/\s/g, ''))
    const code = found && toCode(found)
    if (code && (parsePeriod(code, 'span') ?? parsePeriod(code, 'moment'))) return code
  }
  return undefined
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
