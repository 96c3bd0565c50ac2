import { Decimal } from 'decimal.js'
import type { Qualifier } from './observation.ts'

/** All values a number may have had before it was rounded, both ends included; ±Infinity where an end is open. */
export interface Interval {
  readonly low: Decimal
  readonly high: Decimal
}

/** Ends that arithmetic cannot give exactly are rounded outward, so that the truth stays inside. */
const precision = 60
const Floor = Decimal.clone({ precision, rounding: Decimal.ROUND_FLOOR })
const Ceil = Decimal.clone({ precision, rounding: Decimal.ROUND_CEIL })
type Rounding = typeof Floor

/** A number without the rounding it was made with: what is done with it later rounds as its own reader says. */
const plain = (value: Decimal) => new Decimal(value)

export const exactly = (value: Decimal): Interval => ({ low: value, high: value })

/** Any value at all. */
export const anything: Interval = { low: new Decimal(-Infinity), high: new Decimal(Infinity) }

/**
 * What a printed number can stand for: half a unit of its last digit either way; 约 a whole unit of the last digit, or
 * half a unit of the last digit that is not zero, whichever is wider; 超, 近 and limits are open on one side.
 * @param printed a plain decimal as printed: `3.8`
 * @param power the power of ten of its unit in base units: 12 for 万亿元
 * @returns the interval in base units.
 */
export function intervalOf(printed: string, power: number, qualifier: Qualifier): Interval {
  const scale = new Decimal(`1e${power}`)
  const value = plain(Floor.mul(printed, scale))
  if (qualifier === '>' || qualifier === '>=') return { low: value, high: anything.high }
  if (qualifier === '<' || qualifier === '<=') return { low: anything.low, high: value }
  const margin = qualifier === '~' ? aboutMargin(printed) : halfOfLastDigit(printed)
  const half = exactly(plain(Floor.mul(margin, scale)))
  return { low: subtract(exactly(value), half).low, high: add(exactly(value), half).high }
}

const decimalsOf = (printed: string) => printed.split('.')[1]?.length ?? 0

const halfOfLastDigit = (printed: string) => new Decimal(`5e-${decimalsOf(printed) + 1}`)

function aboutMargin(printed: string): Decimal {
  const zeros = /^-?\d*[1-9](0*)$/.exec(printed)?.[1]?.length ?? 0
  return Decimal.max(`1e-${decimalsOf(printed)}`, `5e${zeros - decimalsOf(printed) - 1}`)
}

export const add = (a: Interval, b: Interval): Interval => ({
  low: plain(Floor.add(a.low, b.low)),
  high: plain(Ceil.add(a.high, b.high)),
})

export const subtract = (a: Interval, b: Interval): Interval => ({
  low: plain(Floor.sub(a.low, b.high)),
  high: plain(Ceil.sub(a.high, b.low)),
})

export const sum = (all: readonly Interval[]): Interval => all.reduce(add, exactly(new Decimal(0)))

/** The widest reach of an operation that is monotone in each argument: its results at all pairs of ends. */
function reach(
  a: Interval,
  b: Interval,
  operate: (kind: Rounding, x: Decimal, y: Decimal) => Decimal,
): Interval {
  const pairs = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => [x, y] as const))
  return {
    low: plain(Decimal.min(...pairs.map(([x, y]) => operate(Floor, x, y)))),
    high: plain(Decimal.max(...pairs.map(([x, y]) => operate(Ceil, x, y)))),
  }
}

const zero = new Decimal(0)

/** Products of the ends; 0 × ∞ is 0 here, as a value that is 0 stays 0 however large the other may be. */
export const multiply = (a: Interval, b: Interval): Interval =>
  reach(a, b, (kind, x, y) => (x.isZero() || y.isZero() ? zero : kind.mul(x, y)))

/** Quotients of the ends, each rounded once. @returns anything where the divisor may be zero. */
export function divide(a: Interval, b: Interval): Interval {
  if (b.low.lte(0) && b.high.gte(0)) return anything
  // ∞ ÷ ∞ lies anywhere on one side of 0, whose ends the other pairs give.
  return reach(a, b, (kind, x, y) => (y.isFinite() ? kind.div(x, y) : zero))
}

/** How far a power may be from its rounding, as a factor: decimal.js does not promise its last digit. */
const [less, more] = [`0.${'9'.repeat(40)}`, `1.${'0'.repeat(39)}1`]

/**
 * Powers of what is not negative; ends below 0 count as 0.
 * @param exponent above 0, of 50 digits or more where it is not exact.
 */
export function power({ low, high }: Interval, exponent: Decimal): Interval {
  const raise = (kind: Rounding, base: Decimal, outward: string) => {
    const raised = kind.pow(Decimal.max(base, zero), exponent)
    return plain(exponent.eq(1) || !raised.isFinite() ? raised : kind.mul(raised, outward))
  }
  return { low: raise(Floor, low, less), high: raise(Ceil, high, more) }
}

export const contains = ({ low, high }: Interval, value: Decimal): boolean =>
  value.gte(low) && value.lte(high)

/** Whether one value can satisfy both. */
export const meet = (a: Interval, b: Interval): boolean => a.low.lte(b.high) && b.low.lte(a.high)

/** How far apart two intervals are; 0 where they meet. */
export const gapBetween = (a: Interval, b: Interval): Decimal =>
  meet(a, b) ? new Decimal(0) : Decimal.max(subtract(a, b).low, subtract(b, a).low)
