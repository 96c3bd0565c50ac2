import type { Observation } from '#data/model/observation.ts'
import { cellOf } from '#data/model/series.ts'
import type { Validation } from './index.ts'

/** One document states a fact once; the second statement in its file is refused. */
export const noDuplicates: Validation = {
  reason: 'duplicate-in-source',
  find(observations) {
    const first = new Map<string, Observation>()
    const found = new Map<Observation, string>()
    for (const observation of observations) {
      const key = `${observation.source}|${cellOf(observation)}`
      const earlier = first.get(key)
      if (earlier) found.set(observation, `与 ${earlier.id} 同为一个事实`)
      else first.set(key, observation)
    }
    return found
  },
}
