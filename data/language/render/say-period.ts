import { admits, endMonthOf, endYearOf, type Period } from '#data/model/period.ts'
import periods from '../vocabulary/periods.json' with { type: 'json' }

/** How a period is written where the text around it may already say the year. */
export interface PeriodManner {
  /** The year that goes without saying. */
  readonly year?: number | undefined
}

/** The spans that releases call by a name rather than by their months. */
const named = ['一季度', '二季度', '三季度', '四季度', '上半年', '前三季度', '下半年'] as const

/** A period as a release writes it: 2024年1—4月份, 上半年, 2023年, 2024年4月末, 2023年末. */
export function sayPeriod(period: Period, { year }: PeriodManner = {}): string {
  const ownYear = endYearOf(period)
  const stated = year === ownYear ? '' : `${ownYear}年`
  if (period.time === 'moment') return sayMoment(period, stated)
  if (admits.year(period)) return stated === '' ? '全年' : stated
  return stated + sayMonths(period)
}

function sayMoment(period: Period, stated: string): string {
  const month = endMonthOf(period)
  return month === 12 && stated !== '' ? `${stated}末` : `${stated}${month}月末`
}

function sayMonths(period: Period): string {
  const [first, last] = [(period.start % 12) + 1, endMonthOf(period)]
  const name = named.find((word) => isSpan(periods.months[word], first, last))
  if (name !== undefined) return name
  return first === last ? `${last}月份` : `${first}—${last}月份`
}

const isSpan = ([from, to]: readonly number[], first: number, last: number) => from === first && to === last

/** A base of comparison: 一季度, 9月末, 2020年, and 2023年全年 where a part of a year is compared with it. */
export function sayBase(base: Period, period: Period): string {
  const said = sayPeriod(base, { year: endYearOf(period) })
  return admits.year(base) && !admits.year(period) && said !== '全年' ? `${said}全年` : said
}
