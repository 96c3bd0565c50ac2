import type { Compilation } from '#data/model/compilation.ts'
import { basePeriod } from '#data/model/derive/common-base.ts'
import type { Transform } from '#data/model/derive/derived.ts'
import { type Measure, measureCodes } from '#data/model/measure.ts'
import {
  type Basis,
  bases,
  comparePeriods,
  endYearOf,
  type Period,
  parsePeriod,
  printPeriod,
} from '#data/model/period.ts'
import type { Coverage, Indicator, SeriesQuestion } from './answers.ts'
import type { IndicatorState } from './chart-fields.ts'
import { chooseCompilation } from './choose-compilation.ts'

interface IndexBase {
  readonly text: string
  readonly period: Period
  readonly regions: number
}

/** What an indicator has to choose from, given what is chosen already. */
interface SeriesOptions {
  readonly compilations: readonly Compilation[]
  readonly measures: readonly Measure[]
  readonly bases: readonly Basis[]
  /** Regions with numbers of the chosen measure and basis, most numbers first. */
  readonly regions: readonly string[]
  /** What a change can be measured against: more than one only where the documents differ. */
  readonly comparisons: readonly string[]
  /** Periods that an index can have for base, in order, each with how many of the regions have a number for it. */
  readonly indexBases: readonly IndexBase[]
  /** Years that have numbers, in order. */
  readonly years: readonly string[]
}

export interface ChosenSeries {
  readonly question: SeriesQuestion
  readonly comparison: string
  readonly options: SeriesOptions
}

const nation = 'CN'

/**
 * Completes what the address asks of an indicator from what there is. What the address names is never
 * changed, even where there is nothing: the reader is told instead. Levels that do not compare
 * are shown when asked for, growth when not.
 * @returns undefined when the indicator has no numbers at all.
 */
export function chooseSeries(
  { code: indicator, comparable }: Pick<Indicator, 'code' | 'comparable'>,
  every: readonly Coverage[],
  state: IndicatorState,
): ChosenSeries | undefined {
  if (every.length === 0) return undefined
  const {
    compilation,
    coverage,
    options: compilations,
  } = chooseCompilation(every, state.region ?? [nation], state.compilation)
  const transform = state.transform === 'none' ? undefined : state.transform
  const measures = measureCodes.filter((measure) => coverage.some((each) => each.measure === measure))
  const measure = state.measure ?? (transform ? 'level' : usualMeasure(measures, comparable))
  const ofMeasure = coverage.filter((each) => each.measure === measure)
  const { printed, offered, basis } = chooseBasis(ofMeasure, state, transform)
  const ofBasis = ofMeasure.filter((each) => each.basis === printed)
  const regions = regionsOf(ofBasis)
  const region = state.region ?? [regions.includes(nation) ? nation : (regions[0] ?? nation)]
  const shown = ofBasis.filter((each) => region.includes(each.region))
  const comparisons = comparisonsOf(shown)
  const question = { indicator, region, measure, compilation, basis, from: state.from, to: state.to }
  return {
    question: { ...question, ...transformIn(state, transform) },
    comparison: transform ? 'usual' : (state.versus ?? comparisons[0] ?? 'usual'),
    options: {
      compilations,
      measures,
      bases: offered,
      regions,
      comparisons: transform ? ['usual'] : comparisons,
      indexBases: indexBasesOf(shown, printed, transform),
      years: yearsOf(shown),
    },
  }
}

const usualMeasure = (measures: readonly Measure[], comparable: boolean): Measure =>
  !comparable && measures.includes('yoy_pct') ? 'yoy_pct' : (measures[0] ?? 'level')

function transformIn({ indexBase }: IndicatorState, transform: Transform | undefined) {
  if (!transform) return {}
  return transform === 'index' && indexBase ? { transform, indexBase } : { transform }
}

/** Of cumulative numbers the base is a year, whose same months each is measured against. */
function indexBasesOf(
  shown: readonly Coverage[],
  basis: Basis,
  transform: Transform | undefined,
): readonly IndexBase[] {
  if (transform !== 'index') return []
  const time = basis === 'stock' ? 'moment' : 'span'
  const counted = new Map<string, IndexBase>()
  for (const { periods } of shown) {
    const found = periods
      .flatMap((text) => parsePeriod(text, time) ?? [])
      .map((each) => basePeriod(each, basis))
    for (const [text, period] of new Map(found.map((each) => [printPeriod(each), each])))
      counted.set(text, { text, period, regions: (counted.get(text)?.regions ?? 0) + 1 })
  }
  return [...counted.values()].sort((a, b) => comparePeriods(a.period, b.period))
}

/** Single months and quarters are made of cumulative numbers; everything else has the basis of what it is made of. */
function chooseBasis(
  ofMeasure: readonly Coverage[],
  { basis, region }: IndicatorState,
  transform: Transform | undefined,
): { readonly printed: Basis; readonly offered: readonly Basis[]; readonly basis: Basis } {
  if (transform === 'decumulate') {
    return { printed: 'cumulative', offered: ['month', 'quarter'], basis: basis ?? 'month' }
  }
  const ofRegions = region ? ofMeasure.filter((each) => region.includes(each.region)) : ofMeasure
  const offered = bases.filter((each) => ofMeasure.some((one) => one.basis === each))
  const chosen = basis ?? richestBasis(ofRegions.length > 0 ? ofRegions : ofMeasure)
  return { printed: chosen, offered, basis: chosen }
}

const sizeOf = (coverage: readonly Coverage[]) =>
  coverage.reduce((sum, { periods }) => sum + periods.length, 0)

/** The basis with most numbers; of equals the plainer one: a whole year rather than twelve months cumulated. */
function richestBasis(coverage: readonly Coverage[]): Basis {
  const plainest: readonly Basis[] = ['year', 'stock', 'cumulative', 'quarter', 'month']
  const national = coverage.filter(({ region }) => region === nation)
  const counted = national.length > 0 ? national : coverage
  const size = (basis: Basis) => sizeOf(counted.filter((each) => each.basis === basis))
  return plainest.toSorted((a, b) => size(b) - size(a))[0] ?? 'cumulative'
}

function regionsOf(coverage: readonly Coverage[]): readonly string[] {
  const codes = [...new Set(coverage.map(({ region }) => region))]
  const size = (code: string) => sizeOf(coverage.filter(({ region }) => region === code))
  return codes.toSorted((a, b) => size(b) - size(a))
}

/** The usual comparison first, then those with most numbers. */
function comparisonsOf(coverage: readonly Coverage[]): readonly string[] {
  const found = [...new Set(coverage.map(({ comparison }) => comparison))]
  const size = (wanted: string) => sizeOf(coverage.filter(({ comparison }) => comparison === wanted))
  return found.toSorted((a, b) => Number(b === 'usual') - Number(a === 'usual') || size(b) - size(a))
}

function yearsOf(coverage: readonly Coverage[]): readonly string[] {
  const years = coverage.flatMap(({ periods }) => periods.map((period) => yearOf(period)))
  return [...new Set(years)].sort()
}

function yearOf(text: string): string {
  const period = parsePeriod(text, 'span')
  return period ? String(endYearOf(period)) : ''
}
