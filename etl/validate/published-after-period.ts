import type { Observation } from '#data/model/observation.ts'
import { monthsOf } from '#data/model/period.ts'
import type { Validation } from './index.ts'

const isMeasured = ({ status }: Observation) => status === 'actual' || status === 'preliminary'

/** What has been measured cannot have been published before its period began its last month. */
export const publishedAfterPeriod: Validation = {
  reason: 'published-before-period',
  find(observations, { sources }) {
    const found = new Map<Observation, string>()
    for (const observation of observations.filter(isMeasured)) {
      const published = sources.get(observation.source)?.published ?? ''
      const last = monthsOf(observation.period).end.slice(0, published.length)
      if (published !== '' && published.slice(0, last.length) < last) {
        found.set(observation, `${published} 发布，数据止于 ${last}`)
      }
    }
    return found
  },
}
