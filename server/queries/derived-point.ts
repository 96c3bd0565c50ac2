import { Decimal } from 'decimal.js'
import type { Derived, Known } from '#data/model/derive/derived.ts'
import { printPeriod } from '#data/model/period.ts'
import { weakest } from '#data/model/trust.ts'
import type { PointAnswer } from '#server/answers.ts'
import { intervalOfRow, type PrintedNumber, type ShownRow } from './printed-number.ts'

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

/** A change of a sum is off its course where a figure among its parts moves that sum by more than this part of it. */
const mostMoved = new Decimal('0.005')

/** Methods that divide a figure by something much larger: only the figure itself, the first parent, makes them odd. */
const divisions: ReadonlySet<Derived['method']> = new Set(['share', 'per_head', 'per_gdp'])

/**
 * What is made of a figure off its course is off too, and nobody knows where it would lie: what is made of the region's
 * own, and changes of a sum that such a figure moves, by the one that moves it most. A level that is a sum is left as it is.
 */
function oddityAmong(rows: readonly ShownRow[], method: Derived['method']): PointAnswer['oddity'] {
  const [first] = rows
  if (!first || method === 'regions_sum') return null
  const beside = rows.filter(
    ({ indicator, period }) => indicator === first.indicator && period === first.period,
  )
  const isSum = beside.length > 1 && !divisions.has(method)
  const odd = isSum
    ? rows
        .filter((row) => movedBy(rows, row).gt(mostMoved))
        .toSorted((a, b) => movedBy(rows, b).cmp(movedBy(rows, a)))[0]
    : rows.find(({ oddity, region }) => oddity && region === first.region)
  return odd?.oddity ? { finding: odd.oddity.finding, low: null, high: null } : null
}

/** The part of a sum by which an odd figure in it would have to move at least to be on its course; 0 for others. */
function movedBy(rows: readonly ShownRow[], { indicator, period, value, oddity }: ShownRow): Decimal {
  const ends = [oddity?.low, oddity?.high].flatMap((end) =>
    end == null ? [] : new Decimal(end).minus(value),
  )
  if (ends.length === 0) return new Decimal(0)
  const beside = rows.filter((row) => row.indicator === indicator && row.period === period)
  return Decimal.min(...ends.map((end) => end.abs())).div(Decimal.sum(...beside.map((row) => row.value)))
}

/**
 * A derived number as a point of an answer, in the shape of the printed ones.
 * @param rowOf the rows of its parents, by id.
 */
export function toDerivedPoint(
  derived: Derived,
  unit: string,
  rowOf: ReadonlyMap<string, ShownRow>,
): PointAnswer {
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
