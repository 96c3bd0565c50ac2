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

/** What is made of a figure off its course is off too, and nobody knows where it would lie; a sum of many regions is not. */
function oddityAmong(rows: readonly Row[], method: Derived['method']): PointAnswer['oddity'] {
  const own = rows.filter(({ region }) => region === rows[0]?.region)
  const odd = method === 'regions_sum' ? undefined : own.find(({ oddity }) => oddity)
  return odd?.oddity ? { finding: odd.oddity.finding, low: null, high: null } : null
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
