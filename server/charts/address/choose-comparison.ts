import type { Compilation } from '#data/model/compilation.ts'
import type { Transform } from '#data/model/derive/derived.ts'
import { type Measure, measureCodes } from '#data/model/measure.ts'
import {
  type Basis,
  bases,
  comparePeriods,
  endMonthOf,
  monthsOf,
  type Period,
  parsePeriod,
  shiftYears,
} from '#data/model/period.ts'
import { measuresBreak } from '../points/breaks.ts'
import type { Coverage, Indicator, Region } from './answers.ts'
import {
  type ComparedTime,
  comparedTimes,
  type RegionGroup,
  type RegionsState,
  type RegionView,
} from './chart-fields.ts'
import { chooseCompilation } from './choose-compilation.ts'

/** A period as the API spells it, and what it means. */
export interface NamedPeriod {
  readonly text: string
  readonly period: Period
}

/** A period with how many regions of the group have a number for it. */
export interface SharedPeriod extends NamedPeriod {
  readonly count: number
}

export interface ChosenComparison {
  readonly group: RegionGroup
  readonly view: RegionView
  readonly compilation: Compilation | undefined
  readonly measure: Measure
  readonly transform: Transform
  readonly basis: Basis
  /** What the numbers are measured against where a measure needs that. */
  readonly comparison: string
  /** In time order: periods that at least two regions have, or any if none has two. */
  readonly periods: readonly SharedPeriod[]
  readonly period: SharedPeriod | undefined
  /** The earlier period of a slope. */
  readonly against: NamedPeriod | undefined
  readonly when: ComparedTime
  /** Which periods the address names: the others are the newest, and become newer. */
  readonly asked: Pick<RegionsState, 'period' | 'against'>
  readonly options: {
    readonly compilations: readonly Compilation[]
    readonly measures: readonly Measure[]
    readonly bases: readonly Basis[]
    /** One, where the latest of each would set January to May beside a whole year. */
    readonly times: readonly ComparedTime[]
  }
}

const kindOfGroup = { zones: 'zone', provinces: 'province', clusters: 'cluster' } as const

/** The codes of the regions in a group. */
export const regionsInGroup = (regions: readonly Region[], group: RegionGroup): readonly string[] =>
  regions.filter(({ kind }) => kind === kindOfGroup[group]).map(({ code }) => code)

/** Enough provinces to be looked at as a whole. */
const enough = 8

/** The group asked for, else the provinces where enough of them have numbers at once, else the first that has any. */
export function chooseGroup(
  coverage: readonly Coverage[],
  regions: readonly Region[],
  { group }: Pick<RegionsState, 'group'>,
): RegionGroup {
  if (group) return group
  const most = (each: RegionGroup) => mostAtOnce(coverage, regionsInGroup(regions, each))
  if (most('provinces') >= enough) return 'provinces'
  return (['zones', 'provinces', 'clusters'] as const).find((each) => most(each) > 1) ?? 'zones'
}

