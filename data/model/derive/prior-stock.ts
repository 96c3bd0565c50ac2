import { meet, subtract } from '#data/model/interval.ts'
import { type Period, printPeriod } from '#data/model/period.ts'
import { apply } from './apply.ts'
import { isAcrossBreak } from './breaks.ts'
import type { Derived, Known, Surroundings } from './derived.ts'
import { finder } from './pairs.ts'

const moment = (month: number): Period => ({ time: 'moment', start: month, end: month })

/**
 * Stock − net addition since: what the stock was at the end of the month before the addition's span, in the unit of
 * the levels; `against` is the period of its parent stock.
 *
 * Several additions may reach back to one month: the one that ends last is taken. Across a break as in `impliedBase`.
 */
export function priorStock(
  levels: readonly Known[],
  { netAdditions, breaks }: Pick<Surroundings, 'netAdditions' | 'breaks'>,
): Derived[] {
  const printed = finder(levels)
  const latest = new Map<number, Derived>()
  for (const added of netAdditions.toSorted((a, b) => a.period.end - b.period.end)) {
    const level = printed(moment(added.period.end))
    const found = level && apply(subtract, level, added)
    if (!level || !found) continue
    const period = moment(added.period.start - 1)
    const before = printed(period)
    const isRevised = before !== undefined && !meet(before.interval, found.interval)
    latest.set(period.end, {
      ...found,
      method: 'prior_stock',
      period,
      parents: [level.id, added.id],
      isAcrossBreak: isRevised || isAcrossBreak(breaks, period, level.period),
      against: printPeriod(level.period),
    })
  }
  return [...latest.values()].sort((a, b) => a.period.end - b.period.end)
}
