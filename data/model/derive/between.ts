import { printPeriod } from '#data/model/period.ts'
import { apply, type Formula } from './apply.ts'
import { isAcrossBreak } from './breaks.ts'
import type { Break, Derived, Method } from './derived.ts'
import type { Pair } from './pairs.ts'
import { traceOf } from './trace.ts'

/**
 * What a formula makes of a number and an earlier one; it stands at the later period, against the earlier.
 * @returns none where the formula has no result.
 */
export function between(
  method: Method,
  { later, earlier }: Pair,
  formula: Formula,
  breaks: readonly Break[],
): Derived[] {
  const found = apply(formula, later, earlier)
  if (!found) return []
  const derived: Derived = {
    ...found,
    method,
    period: later.period,
    ...traceOf(later, earlier),
    isAcrossBreak: isAcrossBreak(breaks, earlier.period, later.period),
    against: printPeriod(earlier.period),
  }
  return [derived]
}
