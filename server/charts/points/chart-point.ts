import type { Text } from '#data/model/language.ts'
import type { Qualifier, Status } from '#data/model/observation.ts'
import { parsePeriod, type Time } from '#data/model/period.ts'
import type { Trust } from '#data/model/trust.ts'
import type { ChartDerivation, ChartPoint } from '../chart-kind.ts'

interface PointAnswer {
  readonly period: string
  readonly time: Time
  readonly value: number
  readonly printedValue: string
  readonly printedUnit: string
  readonly status: Status
  readonly qualifier: Qualifier
  readonly source: string
  readonly trust: Trust
  readonly others: number
  readonly low: number | null
  readonly high: number | null
  readonly oddity: ChartPoint['oddity']
  readonly break: { readonly reason: Text; readonly kind: string } | null
}

/**
 * A point of an answer of the API as a chart takes it.
 * @param derived how it was made, where it was not printed.
 * @throws when the period is not one of ours: the API never sends such a point.
 */
export function toChartPoint(answer: PointAnswer, derived: ChartDerivation | null = null): ChartPoint {
  const { value, printedValue, printedUnit, status, qualifier, source, trust, others, low, high } = answer
  const { oddity } = answer
  const period = parsePeriod(answer.period, answer.time)
  if (!period) throw new Error(`A point of the API has the unreadable period ${answer.period}.`)
  return {
    period,
    value,
    printedValue,
    printedUnit,
    status,
    qualifier,
    source,
    trust,
    others,
    low,
    high,
    derived,
    oddity,
    break: answer.break && { ...answer.break.reason, isRebase: answer.break.kind === 'detected' },
  }
}
