import { Decimal } from 'decimal.js'
import type { Derived, Known } from '#data/model/derive/derived.ts'
import { printPeriod } from '#data/model/period.ts'
import { weakest } from '#data/model/trust.ts'
import type { PointAnswer } from '#server/answers.ts'
import { intervalOfRow, type PrintedNumber, type Row } from './printed-number.ts'

/** A printed number as derivations take it. */
export const toKnown = ({ period, row }: PrintedNumber): Known => ({
  period,
  id: row.id,
  value: new Decimal(row.value),
  interval: intervalOfRow(row),
})

/** As many decimals as the database keeps; ends are rounded outward. */
const scale = 8
const toNumber = (value: Decimal, rounding: Decimal.Rounding) =>
  value.isFinite() ? value.toDecimalPlaces(scale, rounding).toNumber() : null

/** A sum is off its course where a figure among its parts moves it by more than this part of it. */
const mostMoved = new Decimal('0.01')

/**
 * What is made of a figure off its course is off too, and nobody knows where it would lie: what is made of the region's
 * own, and what is made of a sum that such a figure moves. A level that is a sum is left as it is.
 */
function oddityAmong(rows: readonly Row[], method: Derived['method']): PointAnswer['oddity'] {
  if (method === 'regions_sum') return null
  const odd = rows.find((row) => row.oddity && (row.region === rows[0]?.region || isMoved(rows, row)))
  return odd?.oddity ? { finding: odd.oddity.finding, low: null, high: null } : null
}

/** Whether a sum that an odd figure is part of would be another, had that figure kept to its course. */
function isMoved(rows: readonly Row[], { indicator, period, value, oddity }: Row): boolean {
  const beside = rows.filter((row) => row.indicator === indicator && row.period === period)
  const sum = Decimal.sum(...beside.map((row) => row.value))
  const ends = [oddity?.low, oddity?.high].flatMap((end) =>
    end == null ? [] : new Decimal(end).minus(value),
  )
  const moved = Decimal.min(...ends.map((end) => end.abs()))
  return ends.length > 0 && moved.gt(sum.times(mostMoved))
}

/**
 * A derived number as a point of an answer, in the shape of the printed ones.
 * @param rowOf the rows of its parents, by id.
 */
export function toDerivedPoint(derived: Derived, unit: string, rowOf: ReadonlyMap<string, Row>): PointAnswer {
  const { period, value, interval, method, parents, against, isAcrossBreak, missing = [] } = derived
  const rows = parents.flatMap((id) => rowOf.get(id) ?? [])
  return {
    period: printPeriod(period),
    time: period.time,
    value: toNumber(value, Decimal.ROUND_HALF_EVEN) ?? 0,
    low: toNumber(interval.low, Decimal.ROUND_FLOOR),
    high: toNumber(interval.high, Decimal.ROUND_CEIL),
    unit,
    printedValue: '',
    printedUnit: '',
    status: rows.some(({ status }) => status === 'preliminary') ? 'preliminary' : 'actual',
    qualifier: '',
    comparedTo: '',
    source: rows[0]?.source ?? '',
    line: null,
    trust: weakest(rows.map(({ trust }) => trust)),
    others: 0,
    correction: null,
    derived: { method, parents: [...parents], against, isAcrossBreak, missing: [...missing] },
    break: null,
    oddity: oddityAmong(rows, method),
  }
}
