import type { Doubt } from '#data/model/doubt.ts'
import type { Observation } from '#data/model/observation.ts'
import { publishedAfterPeriod } from '../validate.ts'
import { breaksIdentity, contradictsItself, contradictsKnown } from './contradictions.ts'
import type { Doubter, Knowledge } from './doubter.ts'
import { loneRegion, offCourse, outOfRange } from './unusual.ts'

/** The document is dated before what it measured was over: its date or the period is wrong. */
const beforePeriod: Doubter = {
  doubt: 'before-period',
  find: (figures, { catalog }) => publishedAfterPeriod.find(figures, catalog),
}

/** What may speak against a figure, the plainest first: it is said by the first that does. */
const doubters: readonly Doubter[] = [
  beforePeriod,
  contradictsKnown,
  contradictsItself,
  outOfRange,
  offCourse,
  loneRegion,
  breaksIdentity,
]

export interface Doubtful {
  readonly doubt: Doubt
  /** What it disagrees with, in Chinese. */
  readonly detail: string
}

/** How wide a published statement may be, as a part of its value, to confirm what lies within it. */
const narrow = 0.05

/** A published figure of the same fact leaves no doubt, whatever lies around it. */
const isConfirmed = (figure: Observation, { known }: Knowledge) =>
  known
    .statementsOf(figure)
    .some(
      ({ value, interval: { low, high } }) =>
        value.eq(figure.value) ||
        (figure.value.gte(low) && figure.value.lte(high) && high.minus(low).lte(value.abs().times(narrow))),
    )

/** The figures of documents that wait for a person, each with the first reason why. */
export function findDoubts(
  figures: readonly Observation[],
  knowledge: Knowledge,
): ReadonlyMap<Observation, Doubtful> {
  const found = new Map<Observation, Doubtful>()
  const open = figures.filter((figure) => !isConfirmed(figure, knowledge))
  for (const { doubt, find } of doubters) {
    const left = open.filter((figure) => !found.has(figure))
    if (left.length === 0) break
    for (const [figure, detail] of find(left, knowledge)) found.set(figure, { doubt, detail })
  }
  return found
}
