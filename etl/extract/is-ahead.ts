import type { ArticleContext } from './refiner.ts'
import type { PeriodToken } from './token.ts'

/** Whether the period was not over when the text was published. */
export function isAhead({ year, months }: PeriodToken, { published }: ArticleContext): boolean {
  if (!published || year === undefined) return false
  const last = year * 12 + (months?.[1] ?? 12)
  return last > published.year * 12 + (published.month ?? 12)
}
