import type { Observation } from '#data/model/observation.ts'
import { monthsOf } from '#data/model/period.ts'
import type { Validation } from './index.ts'

export const isMeasured = ({ status }: Pick<Observation, 'status'>) =>
  status === 'actual' || status === 'preliminary'

/**
 * The last month that a document can have measured, from year 0: that of its date, or December where only the year is known.
 * @param published `2024`, `2024-01` or `2024-01-31`; '' without a date, which leaves it open.
 */
export function lastMonthMeasured(published: string): number {
  if (published === '') return Number.POSITIVE_INFINITY
  const [year, month = '12'] = published.split('-')
  return Number(year) * 12 + Number(month) - 1
}

/** What has been measured cannot have been published before its period began its last month. */
export const publishedAfterPeriod: Validation = {
  reason: 'published-before-period',
  find(observations, { sources }) {
    const found = new Map<Observation, string>()
    for (const observation of observations.filter(isMeasured)) {
      const published = sources.get(observation.source)?.published ?? ''
      if (observation.period.end > lastMonthMeasured(published)) {
        const last = monthsOf(observation.period).end.slice(0, published.length)
        found.set(observation, `${published} 发布，数据止于 ${last}`)
      }
    }
    return found
  },
}
