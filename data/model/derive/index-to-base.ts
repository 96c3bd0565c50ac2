import { Decimal } from 'decimal.js'
import { exactly } from '#data/model/interval.ts'
import { endYearOf, printPeriod, shiftYears } from '#data/model/period.ts'
import { between } from './between.ts'
import type { Derived, Known, Surroundings } from './derived.ts'
import { percentOf } from './growth-rate.ts'
import { finder } from './pairs.ts'
import { traceOf } from './trace.ts'

const hundred = new Decimal(100)

/**
 * Level ÷ level of the base period × 100, without unit; the base itself is 100 exactly.
 *
 * A cumulative number is measured against the same months of the base's year, since Jan–Dec beside Jan–Feb is no
 * index. A base of 0 or below, or one that was not printed, gives none.
 * @param levels in time order; when no base is named, `exactBase` of them is.
 */
export function indexToBase(
  levels: readonly Known[],
  { basis, breaks, indexBase }: Pick<Surroundings, 'basis' | 'breaks' | 'indexBase'>,
): Derived[] {
  const base = indexBase ?? exactBase(levels)?.period
  if (!base) return []
  const find = finder(levels)
  return levels.flatMap((later) => {
    const years = endYearOf(base) - endYearOf(later.period)
    const earlier = find(basis === 'cumulative' ? shiftYears(later.period, years) : base)
    if (!earlier || earlier.value.lte(0)) return []
    return later.id === earlier.id ? [itself(later)] : between('index', { later, earlier }, percentOf, breaks)
  })
}

/** The first level that is known at both ends, since nothing can be said of what is measured against 超80000; else the first. */
const exactBase = (levels: readonly Known[]): Known | undefined =>
  levels.find(({ interval }) => interval.low.isFinite() && interval.high.isFinite()) ?? levels[0]

const itself = (base: Known): Derived => ({
  ...traceOf(base),
  method: 'index',
  period: base.period,
  value: hundred,
  interval: exactly(hundred),
  isAcrossBreak: false,
  against: printPeriod(base.period),
})
