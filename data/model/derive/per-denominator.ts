import { divide } from '#data/model/interval.ts'
import { type Period, periodOfYearEnd } from '#data/model/period.ts'
import { apply, type Formula } from './apply.ts'
import { type Derived, denominators, type Known, type Surroundings } from './derived.ts'
import { percentOf } from './growth-rate.ts'
import { finder } from './pairs.ts'
import { traceOf } from './trace.ts'

type Denominated = Pick<Surroundings, 'denominator'>

/**
 * Level ÷ resident population at the end of the same year, in the unit of the level for one person. A flow is that of a
 * whole year, a stock that of a December; other periods give none.
 */
export const perHead = (levels: readonly Known[], { denominator = [] }: Denominated): Derived[] =>
  against('per_head', levels, denominator, divide, periodOfYearEnd)

/** Level ÷ gross domestic product of the same year × 100, in percent; for flows of whole years in yuan. */
export const perGdp = (levels: readonly Known[], { denominator = [] }: Denominated): Derived[] =>
  against('per_gdp', levels, denominator, percentOf, (period) => period)

function against(
  method: keyof typeof denominators,
  levels: readonly Known[],
  denominator: readonly Known[],
  formula: Formula,
  periodOf: (period: Period) => Period | undefined,
): Derived[] {
  const find = finder(denominator)
  return levels.flatMap((level): Derived[] => {
    const period = periodOf(level.period)
    const below = period && find(period)
    const found = below?.value.gt(0) ? apply(formula, level, below) : undefined
    if (!below || !found) return []
    const derived = { ...found, ...traceOf(level, below), method, period: level.period }
    return [{ ...derived, isAcrossBreak: false, against: denominators[method] }]
  })
}
