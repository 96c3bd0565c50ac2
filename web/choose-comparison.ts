import type { Compilation } from '#data/model/compilation.ts'
import { type Measure, measureCodes } from '#data/model/measure.ts'
import {
  type Basis,
  bases,
  comparePeriods,
  endMonthOf,
  type Period,
  parsePeriod,
} from '#data/model/period.ts'
import type { Coverage, Region } from './api.ts'
import { chooseCompilation } from './choose-compilation.ts'
import type { RegionGroup, RegionsState } from './url-state.ts'

/** A period as the API spells it, and what it means. */
export interface NamedPeriod {
  readonly text: string
  readonly period: Period
}

export interface ChosenComparison {
  readonly group: RegionGroup
  readonly compilation: Compilation | undefined
  readonly measure: Measure
  readonly basis: Basis
  /** What the numbers are measured against where a measure needs that. */
  readonly comparison: string
  /** In time order: periods that at least two regions have, or any if none has two. */
  readonly periods: readonly NamedPeriod[]
  readonly period: NamedPeriod | undefined
  /** The earlier period of a slope. */
  readonly against: NamedPeriod | undefined
  readonly options: {
    readonly compilations: readonly Compilation[]
    readonly measures: readonly Measure[]
    readonly bases: readonly Basis[]
  }
}

const kindOfGroup = { zones: 'zone', provinces: 'province', clusters: 'cluster' } as const

/** The codes of the regions in a group. */
export const regionsInGroup = (regions: readonly Region[], group: RegionGroup): readonly string[] =>
  regions.filter(({ kind }) => kind === kindOfGroup[group]).map(({ code }) => code)

/**
 * Completes what the address asks of a comparison from what an indicator has.
 * @param coverage of the indicator.
 * @param members the regions of the group.
 */
export function chooseComparison(
  every: readonly Coverage[],
  members: readonly string[],
  state: RegionsState,
): ChosenComparison {
  const { compilation, coverage, options } = chooseCompilation(every, members, state.compilation)
  const ofGroup = coverage.filter(({ region }) => members.includes(region))
  const measures = measureCodes.filter((measure) => ofGroup.some((each) => each.measure === measure))
  const measure = state.measure ?? measures[0] ?? 'level'
  const ofMeasure = ofGroup.filter((each) => each.measure === measure)
  const measureBases = bases.filter((basis) => ofMeasure.some((each) => each.basis === basis))
  const basis = state.basis ?? measureBases[0] ?? 'cumulative'
  const ofBasis = ofMeasure.filter((each) => each.basis === basis)
  const comparison =
    ofBasis.find((each) => each.comparison === 'usual')?.comparison ?? ofBasis[0]?.comparison ?? 'usual'
  const periods = sharedPeriods(
    ofBasis.filter((each) => each.comparison === comparison),
    basis,
  )
  const period = periods.find(({ text }) => text === state.period) ?? periods.at(-1)
  return {
    group: state.group ?? 'zones',
    compilation,
    measure,
    basis,
    comparison,
    periods,
    period,
    against:
      periods.find(({ text }) => text === state.against && text !== period?.text) ??
      yearsBefore(periods, period),
    options: { compilations: options, measures, bases: measureBases },
  }
}

function sharedPeriods(coverage: readonly Coverage[], basis: Basis): readonly NamedPeriod[] {
  const counts = new Map<string, number>()
  for (const text of coverage.flatMap(({ periods }) => periods)) counts.set(text, (counts.get(text) ?? 0) + 1)
  const named = [...counts].flatMap(([text, count]) => {
    const period = parsePeriod(text, basis === 'stock' ? 'moment' : 'span')
    return period ? [{ text, period, count }] : []
  })
  const shared = named.filter(({ count }) => count > 1)
  return (shared.length > 0 ? shared : named).toSorted((a, b) => comparePeriods(a.period, b.period))
}

/** The same months of the earliest year, else the earliest period before: January to May is never set against a whole year unasked. */
function yearsBefore(
  periods: readonly NamedPeriod[],
  shown: NamedPeriod | undefined,
): NamedPeriod | undefined {
  if (!shown) return undefined
  const earlier = periods.filter(({ period }) => period.end < shown.period.end)
  return earlier.find(({ period }) => endMonthOf(period) === endMonthOf(shown.period))
}
