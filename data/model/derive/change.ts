import { subtract } from '#data/model/interval.ts'
import { between } from './between.ts'
import type { Derived, Known, Surroundings } from './derived.ts'
import { previousPairs } from './pairs.ts'

/**
 * Level − previous level of the basis, in the unit of the levels (points where that is percent).
 *
 * The previous: the month, quarter or year before; of a cumulative number the same months a year before; of a stock
 * the last printed month's end, however far back: `against` names it. A number without a previous one gives none.
 * Error: the sum of both roundings.
 */
export const change = (
  levels: readonly Known[],
  { basis, breaks }: Pick<Surroundings, 'basis' | 'breaks'>,
): Derived[] => previousPairs(levels, basis).flatMap((pair) => between('change', pair, subtract, breaks))
