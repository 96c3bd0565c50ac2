import { groupBy } from '#data/model/group-by.ts'
import { isMeasured, type Observation } from '#data/model/observation.ts'
import { cellOf } from '#data/model/series.ts'

/** The curated figures, for look-ups. */
export interface KnownFigures {
  /** Other statements of the fact that an observation states. */
  statementsOf(observation: Observation): readonly Observation[]
  /** Figures of its indicator, region, measure, compilation, whole and base, of any period, in time order. */
  courseOf(observation: Observation): readonly Observation[]
  /** Figures of its indicator and measure, of any region and period. */
  allOf(observation: Observation): readonly Observation[]
}

const courseKey = ({ indicator, region, measure, compilation, of, comparedTo, period }: Observation) =>
  [indicator, region, measure, compilation, of, comparedTo === '' ? '' : 'stated', period.time].join('|')

const measureKey = ({ indicator, measure, of, comparedTo }: Observation) =>
  [indicator, measure, of, comparedTo === '' ? '' : 'stated'].join('|')

/** Opens figures for look-ups; targets and expectations are statements, but no part of a course. */
export function openKnownFigures(observations: readonly Observation[]): KnownFigures {
  const byCell = groupBy(observations, cellOf)
  const measured = observations.filter(isMeasured)
  const byCourse = new Map(
    [...groupBy(measured, courseKey)].map(
      ([key, course]) => [key, course.toSorted((a, b) => a.period.end - b.period.end)] as const,
    ),
  )
  const byMeasure = groupBy(measured, measureKey)
  return {
    statementsOf: (observation) => byCell.get(cellOf(observation)) ?? [],
    courseOf: (observation) => byCourse.get(courseKey(observation)) ?? [],
    allOf: (observation) => byMeasure.get(measureKey(observation)) ?? [],
  }
}
