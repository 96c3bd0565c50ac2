import type { PeriodToken } from '#data/language/token.ts'
import type { ArticleContext } from '../article-context.ts'
import { hasNoNumber, type Mention } from '../mention.ts'

/**
 * 由上年的15.2%: the number of a year earlier, of the same months; 从2020年的33.2%: of that year.
 * @returns undefined where the number is no origin, `unknown` where nobody knows its time.
 */
export function originOf(
  mention: Mention,
  period: PeriodToken | undefined,
  { published }: ArticleContext,
): PeriodToken | 'unknown' | undefined {
  const { origin } = mention.roles
  if (!origin || hasNoNumber(mention)) return undefined
  if (origin === true) return firstOf(period)
  const year = yearOfBase(origin, period?.year ?? published?.year)
  if (year === undefined) return undefined
  const isOwn = origin.months !== undefined || (origin.year !== undefined && !origin.same)
  const { months, moment } = isOwn ? origin : (period ?? origin)
  const { start, end } = origin
  return { kind: 'period', start, end, year, ...(months ? { months } : {}), ...(moment ? { moment } : {}) }
}

/** 「2017年到2021年，规模从27.2万亿元」: of the first of the two years, or of its end; without them nobody knows. */
function firstOf(period: PeriodToken | undefined): PeriodToken | 'unknown' {
  if (period?.first === undefined) return 'unknown'
  const { first: year, start, end, moment } = period
  return { kind: 'period', year, ...(moment ? { months: [1, 12], moment } : {}), start, end }
}

const yearOfBase = ({ year, yearOffset = 0 }: PeriodToken, around: number | undefined) =>
  year ?? (around === undefined ? undefined : around + yearOffset)
