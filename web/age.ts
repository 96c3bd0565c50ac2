import { comparePeriods, type Period, parsePeriod } from '#data/model/period.ts'
import type { LatestItem, Point } from './api.ts'

/** A number of more months behind the data around it says so. */
export const mostBehind = 12

/** How many months before the end of another period a number's period ends; 0 where it does not. */
export function monthsBehind({ period, time }: Pick<Point, 'period' | 'time'>, until: Period): number {
  const end = parsePeriod(period, time)?.end
  return end === undefined ? 0 : Math.max(0, until.end - end)
}

/** The month that the newest of some numbers reaches. */
export function reachOf(items: readonly Pick<LatestItem, 'level'>[]): Period | undefined {
  const periods = items.flatMap(({ level }) => parsePeriod(level.period, level.time) ?? [])
  const newest = periods.toSorted(comparePeriods).at(-1)
  return newest && { time: 'moment', start: newest.end, end: newest.end }
}
