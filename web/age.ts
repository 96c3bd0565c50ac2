import { type Period, parsePeriod } from '#data/model/period.ts'
import type { Point } from './api.ts'

/** How many months before the end of another period a number's period ends; 0 where it does not. */
export function monthsBehind({ period, time }: Pick<Point, 'period' | 'time'>, until: Period): number {
  const end = parsePeriod(period, time)?.end
  return end === undefined ? 0 : Math.max(0, until.end - end)
}
