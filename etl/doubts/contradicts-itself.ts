import { groupBy } from '#data/model/group-by.ts'
import { gapBetween } from '#data/model/interval.ts'
import type { Observation } from '#data/model/observation.ts'
import { cellOf } from '#data/model/series.ts'
import type { Doubter } from './doubter.ts'
import { sayStatement } from './say-statement.ts'

/** A document prints two numbers of one fact that no value satisfies both. */
export const contradictsItself: Doubter = {
  doubt: 'contradicts-itself',
  find(figures) {
    const found = new Map<Observation, string>()
    for (const statements of groupBy(figures, (each) => `${each.source}|${cellOf(each)}`).values()) {
      for (const figure of statements) {
        const other = statements.find((each) => !gapBetween(each.interval, figure.interval).isZero())
        if (other) found.set(figure, `又作 ${sayStatement(other)}`)
      }
    }
    return found
  },
}
