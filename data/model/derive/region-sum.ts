import { Decimal } from 'decimal.js'
import { groupBy } from '#data/model/group-by.ts'
import { add, type Interval, sum } from '#data/model/interval.ts'
import { printPeriod } from '#data/model/period.ts'
import type { Derived, Known } from './derived.ts'

/** A level of one of the regions that make up a group. */
export interface Member extends Known {
  readonly region: string
}

/** What the missing regions may add must stay below this part of the sum. */
const mostMissing = new Decimal('0.01')

/**
 * The levels of a group of regions that nobody printed, as the sums of its members.
 *
 * A member without a figure adds between nothing and the largest level it ever had in these series, or, where it never
 * had one, the smallest that any member has in the period: an assumption, named in `missing`. Where the missing may
 * add more than 1% of the sum, or a figure is open-ended, there is no sum.
 * @param levels of one indicator, basis and compilation, of any periods.
 * @param members codes of all regions that make up the group.
 * @returns in the order in which the periods first occur.
 */
export function regionSums(levels: readonly Member[], members: readonly string[]): Derived[] {
  const ofRegion = groupBy(levels, ({ region }) => region)
  return [...groupBy(levels, ({ period }) => printPeriod(period)).values()].flatMap((present): Derived[] => {
    const [first] = present
    const codes = new Set(present.map(({ region }) => region))
    const missing = members.filter((code) => !codes.has(code))
    const value = Decimal.sum(...present.map((each) => each.value))
    const most = sum(missing.map((code) => mayAdd(ofRegion.get(code) ?? present, ofRegion.has(code))))
    const interval = add(sum(present.map((each) => each.interval)), most)
    const isSure = interval.low.isFinite() && most.high.lte(value.times(mostMissing))
    if (!first || !isSure) return []
    const parents = present.map(({ id }) => id)
    const { period } = first
    return [
      { method: 'regions_sum', period, value, interval, parents, isAcrossBreak: false, against: '', missing },
    ]
  })
}

const zero = new Decimal(0)

function mayAdd(levels: readonly Known[], isItsOwn: boolean): Interval {
  const ends = levels.map(({ interval }) => interval.high)
  return { low: zero, high: isItsOwn ? Decimal.max(...ends) : Decimal.min(...ends) }
}
