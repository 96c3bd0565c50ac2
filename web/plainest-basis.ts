import { type Basis, basesOf, parsePeriod } from '#data/model/period.ts'
import type { Point } from './api.ts'

const order: readonly Basis[] = ['stock', 'year', 'cumulative', 'quarter', 'month']

/** The one basis under which a number outside a series is named: January to March is cumulative, a year a year. */
export function plainestBasis({ period, time }: Pick<Point, 'period' | 'time'>): Basis {
  const parsed = parsePeriod(period, time)
  const admitting = parsed ? basesOf(parsed) : []
  return order.find((basis) => admitting.includes(basis)) ?? 'cumulative'
}
