import { Decimal } from 'decimal.js'
import type { Qualifier } from './observation.ts'

/** All values a number may have had before it was rounded, both ends included; ±Infinity where an end is open. */
export interface Interval {
  readonly low: Decimal
  readonly high: Decimal
}

/** Ends that division cannot give exactly are rounded outward, so that the truth stays inside. */
const Floor = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_FLOOR })
const Ceil = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_CEIL })

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
  const value = new Decimal(printed).times(Decimal.pow(10, power))
  if (qualifier === '>' || qualifier === '>=') return { low: value, high: anything.high }
  if (qualifier === '<' || qualifier === '<=') return { low: anything.low, high: value }
  const margin = (qualifier === '~' ? aboutMargin(printed) : halfOfLastDigit(printed)).times(
    Decimal.pow(10, power),
  )
  return { low: value.minus(margin), high: value.plus(margin) }
}

const decimalsOf = (printed: string) => printed.split('.')[1]?.length ?? 0

const halfOfLastDigit = (printed: string) => Decimal.pow(10, -decimalsOf(printed)).div(2)

function aboutMargin(printed: string): Decimal {
  const zeros = /^-?\d*[1-9](0*)$/.exec(printed)?.[1]?.length ?? 0
  const unit = Decimal.pow(10, -decimalsOf(printed))
  return Decimal.max(unit, unit.times(Decimal.pow(10, zeros)).div(2))
}

const least = (...values: readonly Decimal[]) => Decimal.min(...values)
const most = (...values: readonly Decimal[]) => Decimal.max(...values)

export const add = (a: Interval, b: Interval): Interval => ({
  low: Floor.add(a.low, b.low),
  high: Ceil.add(a.high, b.high),
})

export const subtract = (a: Interval, b: Interval): Interval => ({
  low: Floor.sub(a.low, b.high),
  high: Ceil.sub(a.high, b.low),
})

export const sum = (all: readonly Interval[]): Interval => all.reduce(add, exactly(new Decimal(0)))

/** Products of the ends; 0 × ∞ is 0 here, as a value that is 0 stays 0 however large the other may be. */
export function multiply(a: Interval, b: Interval): Interval {
  const pairs = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => [x, y] as const))
  const product = (kind: typeof Floor, [x, y]: readonly [Decimal, Decimal]) =>
    x.isZero() || y.isZero() ? new Decimal(0) : new Decimal(kind.mul(x, y))
  return {
    low: least(...pairs.map((pair) => product(Floor, pair))),
    high: most(...pairs.map((pair) => product(Ceil, pair))),
  }
}

/** @returns anything where the divisor may be zero. */
export function divide(a: Interval, b: Interval): Interval {
  if (b.low.lte(0) && b.high.gte(0)) return anything
  const inverse = (value: Decimal, kind: typeof Floor) =>
    value.isFinite() ? new Decimal(kind.div(1, value)) : new Decimal(0)
  return multiplyOut(a, b) ?? multiply(a, { low: inverse(b.high, Floor), high: inverse(b.low, Ceil) })
}

/** Quotients of finite ends, each rounded once. */
function multiplyOut(a: Interval, b: Interval): Interval | undefined {
  const ends = [a.low, a.high, b.low, b.high]
  if (!ends.every((end) => end.isFinite())) return undefined
  const pairs = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => [x, y] as const))
  return {
    low: least(...pairs.map(([x, y]) => new Decimal(Floor.div(x, y)))),
    high: most(...pairs.map(([x, y]) => new Decimal(Ceil.div(x, y)))),
  }
}

export const contains = ({ low, high }: Interval, value: Decimal): boolean =>
  value.gte(low) && value.lte(high)

/** Whether one value can satisfy both. */
export const meet = (a: Interval, b: Interval): boolean => a.low.lte(b.high) && b.low.lte(a.high)

/** How far apart two intervals are; 0 where they meet. */
export const gapBetween = (a: Interval, b: Interval): Decimal =>
  meet(a, b) ? new Decimal(0) : most(a.low.minus(b.high), b.low.minus(a.high))
