import type { Catalog } from '#data/catalog/catalog.ts'
import type { Observation } from '#data/model/observation.ts'
import { endMonthOf } from '#data/model/period.ts'
import { type Problem, toObservation } from '../normalize/to-observation.ts'
import type { ReadRow } from '../read-observations.ts'

/**
 * A row as an observation, or the first reason why it is none.
 * @param isDated whether its period is a date of the calendar. That is the end of a month where the number is of a moment;
 * of a span it tells only one end, so that the row is refused.
 */
export function observe(read: ReadRow, catalog: Catalog, isDated: boolean): Observation | Problem {
  if (!isDated) return toObservation(read, catalog)
  const day = read.row.period
  const observed = toObservation(
    { ...read, row: { ...read.row, period: day.slice(0, 'YYYY-MM'.length) } },
    catalog,
  )
  if ('reason' in observed) return observed
  if (observed.period.time === 'span')
    return { reason: 'period-does-not-fit', detail: `${day} 是一天，不是时段` }
  return isMonthEnd(day, observed) ? observed : { reason: 'period-does-not-fit', detail: `${day} 不是月末` }
}

function isMonthEnd(day: string, { period }: Observation): boolean {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.getUTCDate() === 1 && next.getUTCMonth() === endMonthOf(period) % 12
}