/** How many regions have a number at the period that most have one for. */
function mostAtOnce(coverage: readonly Coverage[], members: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const { region, measure, basis, periods } of coverage) {
    if (!members.includes(region)) continue
    for (const period of periods) {
      const key = [measure, basis, period].join('|')
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return Math.max(0, ...counts.values())
}

/**
 * Completes what the address asks of a comparison from what an indicator has.
 * @param coverage of the indicator.
 * @param members the regions of the group.
 * @param notes of the indicator: those with `since` are changes of 口径, across which nothing is compared unasked.
 */
export function chooseComparison(
  every: readonly Coverage[],
  members: readonly string[],
  state: RegionsState,
  notes: Indicator['notes'] = [],
): ChosenComparison {
  const { transform = 'none', group = 'zones' } = state
  const { compilation, coverage, options } = chooseCompilation(every, members, state.compilation)
  const ofGroup = coverage.filter(({ region }) => members.includes(region))
  const measures = measureCodes.filter((measure) => ofGroup.some((each) => each.measure === measure))
  const measure = transform === 'none' ? (state.measure ?? measures[0] ?? 'level') : 'level'
  const ofMeasure = ofGroup.filter((each) => each.measure === measure)
  const measureBases = bases.filter((basis) => ofMeasure.some((each) => each.basis === basis))
  const basis = state.basis ?? fullestBasis(ofMeasure, members, group) ?? 'cumulative'
  const ofBasis = ofMeasure.filter((each) => each.basis === basis)
  const comparison =
    ofBasis.find((each) => each.comparison === 'usual')?.comparison ?? ofBasis[0]?.comparison ?? 'usual'
  const alike = ofBasis.filter((each) => each.comparison === comparison)
  const periods = fitting(sharedPeriods(alike, basis), transform)
  const period = periods.find(({ text }) => text === state.period) ?? wellCovered(periods)
  const times =
    isLatestOther(alike, wellCovered(periods), basis) && !addsWithinYear(measure, basis, transform)
      ? comparedTimes
      : (['same'] as const)
  return {
    group,
    view: state.view ?? 'ranking',
    compilation,
    measure,
    transform,
    basis,
    comparison,
    periods,
    period,
    against:
      periods.find(({ text }) => text === state.against && text !== period?.text) ??
      yearsBefore(periods, period, measuresBreak({ measure, transform }) ? notes : []),
    when: times.find((each) => each === state.when) ?? (isSparse(alike, period, state) ? times[0] : 'same'),
    asked: { period: state.period, against: state.against },
    options: { compilations: options, measures, bases: measureBases, times },
  }
}

/** The basis at which most regions have a number at once; of equals whole years for provinces, else the first. */
function fullestBasis(
  coverage: readonly Coverage[],
  members: readonly string[],
  group: RegionGroup,
): Basis | undefined {
  const order: readonly Basis[] =
    group === 'provinces' ? ['year', 'stock', 'cumulative', 'quarter', 'month'] : bases
  const most = (basis: Basis) =>
    mostAtOnce(
      coverage.filter((each) => each.basis === basis),
      members,
    )
  const [best] = order.toSorted((a, b) => most(b) - most(a))
  return best !== undefined && most(best) > 0 ? best : undefined
}

/** Whether the latest of each region is anything else than all of them at the period shown unasked. */
function isLatestOther(
  coverage: readonly Coverage[],
  period: SharedPeriod | undefined,
  basis: Basis,
): boolean {
  const time = basis === 'stock' ? 'moment' : 'span'
  return coverage.some(({ periods }) => {
    const own = periods.flatMap((text) => parsePeriod(text, time) ?? []).toSorted(comparePeriods)
    const last = own.at(-1)
    return last !== undefined && period !== undefined && comparePeriods(last, period.period) !== 0
  })
}

const addsWithinYear = (measure: Measure, basis: Basis, transform: Transform) =>
  basis === 'cumulative' && (measure === 'level' || measure === 'net_add') && transform === 'none'

/** The latest period that at least half as many regions have as ever. */
function wellCovered(periods: readonly SharedPeriod[]): SharedPeriod | undefined {
  const most = Math.max(0, ...periods.map(({ count }) => count))
  return periods.findLast(({ count }) => count * 2 >= most)
}

/** Whether nobody asked for a period, and the one at hand leaves out more regions than it has. */
function isSparse(
  coverage: readonly Coverage[],
  period: SharedPeriod | undefined,
  state: RegionsState,
): boolean {
  const all = new Set(coverage.filter(({ periods }) => periods.length > 0).map(({ region }) => region)).size
  return state.period === undefined && period !== undefined && period.count * 2 < all
}

/** Growth needs the year before. */
function fitting(periods: readonly SharedPeriod[], transform: Transform): readonly SharedPeriod[] {
  if (transform !== 'yoy') return periods
  return periods.filter(({ period }) =>
    periods.some((other) => comparePeriods(other.period, shiftYears(period, -1)) === 0),
  )
}

function sharedPeriods(coverage: readonly Coverage[], basis: Basis): readonly SharedPeriod[] {
  const counts = new Map<string, number>()
  for (const text of coverage.flatMap(({ periods }) => periods)) counts.set(text, (counts.get(text) ?? 0) + 1)
  const named = [...counts].flatMap(([text, count]) => {
    const period = parsePeriod(text, basis === 'stock' ? 'moment' : 'span')
    return period ? [{ text, period, count }] : []
  })
  const shared = named.filter(({ count }) => count > 1)
  return (shared.length > 0 ? shared : named).toSorted((a, b) => comparePeriods(a.period, b.period))
}

/** The same months of the earliest year of the same 口径: January to May is never set against a whole year unasked. */
function yearsBefore(
  periods: readonly NamedPeriod[],
  shown: NamedPeriod | undefined,
  notes: Indicator['notes'],
): NamedPeriod | undefined {
  if (!shown) return undefined
  const breaks = notes
    .flatMap(({ since }) => since ?? [])
    .filter((since) => since <= monthsOf(shown.period).end)
  const latestBreak = breaks.toSorted().at(-1) ?? ''
  const earlier = periods.filter(
    ({ period }) => period.end < shown.period.end && monthsOf(period).end >= latestBreak,
  )
  return earlier.find(({ period }) => endMonthOf(period) === endMonthOf(shown.period))
}
