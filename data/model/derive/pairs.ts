import { type Basis, type Period, shiftYears } from '#data/model/period.ts'
import type { Known } from './derived.ts'

const keyOf = ({ start, end }: Period) => `${start}|${end}`

/** Finds the number of a period. */
export function finder<Point extends Pick<Known, 'period'>>(
  points: readonly Point[],
): (period: Period) => Point | undefined {
  const byPeriod = new Map(points.map((point) => [keyOf(point.period), point]))
  return (period) => byPeriod.get(keyOf(period))
}

/** The same span or moment a number of months later, earlier when negative. */
const shiftMonths = (period: Period, months: number): Period => ({
  ...period,
  start: period.start + months,
  end: period.end + months,
})

/** A number and the earlier one it is compared with. */
export interface Pair {
  readonly later: Known
  readonly earlier: Known
}

/** Each number with that of the same period a year before. */
export const yearPairs = (points: readonly Known[]): Pair[] =>
  pairUp(points, (period) => shiftYears(period, -1))

const lengths: Readonly<Record<Exclude<Basis, 'stock'>, number>> = {
  month: 1,
  quarter: 3,
  year: 12,
  cumulative: 12,
}

/**
 * Each number with the previous one of its basis: the month, quarter or year before, for a cumulative number the
 * same months of the year before, for a stock the last month's end that was printed.
 * @param points in time order.
 */
export function previousPairs(points: readonly Known[], basis: Basis): Pair[] {
  if (basis !== 'stock') return pairUp(points, (period) => shiftMonths(period, -lengths[basis]))
  return points.slice(1).flatMap((later, index) => {
    const earlier = points[index]
    return earlier ? [{ later, earlier }] : []
  })
}

function pairUp(points: readonly Known[], earlierOf: (period: Period) => Period): Pair[] {
  const find = finder(points)
  return points.flatMap((later) => {
    const earlier = find(earlierOf(later.period))
    return earlier ? [{ later, earlier }] : []
  })
}
