import { Decimal } from 'decimal.js'
import type { Catalog } from '#data/catalog/catalog.ts'
import { type Interval, sum } from '#data/model/interval.ts'
import type { Observation } from '#data/model/observation.ts'
import { measureNames } from '#data/wording/measure-names.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type { ClaimSide } from './claim.ts'

/** What a figure is: 2024年东部软件业务收入同比增长. */
function nameOf({ indicator, region, period, measure }: Observation, catalog: Catalog): string {
  const place = region === 'CN' ? '' : (catalog.regions.get(region)?.name.zh ?? region)
  const saying = measure === 'level' ? '' : measureNames[measure].zh
  return (
    formatPeriod(period, 'zh') + place + (catalog.indicators.get(indicator)?.name.zh ?? indicator) + saying
  )
}

/** A figure as it was printed. */
export const printed = (observation: Observation, catalog: Catalog): ClaimSide => ({
  label: nameOf(observation, catalog),
  parents: [observation],
  value: (read) => read(observation),
})

/** The sum of several figures. */
export const total = (observations: readonly Observation[], label: string): ClaimSide => ({
  label,
  parents: observations,
  value: (read) => sum(observations.map(read)),
})

const none = new Decimal(0)

/** A side that only bounds the other from above: anything up to it. */
export const atMost = (side: ClaimSide): ClaimSide => ({
  ...side,
  label: `不超过${side.label}`,
  value: (read) => ({ low: new Decimal(-Infinity), high: side.value(read).high }),
})

/** Anything between the least and the greatest of several intervals. */
export const hull = (intervals: readonly Interval[]): Interval => ({
  low: Decimal.min(...intervals.map(({ low }) => low)),
  high: Decimal.max(...intervals.map(({ high }) => high)),
})

/** Whether what a figure may stand for is never below zero. */
export const isPositive = ({ interval }: Observation): boolean => interval.low.gte(none)
