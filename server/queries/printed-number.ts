import { Decimal } from 'decimal.js'
import type { Interval } from '#data/model/interval.ts'
import type { Period } from '#data/model/period.ts'
import type { Oddity, observation } from '#data/store/schema.ts'
import type { ObservationAnswer, PointAnswer } from '#server/answers.ts'

/** A number with all that is known of it. */
export type Row = typeof observation.$inferSelect

/** What of a number stands in series and comparisons. */
export type ShownRow = Omit<Row, 'rank' | 'column_number' | 'rule' | 'implied' | 'quote' | 'oddity_known'>

/** A row of the observation table with its period and references in the words of the model. */
export interface PrintedNumber<Known extends ShownRow = ShownRow>
  extends Pick<ShownRow, 'indicator' | 'region' | 'measure' | 'compilation'> {
  readonly period: Period
  readonly of: string
  readonly comparedTo: string
  readonly row: Known
  /** The days on which it was the one shown, where that is asked for; `to` is the day the next took its place. */
  readonly valid?: { readonly from: string; readonly to: string | null }
}

/** A number with all that is known of it, in the words of the model. */
export type FullNumber = PrintedNumber<Row>

/** What a row may have been before it was rounded. */
export const intervalOfRow = ({ low, high }: Pick<ShownRow, 'low' | 'high'>): Interval => ({
  low: new Decimal(low ?? -Infinity),
  high: new Decimal(high ?? Infinity),
})

export function toPeriod(row: Pick<ShownRow, 'is_moment' | 'start_month' | 'end_month'>): Period {
  return { time: row.is_moment ? 'moment' : 'span', start: row.start_month, end: row.end_month }
}

export function toPrintedNumber<Known extends ShownRow>(row: Known): PrintedNumber<Known> {
  const { indicator, region, measure, compilation, share_of: of, compared_to: comparedTo } = row
  return { indicator, region, measure, compilation, of, comparedTo, period: toPeriod(row), row }
}

export function toPoint(row: ShownRow): PointAnswer {
  return {
    period: row.period,
    time: row.is_moment ? 'moment' : 'span',
    value: row.value,
    low: row.low,
    high: row.high,
    unit: row.unit,
    printedValue: row.printed_value,
    printedUnit: row.printed_unit,
    status: row.status,
    qualifier: row.qualifier,
    comparedTo: row.compared_to,
    source: row.source,
    line: row.line,
    trust: row.trust,
    others: row.others,
    correction: row.correction,
    derived: null,
    break: null,
    oddity: row.oddity && toOddity(row.oddity),
  }
}

const toEnd = (end: string | null) => (end === null ? null : Number(end))

const toOddity = ({ finding, low, high }: Oddity) => ({ finding, low: toEnd(low), high: toEnd(high) })

export function toObservation(row: Row): ObservationAnswer {
  const {
    id,
    indicator,
    region,
    measure,
    compilation,
    share_of: of,
    rank,
    column_number: column,
    rule,
    implied,
    quote,
  } = row
  // To spread so many fields into a new object takes twenty times as long.
  return Object.assign(toPoint(row), {
    id,
    indicator,
    region,
    measure,
    compilation,
    of,
    rank,
    column,
    rule,
    implied,
    quote,
  })
}
