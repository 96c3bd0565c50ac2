import { exactly, type Interval } from '#data/model/interval.ts'
import type { Derived, Known } from './derived.ts'

export type Formula = (one: Interval, other: Interval) => Interval
type Measured = Pick<Known, 'value' | 'interval'>

/**
 * Applies one formula twice: to the printed values for the value, to their intervals for the interval, which
 * therefore holds the value.
 * @returns undefined where the formula has no result for the printed values.
 */
export function apply(
  formula: Formula,
  one: Measured,
  other: Measured,
): Pick<Derived, 'value' | 'interval'> | undefined {
  const value = formula(exactly(one.value), exactly(other.value)).low
  return value.isFinite() ? { value, interval: formula(one.interval, other.interval) } : undefined
}
