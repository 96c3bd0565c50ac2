import { Decimal } from 'decimal.js'
import { add, divide, exactly, type Interval, multiply, subtract } from '#data/model/interval.ts'

const hundred = exactly(new Decimal(100))

/** one ÷ other × 100, in percent. */
export const percentOf = (one: Interval, other: Interval): Interval => multiply(divide(one, other), hundred)

/** (later ÷ earlier − 1) × 100, in percent; anything where the earlier may be 0. */
export const growthRate = (later: Interval, earlier: Interval): Interval =>
  subtract(percentOf(later, earlier), hundred)

/** What a number was before it grew by a percentage: later ÷ (1 + growth ÷ 100). */
export const beforeGrowth = (later: Interval, growth: Interval): Interval =>
  multiply(divide(later, add(hundred, growth)), hundred)
