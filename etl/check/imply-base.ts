import { Decimal } from 'decimal.js'
import { add, divide, exactly, type Interval, multiply } from '#data/model/interval.ts'

const one = exactly(new Decimal(1))
const hundred = exactly(new Decimal(100))

/** What a level and its growth in percent imply for the level before. */
export const implyBase = (level: Interval, growth: Interval): Interval =>
  divide(level, add(one, divide(growth, hundred)))

/** A part of a whole in percent. */
export const percentOf = (part: Interval, whole: Interval): Interval => multiply(divide(part, whole), hundred)
