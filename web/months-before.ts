import { isOld } from '#data/model/age.ts'
import { parsePeriod } from '#data/model/period.ts'
import type { Point } from './api.ts'

/** How many months an old number ends before the newest; nothing for one that is recent. */
export function monthsBefore(
  { period, time }: Pick<Point, 'period' | 'time'>,
  newest: string,
): number | undefined {
  const [own, last] = [parsePeriod(period, time), parsePeriod(newest, 'moment')]
  return own && last && isOld(own, last.end) ? last.end - own.end : undefined
}
