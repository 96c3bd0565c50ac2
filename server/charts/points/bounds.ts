import type { Transform } from '#data/model/derive/derived.ts'
import type { ChartPoint, ChartSeries } from '../chart-kind.ts'

/** What is known of a number's ends, in the units of its value. */
export interface Bounds {
  /** undefined where the end is open, or says no more than what such a number can be at all. */
  readonly low: number | undefined
  readonly high: number | undefined
  /** Whether both ends together say how large it is: only then is what lies between them drawn as an area. */
  readonly isMeasured: boolean
}

/** What a quotient is at least, whatever it is made of: an end that lies there says that a parent has an open end. */
const floors: Readonly<Partial<Record<Transform, number>>> = {
  yoy: -100,
  pct_change: -100,
  index: 0,
  share: 0,
  per_head: 0,
  per_gdp: 0,
  implied_base: 0,
}

/** What is known of the ends of each number of a series; one wider than twice the largest number measures nothing. */
export function boundsIn({
  points,
  transform = 'none',
}: Pick<ChartSeries, 'points' | 'transform'>): (point: ChartPoint) => Bounds {
  const floor = floors[transform]
  const widest = 2 * Math.max(0, ...points.map(({ value }) => Math.abs(value)))
  return ({ value, low: least, high: most }) => {
    const low = least === null || (least === floor && value !== floor) ? undefined : least
    const high = most ?? undefined
    const isMeasured = low !== undefined && high !== undefined && high - low <= widest
    return { low, high, isMeasured }
  }
}
