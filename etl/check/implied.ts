import { Decimal } from 'decimal.js'
import { add, divide, exactly, type Interval, multiply } from '#data/model/interval.ts'
import type { Observation } from '#data/model/observation.ts'
import { type ClaimSide, implied } from './claim.ts'
import type { Ledger } from './ledger.ts'

const one = exactly(new Decimal(1))
export const hundred = exactly(new Decimal(100))

/** What a level and its growth in percent imply for the level before. */
export const baseOf = (level: Interval, growth: Interval): Interval =>
  divide(level, add(one, divide(growth, hundred)))

/** A part of a whole in percent. */
export const percentOf = (part: Interval, whole: Interval): Interval => multiply(divide(part, whole), hundred)

/** The level of the year before that a level implies with its growth, where that is printed. */
export function impliedBase({ find }: Ledger, level: Observation): ClaimSide | undefined {
  const growth = find({ ...level, measure: 'yoy_pct' })
  return growth && implied('由增速推算的上年基数', [level, growth], baseOf)
}
