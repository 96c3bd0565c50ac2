import { csvOfCompare, csvOfSeries, type SeriesAnswer } from './api.ts'
import type { ChosenComparison, NamedPeriod } from './choose-comparison.ts'
import { type CompareKind, embedFields, printState, regionsFields } from './url-state.ts'

interface Linked {
  readonly indicator: string
  readonly answer: SeriesAnswer
  readonly chosen: Pick<ChosenComparison, 'measure' | 'compilation' | 'basis' | 'group' | 'against'> & {
    readonly period: NamedPeriod
  }
}

/** Where the same numbers and the same picture can be had. */
export function comparisonLinks({ indicator, chosen, answer }: Linked, view: CompareKind) {
  const { measure, compilation, basis, group, period, against } = chosen
  const state = {
    indicator,
    measure,
    compilation,
    basis,
    group,
    period: period.text,
    ...(view === 'slope' && { against: against?.text }),
  }
  const question = { indicator, measure, compilation, basis }
  return {
    csv:
      view === 'slope'
        ? csvOfSeries({ ...question, region: answer.series.map(({ region }) => region) })
        : csvOfCompare({ ...question, regions: group, period: period.text }),
    page: `/regions?${printState(regionsFields, state)}`,
    embed: printState(embedFields, { ...state, view }),
  }
}
