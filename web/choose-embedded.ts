import type { Period } from '#data/model/period.ts'
import type { Coverage, SeriesQuestion } from './api.ts'
import { chooseComparison, regionsInGroup } from './choose-comparison.ts'
import { chooseSeries } from './choose-series.ts'
import type { Names } from './to-chart-data.ts'
import {
  type CompareKind,
  compareKinds,
  type EmbedState,
  indicatorFields,
  printState,
  regionsFields,
  type TrendKind,
} from './url-state.ts'

/** What an embedded chart shows, and the page that shows the same. */
export interface ChosenEmbedded {
  readonly kind: TrendKind | CompareKind
  readonly question: SeriesQuestion
  readonly comparison: string
  readonly periods: readonly Period[] | undefined
  readonly page: string
}

/**
 * Completes what the address of an embedded chart asks.
 * @returns undefined when the indicator has no such numbers.
 */
export function chooseEmbedded(
  state: EmbedState,
  coverage: readonly Coverage[],
  names: Names,
): ChosenEmbedded | undefined {
  const view = state.view ?? 'trend'
  const kind = compareKinds.find((each) => each === view)
  return kind ? chooseCompared(kind, state, coverage, names) : chooseTrend(view, state, coverage, names)
}

function chooseTrend(
  view: EmbedState['view'],
  state: EmbedState,
  coverage: readonly Coverage[],
  { indicators }: Names,
): ChosenEmbedded | undefined {
  const kind = (['trend', 'yearly', 'columns'] as const).find((each) => each === view) ?? 'trend'
  const { indicator = '' } = state
  const entry = indicators.find(({ code }) => code === indicator)
  const chosen = entry && chooseSeries(entry, coverage, state)
  if (!chosen) return undefined
  const { question, comparison } = chosen
  const page = printState(indicatorFields, { ...state, ...question, kind })
  return { kind, question, comparison, periods: undefined, page: `/indicators/${indicator}?${page}` }
}

function chooseCompared(
  kind: CompareKind,
  state: EmbedState,
  coverage: readonly Coverage[],
  { regions }: Names,
): ChosenEmbedded | undefined {
  const group = state.group ?? (kind === 'tiles' ? 'provinces' : 'zones')
  const { indicator = '', region } = state
  const members = region ?? regionsInGroup(regions, group)
  const { measure, compilation, basis, comparison, period, against } = chooseComparison(
    coverage,
    members,
    state,
  )
  if (!period) return undefined
  const periods = kind === 'slope' ? (against ? [against.period, period.period] : undefined) : [period.period]
  const asked = { ...state, indicator, measure, compilation, basis, group, period: period.text }
  return {
    kind,
    question: {
      indicator,
      region: kind === 'ranking' ? ['CN', ...members] : members,
      measure,
      compilation,
      basis,
    },
    comparison,
    periods,
    page: `/regions?${printState(regionsFields, asked)}`,
  }
}
