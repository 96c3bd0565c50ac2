import type { Transform } from '#data/model/derive/derived.ts'
import type { Period } from '#data/model/period.ts'
import type { Coverage, Names, SeriesQuestion } from './answers.ts'
import {
  type ChartState,
  type CompareKind,
  compareKinds,
  indicatorFields,
  regionsFields,
  regionViews,
  type TrendKind,
  trendKinds,
} from './chart-fields.ts'
import { chooseComparison, chooseGroup, type NamedPeriod, regionsInGroup } from './choose-comparison.ts'
import { chooseSeries } from './choose-series.ts'
import { printState } from './parameters.ts'

/** What a chart shows, and the page that shows the same. */
export interface ChosenChart {
  readonly kind: TrendKind | CompareKind
  readonly question: SeriesQuestion
  readonly comparison: string
  readonly periods: readonly Period[] | undefined
  /** Each region at its own latest period. */
  readonly isLatest: boolean
  readonly page: string
}

/**
 * Completes what the address of a chart asks.
 * @returns undefined when the indicator has no such numbers.
 */
export function chooseChart(
  state: ChartState,
  coverage: readonly Coverage[],
  names: Names,
): ChosenChart | undefined {
  const view = state.view ?? 'trend'
  const kind = compareKinds.find((each) => each === view)
  return kind ? chooseCompared(kind, state, coverage, names) : chooseTrend(view, state, coverage, names)
}

function chooseTrend(
  view: ChartState['view'],
  state: ChartState,
  coverage: readonly Coverage[],
  { indicators }: Names,
): ChosenChart | undefined {
  const kind = trendKinds.find((each) => each === view) ?? 'trend'
  const { indicator = '' } = state
  const entry = indicators.find(({ code }) => code === indicator)
  const chosen = entry && chooseSeries(entry, coverage, state)
  if (!chosen) return undefined
  const { question, comparison } = chosen
  const page = printState(indicatorFields, { ...state, ...question, kind })
  return {
    kind,
    question,
    comparison,
    periods: undefined,
    isLatest: false,
    page: `/indicators/${indicator}?${page}`,
  }
}

const ofProvinces: ReadonlySet<CompareKind> = new Set(['tiles', 'heatmap', 'multiples', 'coverage'])

function chooseCompared(
  kind: CompareKind,
  state: ChartState,
  coverage: readonly Coverage[],
  { indicators, regions }: Names,
): ChosenChart | undefined {
  const group = ofProvinces.has(kind) ? (state.group ?? 'provinces') : chooseGroup(coverage, regions, state)
  const { indicator = '', region } = state
  const members = region ?? regionsInGroup(regions, group)
  const asked = { ...state, group, view: undefined }
  const { measure, compilation, basis, transform, comparison, period, against, when } = chooseComparison(
    coverage,
    members,
    asked,
    indicators.find(({ code }) => code === indicator)?.notes,
  )
  if (!period) return undefined
  const isLatest = when === 'latest' && ofOnePeriod.has(kind)
  const page = {
    ...asked,
    indicator,
    measure,
    compilation,
    basis,
    when,
    view: regionViews.find((each) => each === kind && each !== 'ranking'),
    period: isLatest ? undefined : period.text,
  }
  const question = {
    indicator,
    region: askedRegions(kind, transform, members),
    measure,
    compilation,
    basis,
  }
  return {
    kind,
    question: transform === 'none' ? question : { ...question, transform },
    comparison,
    periods: periodsOf(kind, period, against),
    isLatest,
    page: `/regions?${printState(regionsFields, page)}`,
  }
}

const ofOnePeriod: ReadonlySet<CompareKind> = new Set(['ranking', 'tiles'])

/** The nation stands beside what is ranked; of itself it has no share. */
const askedRegions = (kind: CompareKind, transform: Transform, members: readonly string[]) =>
  kind === 'ranking' && transform !== 'share' ? ['CN', ...members] : members

function periodsOf(kind: CompareKind, period: NamedPeriod, against: NamedPeriod | undefined) {
  if (kind !== 'slope') return [period.period]
  return against && [against.period, period.period]
}
