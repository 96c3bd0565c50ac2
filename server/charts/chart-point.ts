import type { Qualifier, Status } from '#data/model/observation.ts'
import { parsePeriod, type Time } from '#data/model/period.ts'
import type { ChartPoint } from './chart-kind.ts'

interface PointAnswer {
  readonly period: string
  readonly time: Time
  readonly value: number
  readonly printedValue: string
  readonly printedUnit: string
  readonly status: Status
  readonly qualifier: Qualifier
  readonly source: string
  readonly others: number
}

/**
 * A point of an answer of the API as a chart takes it.
 * @throws when the period is not one of ours: the API never sends such a point.
 */
export function toChartPoint(answer: PointAnswer): ChartPoint {
  const { value, printedValue, printedUnit, status, qualifier, source, others } = answer
  const period = parsePeriod(answer.period, answer.time)
  if (!period) throw new Error(`A point of the API has the unreadable period ${answer.period}.`)
  return { period, value, printedValue, printedUnit, status, qualifier, source, others }
}
