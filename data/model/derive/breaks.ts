import type { Period } from '#data/model/period.ts'
import type { Break } from './derived.ts'

/**
 * The months in which a break may have happened. A flow is counted anew each January, so a break that may lie at
 * the turn of a year lies there; within a year, and for a stock, it may be any month.
 */
function placesOf({ before, after }: Break, { time }: Period) {
  const lastJanuary = after - (after % 12)
  return time === 'span' && lastJanuary > before ? { last: lastJanuary, step: 12 } : { last: after, step: 1 }
}

/** Whether one of the breaks may lie after the end of the earlier period and not after the end of the later. */
export function isAcrossBreak(breaks: readonly Break[], one: Period, other: Period): boolean {
  const [first, last] = [Math.min(one.end, other.end), Math.max(one.end, other.end)]
  return breaks.some((each) => {
    const places = placesOf(each, one)
    const past = Math.max(0, Math.ceil((places.last - last) / places.step))
    const place = places.last - past * places.step
    return place > Math.max(first, each.before)
  })
}

/**
 * Where a break is to be marked in a series: the first period that is surely on the new base, if there is one before.
 * @param periods in time order.
 * @returns its position, or -1.
 */
export function positionAfter(periods: readonly Period[], each: Break): number {
  const position = periods.findIndex((period) => period.end >= placesOf(each, period).last)
  return position === 0 ? -1 : position
}
