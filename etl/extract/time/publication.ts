import type { PeriodToken } from '#data/language/token.ts'
import type { ArticleContext, Publication } from '../article-context.ts'

/** Whether the period was not over when the text was published. */
export function isAhead({ year, months }: PeriodToken, { published }: ArticleContext): boolean {
  if (!published || year === undefined) return false
  const last = year * 12 + (months?.[1] ?? 12)
  return last > published.year * 12 + (published.month ?? 12)
}

/** Whether the period was over when the text was published, and not long before. */
export function isRecent({ year = 0, months }: PeriodToken, published: Publication): boolean {
  const age = published.year * 12 + (published.month ?? 12) - (year * 12 + (months?.[1] ?? 12))
  return age >= 0 && age <= recentMonths
}

const recentMonths = 3

/** The month of publication, or the one that stands for it, as its end; undefined where only the year is known. */
export function nowOf(published: Publication): PeriodToken | undefined {
  const { year, month } = published.now ?? published
  if (month === undefined) return undefined
  return { kind: 'period', year, months: [month, month], moment: true, now: true, start: 0, end: 0 }
}

/** The last year in which the months were over when the text was published. */
export function latestYear({ months }: PeriodToken, { year, month }: Publication): number {
  return months && month !== undefined && months[1] > month ? year - 1 : year
}
