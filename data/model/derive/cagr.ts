import { Decimal } from 'decimal.js'
import { divide, exactly, type Interval, multiply, power, subtract } from '#data/model/interval.ts'
import { between } from './between.ts'
import type { Break, Derived, Known } from './derived.ts'
import type { Pair } from './pairs.ts'

const Precise = Decimal.clone({ precision: 60 })
const [one, hundred] = [exactly(new Decimal(1)), exactly(new Decimal(100))]

const annualGrowth =
  (months: number) =>
  (later: Interval, earlier: Interval): Interval => {
    const yearly = power(divide(later, earlier), new Decimal(Precise.div(12, months)))
    return multiply(subtract(yearly, one), hundred)
  }

/**
 * ((later ÷ earlier) ^ (12 ÷ months between) − 1) × 100: annual compound growth, in percent. With a target as the
 * later number it is the growth that the target requires; a target of at least x gives an interval open above.
 *
 * @returns undefined where the periods do not compare (a stock with a span, spans of different length, the later not
 * later) or a level is 0 or below.
 */
export function cagr(earlier: Known, later: Known, breaks: readonly Break[]): Derived | undefined {
  const months = later.period.end - earlier.period.end
  const isComparable =
    earlier.period.time === later.period.time && later.period.start - earlier.period.start === months
  if (!isComparable || months <= 0 || earlier.value.lte(0) || later.value.lte(0)) return undefined
  return between('cagr', { later, earlier } satisfies Pair, annualGrowth(months), breaks)[0]
}
