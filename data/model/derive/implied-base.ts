import { meet } from '#data/model/interval.ts'
import { printPeriod, shiftYears } from '#data/model/period.ts'
import { apply } from './apply.ts'
import { isAcrossBreak } from './breaks.ts'
import type { Derived, Known, Surroundings } from './derived.ts'
import { beforeGrowth } from './growth-rate.ts'
import { finder } from './pairs.ts'

/**
 * Level ÷ (1 + growth ÷ 100): what the level a year before must have been for the printed growth to be true, in the
 * unit of the levels. It stands at the period a year before; `against` is the period of its parents.
 *
 * Growth of −100% or less gives none. It is across a break where one is known, and where the level printed for that
 * period is not among those possible: the base was then revised.
 */
export function impliedBase(
  levels: readonly Known[],
  { growth, breaks }: Pick<Surroundings, 'growth' | 'breaks'>,
): Derived[] {
  const growthOf = finder(growth)
  const printed = finder(levels)
  return levels.flatMap((level): Derived[] => {
    const grown = growthOf(level.period)
    const found = grown?.value.gt(-100) ? apply(beforeGrowth, level, grown) : undefined
    if (!grown || !found) return []
    const period = shiftYears(level.period, -1)
    const before = printed(period)
    const isRevised = before !== undefined && !meet(before.interval, found.interval)
    return [
      {
        ...found,
        method: 'implied_base',
        period,
        parents: [level.id, grown.id],
        isAcrossBreak: isRevised || isAcrossBreak(breaks, period, level.period),
        against: printPeriod(level.period),
      },
    ]
  })
}
