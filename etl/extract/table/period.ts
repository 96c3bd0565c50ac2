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
