import type { PeriodToken } from '#data/language/token.ts'
import { endMonthOf, endYearOf, parsePeriod } from '#data/model/period.ts'
import type { ArticleContext } from '../article-context.ts'
import type { Span } from './heading.ts'

/**
 * The period inside another: 4月 in 2024年, 去年同期 in 2024年1—4月.
 * @returns undefined where they contradict each other: the column 2023年 of a table of 2024年1—4月.
 */
export function within(outer: PeriodToken | undefined, inner: PeriodToken): PeriodToken | undefined {
  if (inner.now) return undefined
  if (!outer) return inner
  const year = yearWithin(outer, inner)
  const months = inner.months ?? outer.months
  const leavesMonths = inner.months === undefined && outer.months !== undefined && !inner.same
  if (leavesMonths && outer.year !== undefined && outer.year !== year) return undefined
  const {
    months: _months,
    year: _year,
    yearOffset,
    same,
    ...rest
  } = inner.months ? inner : { ...outer, ...inner }
  const known = { ...rest, ...(months ? { months } : {}) }
  if (year !== undefined) return { ...known, year }
  return { ...known, ...(yearOffset === undefined ? {} : { yearOffset }), ...(same ? { same } : {}) }
}

function yearWithin(outer: PeriodToken, inner: PeriodToken): number | undefined {
  if (inner.year !== undefined) return inner.year
  if (inner.yearOffset === undefined) return outer.year
  return outer.year === undefined ? undefined : outer.year + inner.yearOffset
}

/** 累计 and 当月 of the period. */
export function withSpan(period: PeriodToken, span: Span | undefined): PeriodToken | undefined {
  if (!span) return period
  const last = period.months?.[1]
  if (span === 'cumulative') return last === undefined ? period : { ...period, months: [1, last] }
  const { moment: _moment, ...rest } = period
  return last === undefined ? undefined : { ...rest, months: [last, last], only: true }
}

/** With the last year in which the months were over when the article was published, or its year alone, where none is said. */
export function withPublishedYear(
  period: PeriodToken,
  { published }: ArticleContext,
): PeriodToken | undefined {
  if (period.year !== undefined) return period
  if (!published || period.yearOffset !== undefined || !period.months) return undefined
  if (published.month === undefined) return { ...period, year: published.year }
  const year = period.months[1] > published.month ? published.year - 1 : published.year
  return { ...period, year }
}

/** The year in which a period lies, as a whole. */
export function wholeYear({
  months: _months,
  moment: _moment,
  only: _only,
  ...year
}: PeriodToken): PeriodToken {
  return year
}

/** 2024-01/2024-05 as it is told beside a text. */
export function toToken(text: string): PeriodToken | undefined {
  const period = parsePeriod(text, 'span')
  if (!period || endYearOf(period) * 12 > period.start) return undefined
  const months = [endMonthOf({ ...period, end: period.start }), endMonthOf(period)] as const
  const isYear = months.join() === '1,12'
  return { kind: 'period', start: 0, end: 0, year: endYearOf(period), ...(isYear ? {} : { months }) }
}

const at = (text: string) => ({ kind: 'period', start: 0, end: text.length }) as const

/** How only tables write a period: what each form gives as year, first and last month. */
const forms: readonly (readonly [RegExp, (part: string) => readonly [number, number] | undefined])[] = [
  [/^((?:19|20)\d{2})$/, () => undefined],
  [/^((?:19|20)\d{2})[-./](0?[1-9]|1[0-2])$/, (month) => [Number(month), Number(month)]],
  [/^((?:19|20)\d{2})(0[1-9]|1[0-2])$/, (month) => [Number(month), Number(month)]],
  [/^((?:19|20)\d{2})[年.]1[-~](0?[2-9]|1[0-2])$/, (month) => [1, Number(month)]],
  [/^((?:19|20)\d{2})年?[-./]?q([1-4])$/, (quarter) => monthsOf(Number(quarter))],
  // The national database calls its quarters so: 2024A.
  [/^((?:19|20)\d{2})([a-d])$/, (letter) => monthsOf(letter.charCodeAt(0) - 96)],
]

const monthsOf = (quarter: number) => [quarter * 3 - 2, quarter * 3] as const

/** 2024, 2024-04, 202404, 2024Q1, 2024.1-4 in normalized text. */
export function readWrittenPeriod(text: string): PeriodToken | undefined {
  for (const [form, monthsIn] of forms) {
    const [, year, part = ''] = form.exec(text) ?? []
    if (year === undefined) continue
    const months = monthsIn(part)
    return { ...at(text), year: Number(year), ...(months ? { months } : {}) }
  }
  return undefined
}

/** 4 under 月份, 1 or Q1 under 季度: a part of a year that stands elsewhere. */
export function readPartOfYear(text: string, heads: readonly string[]): PeriodToken | undefined {
  const number = Number(/^q?(\d{1,2})$/i.exec(text)?.[1] ?? 0)
  if (heads.some((head) => /^(?:月份?|month)$/i.test(head)) && number >= 1 && number <= 12)
    return { ...at(text), months: [number, number] }
  if (heads.some((head) => /^(?:季度?|quarter)$/i.test(head)) && number >= 1 && number <= 4)
    return { ...at(text), months: monthsOf(number) }
  return undefined
}
