import { between } from './between.ts'
import type { Derived, Known, Surroundings } from './derived.ts'
import { growthRate } from './growth-rate.ts'
import { yearPairs } from './pairs.ts'

/**
 * (Level ÷ level of the same period a year before − 1) × 100, in percent.
 *
 * A level of 0 or below a year before gives none. Where the ministry revised that level, the result is not the growth
 * it prints; such a pair is across a break.
 */
export const yoy = (levels: readonly Known[], { breaks }: Pick<Surroundings, 'breaks'>): Derived[] =>
  yearPairs(levels)
    .filter(({ earlier }) => earlier.value.gt(0))
    .flatMap((pair) => between('yoy', pair, growthRate, breaks))
