import type { Observation } from '#data/model/observation.ts'
import { admits } from '#data/model/period.ts'
import type { KnownFigures } from '../facts/known-figures.ts'
import type { Doubter } from './doubter.ts'
import { sayStatement } from './say-statement.ts'

/** How far a figure may be from the nearest published one: at once, and for each year between them. */
const allowed = {
  /** As a ratio of amounts per month. */
  ratio: { atOnce: 1.35, aYear: 1.35 },
  share: { atOnce: 6, aYear: 6 },
  growth: { atOnce: 20, aYear: 10 },
}
/** Nothing is known of a figure further away than so many years. */
const reach = 6

/** A figure is far from the nearest published one of its series. */
export const offCourse: Doubter = {
  doubt: 'off-course',
  find(figures, { known }) {
    const found = new Map<Observation, string>()
    for (const figure of figures) {
      const nearest = nearestOf(figure, known)
      if (nearest && isFar(figure, nearest)) found.set(figure, `相近一期 ${sayStatement(nearest)}`)
    }
    return found
  },
}

const years = (a: Observation, b: Observation) => Math.abs(a.period.end - b.period.end) / 12

/** The nearest in time that covers as many months, or where none does, the months from January on. */
function nearestOf(figure: Observation, known: KnownFigures): Observation | undefined {
  const course = known
    .courseOf(figure)
    .filter((each) => each.period.end !== figure.period.end && years(each, figure) <= reach)
  const alike = course.filter((each) => lengthOf(each) === lengthOf(figure))
  const comparable = alike.length > 0 ? alike : course.filter(({ period }) => admits.cumulative(period))
  return comparable.reduce<Observation | undefined>(
    (best, each) => (best && years(best, figure) <= years(each, figure) ? best : each),
    undefined,
  )
}

const lengthOf = ({ period: { start, end } }: Observation) => end - start + 1

function isFar(figure: Observation, nearest: Observation): boolean {
  const distance = years(figure, nearest)
  const [value, other] = [figure.value.toNumber(), nearest.value.toNumber()]
  if (figure.measure === 'share_pct')
    return Math.abs(value - other) > allowed.share.atOnce + allowed.share.aYear * distance
  if (figure.measure === 'yoy_pct')
    return Math.abs(value - other) > allowed.growth.atOnce + allowed.growth.aYear * distance
  if (figure.measure !== 'level' || value <= 0 || other <= 0) return false
  const ratio = value / lengthOf(figure) / (other / lengthOf(nearest))
  const most = allowed.ratio.atOnce * allowed.ratio.aYear ** distance
  return ratio > most || ratio < 1 / most
}
