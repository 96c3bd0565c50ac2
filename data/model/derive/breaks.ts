import type { Period } from '#data/model/period.ts'
import type { Break } from './derived.ts'

/**
 * The months in which a break may have happened. A flow is counted anew each January, so a break that may lie at
 * the turn of a year lies there; within a year, and for a stock, it may be any month.
 */
function placesOf({ before, after }: Break, { time }: Period): readonly number[] {
  const months = Array.from({ length: Math.max(0, after - before) }, (_, index) => before + 1 + index)
  const januaries = time === 'span' ? months.filter((month) => month % 12 === 0) : []
  return januaries.length > 0 ? januaries : months
}

/** Whether one of the breaks may lie after the end of the earlier period and not after the end of the later. */
export function isAcrossBreak(breaks: readonly Break[], one: Period, other: Period): boolean {
  const [first, last] = [Math.min(one.end, other.end), Math.max(one.end, other.end)]
  return breaks.some((each) => placesOf(each, one).some((month) => first < month && month <= last))
}

/**
 * Where a break is to be marked in a series: the first period that is surely on the new base, if there is one before.
 * @param periods in time order.
 * @returns its position, or -1.
 */
export function positionAfter(periods: readonly Period[], each: Break): number {
  const position = periods.findIndex((period) => period.end >= (placesOf(each, period).at(-1) ?? each.after))
  return position === 0 ? -1 : position
}
