import { subtract } from '#data/model/interval.ts'
import { admits, printPeriod } from '#data/model/period.ts'
import { apply } from './apply.ts'
import { isAcrossBreak } from './breaks.ts'
import type { Derived, Known, Surroundings } from './derived.ts'
import { finder } from './pairs.ts'

const lengths = { month: 1, quarter: 3 }
const methods = { month: 'decumulate', quarter: 'quarter' } as const

/**
 * January to month n − January to month n−1 (n−3 for a quarter), in the unit of the levels.
 *
 * January and the first quarter are cumulative numbers themselves and stay as printed, and so does January–February
 * where January was not printed: that pair is never divided. A month whose neighbour was not printed gives none.
 * Error: the sum of both roundings, so that the result is much less certain than its parents.
 * @param cumulative numbers that each start in January.
 */
export function decumulate(
  cumulative: readonly Known[],
  { basis, breaks }: Pick<Surroundings, 'basis' | 'breaks'>,
): Derived[] {
  const kind = basis === 'quarter' ? 'quarter' : 'month'
  const find = finder(cumulative)
  return cumulative.flatMap((later): Derived[] => {
    const period = { ...later.period, start: later.period.end - lengths[kind] + 1 }
    if (!admits[kind](period) || period.start <= later.period.start) return []
    const earlier = find({ ...later.period, end: period.start - 1 })
    const found = earlier && apply(subtract, later, earlier)
    if (!earlier || !found) return []
    return [
      {
        ...found,
        method: methods[kind],
        period,
        parents: [later.id, earlier.id],
        isAcrossBreak: isAcrossBreak(breaks, earlier.period, later.period),
        against: printPeriod(earlier.period),
      },
    ]
  })
}
