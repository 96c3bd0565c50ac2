import { Decimal } from 'decimal.js'
import { divide, exactly, type Interval, subtract } from './interval.ts'
import type { Qualifier } from './observation.ts'

/** Whether a target is a floor or a ceiling. */
export type Bound = 'at_least' | 'at_most'

/**
 * How a target stands. `uncertain`: the printed digits do not tell whether the pace is enough. `due`: its time is over,
 * and the number of its own period has not been seen, so that neither a verdict nor a pace means anything.
 */
export const targetStates = [
  'reached',
  'on_pace',
  'uncertain',
  'behind',
  'due',
  'no_pace',
  'no_actual',
  'not_comparable',
] as const
export type TargetState = (typeof targetStates)[number]

/** A printed number with what it may have been before rounding. */
export interface Printed {
  readonly value: Decimal
  readonly interval: Interval
}

/** @param lessIsBetter what the catalogue says of the indicator. */
export const boundOf = (qualifier: Qualifier, lessIsBetter = false): Bound =>
  lessIsBetter || qualifier === '<=' ? 'at_most' : 'at_least'

/**
 * The value to reach. A plan names a number that is meant exactly (超100万架 is reached at 100万); 约 and what is
 * merely expected are as vague as printed.
 */
export function thresholdOf({ value, interval }: Printed, isPlan: boolean, qualifier: Qualifier): Interval {
  const isLimit = qualifier !== '' && qualifier !== '~'
  return isLimit || (isPlan && qualifier === '') ? exactly(value) : interval
}

/** What is still missing, in base units: negative when the value is passed. */
export const gapTo = (threshold: Interval, actual: Interval): Interval => subtract(threshold, actual)

const Root = Decimal.clone({ precision: 60 })
const Wide = Decimal.clone({ precision: 80 })
/** Far above the error of a power of 60 digits, far below any printed digit. */
const slack = new Decimal('1e-40')

/**
 * The yearly compound growth, in percent, that leads from one value to another: ((to/from)^(12/months)−1)×100.
 * A root is rounded outward; a whole year needs none.
 * @returns undefined when no time passes or a value is not above zero.
 */
export function compoundGrowth(from: Interval, to: Interval, months: number): Interval | undefined {
  if (months <= 0 || from.low.lte(0) || to.low.lte(0)) return undefined
  const ratio = divide(to, from)
  const margin = months === 12 ? new Decimal(0) : slack
  const growth = (end: Decimal, factor: Decimal) => yearly(end, months).times(factor).minus(1).times(100)
  return {
    low: ratio.low.isZero() ? new Decimal(-Infinity) : growth(ratio.low, new Decimal(1).minus(margin)),
    high: growth(ratio.high, new Decimal(1).plus(margin)),
  }
}

function yearly(ratio: Decimal, months: number): Decimal {
  if (months === 12 || !ratio.isFinite()) return new Wide(ratio)
  return new Wide(Root.pow(new Root(ratio), new Root(12).div(months)))
}

/** Whether the printed number, read as a reader reads it, has come to the value; 近1000 has not come to 1000. */
function isReached({ value, interval }: Printed, target: Decimal, bound: Bound): boolean {
  return bound === 'at_least'
    ? value.gte(target) && !interval.high.eq(target)
    : value.lte(target) && !interval.low.eq(target)
}

interface Progress {
  readonly bound: Bound
  readonly target: Decimal
  readonly actual: Printed
  /** Months from the actual number to the end of the target; what is not reached when none is left is behind. */
  readonly months: number
  /** Whether the time of the target is over. */
  readonly isDue: boolean
  readonly required: Interval | undefined
  readonly pace: Interval | undefined
}

/** How a target stands that has an actual number to hold against it. */
export function stateOf({ bound, target, actual, months, isDue, required, pace }: Progress): TargetState {
  if (isReached(actual, target, bound)) return 'reached'
  if (months <= 0) return 'behind'
  if (isDue) return 'due'
  if (!required || !pace) return 'no_pace'
  const [slower, faster] = bound === 'at_least' ? [required, pace] : [pace, required]
  if (faster.low.gte(slower.high)) return 'on_pace'
  return faster.high.lt(slower.low) ? 'behind' : 'uncertain'
}
