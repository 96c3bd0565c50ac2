import { Decimal } from 'decimal.js'
import { gapBetween, type Interval } from '#data/model/interval.ts'
import type { Observation } from '#data/model/observation.ts'
import type { Doubter } from './doubter.ts'
import { sayStatement } from './say-statement.ts'

/** A revision may move an amount by so much of it, a percentage by so many points. */
const revision = { relative: 0.02, points: 0.3 }

/** A published figure of the same fact is another one, by more than rounding and revision. */
export const contradictsKnown: Doubter = {
  doubt: 'contradicts-known',
  find(figures, { known }) {
    const found = new Map<Observation, string>()
    for (const figure of figures) {
      const statements = known.statementsOf(figure)
      const [first] = statements
      if (first && !statements.some((statement) => isNear(figure, statement)))
        found.set(figure, `已发布 ${sayStatement(first)}`)
    }
    return found
  },
}

function isNear(figure: Observation, statement: Observation): boolean {
  const gap = gapBetween(figure.interval, statement.interval)
  if (gap.isZero()) return true
  const isPercent = figure.unit === 'percent' || figure.unit === 'pp'
  const allowed = isPercent
    ? new Decimal(revision.points)
    : sizeOf(statement.interval).times(revision.relative)
  return gap.lte(allowed)
}

const sizeOf = ({ low, high }: Interval) =>
  Decimal.max(0, ...[low, high].filter((end) => end.isFinite()).map((end) => end.abs()))
