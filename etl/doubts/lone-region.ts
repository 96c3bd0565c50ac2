import { groupBy } from '#data/model/group-by.ts'
import type { Observation } from '#data/model/observation.ts'
import type { Doubter } from './doubter.ts'

/** So many figures of a document must be of one region, for another one that only the context gave to be odd. */
const least = 5

/** The only figure of a document with its region, which no words beside it name. */
export const loneRegion: Doubter = {
  doubt: 'lone-region',
  find(figures) {
    const found = new Map<Observation, string>()
    for (const ofDocument of groupBy(figures, ({ source }) => source).values()) {
      const byRegion = groupBy(ofDocument, ({ region }) => region)
      const most = Math.max(...[...byRegion.values()].map((each) => each.length))
      if (most < least) continue
      for (const [lone, ...others] of byRegion.values())
        if (lone && others.length === 0 && lone.implied?.split(' ').includes('region'))
          found.set(lone, `同一文件其余 ${ofDocument.length - 1} 个数值为其他地区`)
    }
    return found
  },
}
