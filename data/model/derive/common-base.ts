import { type Basis, comparePeriods, endYearOf, type Period, printPeriod } from '#data/model/period.ts'
import type { Known } from './derived.ts'

/**
 * The one period against which several series of a basis are measured: the earliest of which all have a number that is
 * above zero and known at both ends, else the earliest of those that most have. Where no number is known at both ends,
 * one that is open will do.
 * @returns undefined when no series has a number above zero.
 */
export function commonBase(series: readonly (readonly Known[])[], basis: Basis): Period | undefined {
  const above = series.map((levels) => levels.filter(({ value }) => value.gt(0)))
  const exact = above.map((levels) => levels.filter(isExact))
  return earliestOfMost(exact.some(({ length }) => length > 0) ? exact : above, basis)
}

const isExact = ({ interval: { low, high } }: Known) => low.isFinite() && high.isFinite()

function earliestOfMost(series: readonly (readonly Known[])[], basis: Basis): Period | undefined {
  const found = new Map<string, { readonly period: Period; readonly count: number }>()
  for (const levels of series) {
    const own = levels.map(({ period }) => basePeriod(period, basis))
    for (const [text, period] of new Map(own.map((each) => [printPeriod(each), each])))
      found.set(text, { period, count: (found.get(text)?.count ?? 0) + 1 })
  }
  const [best] = [...found.values()].sort((a, b) => b.count - a.count || comparePeriods(a.period, b.period))
  return best?.period
}

/** What a number can be the base as: a cumulative one as its whole year, as each is measured against the same months. */
export function basePeriod(period: Period, basis: Basis): Period {
  if (basis !== 'cumulative') return period
  const january = endYearOf(period) * 12
  return { ...period, start: january, end: january + 11 }
}
