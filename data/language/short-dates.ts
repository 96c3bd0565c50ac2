import { scanDate } from './dates.ts'
import { scanSpan } from './spans.ts'
import type { DateToken, PeriodToken } from './token.ts'

const day = /(?<year>(?:19|20)\d{2})([-/.])(?<month>\d{1,2})\2\d{1,2}(?!\d)/y
const shortYear = /[12]\d年?(?=末|底|年[末底]|[12]?\d月|[12]?\d(?:-+|至|到)[12]?\d月)/y
const isShort = /[12]\d年/y

/**
 * A day in digits (2023/11/28), or a period whose year has two digits: 23年1-10月, 22年末. A year so short is only
 * believed right before its months or its end.
 */
export function scanShortDate(
  text: string,
  start: number,
): { token: DateToken | PeriodToken; end: number } | undefined {
  return scanDay(text, start) ?? scanShortYear(text, start)
}

function scanDay(text: string, start: number): { token: DateToken; end: number } | undefined {
  day.lastIndex = start
  const found = day.exec(text)
  const month = Number(found?.groups?.['month'])
  if (!found || !(month >= 1 && month <= 12)) return undefined
  const end = start + found[0].length
  return { token: { kind: 'date', year: Number(found.groups?.['year']), month, start, end }, end }
}

function scanShortYear(text: string, start: number): { token: PeriodToken; end: number } | undefined {
  if (/[\d.近前第过这-]/.test(text[start - 1] ?? '')) return undefined
  shortYear.lastIndex = start
  isShort.lastIndex = start
  if (!shortYear.test(text) || !isShort.test(text)) return undefined
  const year = 2000 + Number(text.slice(start, start + 2))
  const from = start + 3
  const isEnd = /^年?[末底]/.exec(text.slice(from, from + 2))
  if (isEnd) {
    const end = from + isEnd[0].length
    return { token: { kind: 'period', year, months: [1, 12], moment: true, start, end }, end }
  }
  const months = scanSpan(text, from) ?? scanDate(text, from)?.token
  if (months?.kind !== 'period' || months.year !== undefined) return undefined
  return { token: { ...months, year, start }, end: months.end }
}
