import type { Period } from '#data/model/period.ts'
import type { ChartData } from '../chart-kind.ts'
import { type Break, breaksBetween } from './breaks.ts'
import { onLatestBase } from './one-base.ts'
import { periodPairOf, type Row, rowsAt } from './ranked.ts'

/** A region's numbers in two periods. */
export interface Pair {
  readonly from: Row
  readonly to: Row
  /** The changes of 口径 between them: with any there is no saying whether it rose. */
  readonly breaks: readonly Break[]
}

export interface Compared {
  readonly periods: readonly [Period, Period]
  /** In the order of the later period, the highest first. */
  readonly pairs: readonly Pair[]
}

/** The regions that have numbers in both periods; of levels that do not compare only those on one price base. */
export function compare(all: ChartData): Compared | undefined {
  const data = { ...all, series: onLatestBase(all.series).series }
  const periods = periodPairOf(data)
  if (!periods) return undefined
  const before = rowsAt(data.series, periods[0])
  const pairs = rowsAt(data.series, periods[1]).flatMap((to) => {
    const from = before.find(({ series }) => series === to.series)
    return from ? [{ from, to, breaks: breaksBetween(to.series, from.point, to.point) }] : []
  })
  return { periods, pairs }
}

/** 1 where it rose, −1 where it fell; nothing across a change of 口径. */
export const directionOf = ({ from, to, breaks }: Pair) =>
  breaks.length > 0 ? undefined : Math.sign(to.point.value - from.point.value)

/** Whether the values differ by an order of magnitude, so that in proportion the small ones would lie on one another. */
export const isLogarithmic = (pairs: readonly Pair[]) => {
  const values = valuesOf(pairs)
  return Math.min(...values) > 0 && Math.max(...values) > 12 * Math.min(...values)
}

export const valuesOf = (pairs: readonly Pair[]) =>
  pairs.flatMap(({ from, to }) => [from.point.value, to.point.value])
