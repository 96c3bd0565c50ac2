import { between } from './between.ts'
import type { Derived, Known, Surroundings } from './derived.ts'
import { growthRate } from './growth-rate.ts'
import { previousPairs } from './pairs.ts'

/**
 * (Level ÷ previous level of the basis − 1) × 100, in percent, of the same pairs as `change`.
 *
 * A previous level of 0 or below gives none; one whose rounding leaves 0 open gives an open interval. It is not the
 * growth a ministry prints, which measures against a base it may have revised.
 */
export const pctChange = (
  levels: readonly Known[],
  { basis, breaks }: Pick<Surroundings, 'basis' | 'breaks'>,
): Derived[] =>
  previousPairs(levels, basis)
    .filter(({ earlier }) => earlier.value.gt(0))
    .flatMap((pair) => between('pct_change', pair, growthRate, breaks))
