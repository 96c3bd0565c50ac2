import type { Observation } from '#data/model/observation.ts'
import { cellOf } from '#data/model/series.ts'
import type { Validation } from './index.ts'

/** The same number stated twice in one document is one statement; two different numbers are both kept. */
export const noDuplicates: Validation = {
  reason: 'duplicate-in-source',
  find(observations) {
    const first = new Map<string, Observation>()
    const found = new Map<Observation, string>()
    for (const observation of observations) {
      const key = [
        observation.source,
        cellOf(observation),
        observation.qualifier,
        observation.value.toFixed(),
      ].join('|')
      const earlier = first.get(key)
      if (earlier) found.set(observation, `与 ${earlier.id} 同为一个事实`)
      else first.set(key, observation)
    }
    return found
  },
}
