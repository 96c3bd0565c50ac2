import type { Language } from '#data/model/language.ts'
import type { ChartData, ChartKind, ChartKindId } from '../chart-kind.ts'
import { shownSeries } from '../points/ranked.ts'
import type {
  Frozen,
  IndicatorAnswer,
  Names,
  Observation,
  Parents,
  SeriesAnswer,
  SeriesQuestion,
  StatementsQuestion,
} from './answers.ts'
import { type ChartState, compareKinds } from './chart-fields.ts'
import { chooseChart } from './choose-chart.ts'
import { defaultKind } from './default-kind.ts'
import { growthQuestions, withGrowth } from './growth-beside.ts'
import { onlyComparison } from './only-comparison.ts'
import { parentsIn, statementsBehind } from './statements-behind.ts'
import { toChartData } from './to-chart-data.ts'

/** Whoever answers what a chart needs: the API over the network, or the server that is asked for a picture. */
export interface ChartAsker {
  /** The code of a kind, where it is not at hand before it is asked for. */
  kind(id: ChartKindId): Promise<ChartKind>
  names(from?: Pick<Frozen, 'snapshot'>): Promise<Names>
  indicator(code: string, from?: Pick<Frozen, 'snapshot'>): Promise<IndicatorAnswer>
  series(question: SeriesQuestion): Promise<SeriesAnswer>
  /** The same where the question may mean nothing for the indicator: null if so. */
  seriesIfAny(question: SeriesQuestion): Promise<SeriesAnswer | null>
  statements(question: StatementsQuestion): Promise<{ readonly observations: readonly Observation[] }>
}

/** A chart as its address means it. */
export interface AddressedChart {
  readonly kind: ChartKindId
  readonly data: ChartData
  /** The page on which it is seen with all that belongs to it. */
  readonly page: string
  /** Of the numbers known on a day: how many are left out, as nobody knows when they came out. */
  readonly undated: number
}

/** The address of a chart that says of which indicator it is. */
export type WholeState = ChartState & { readonly indicator: string }

/**
 * Asks for all that the address of a chart needs. Where the numbers do not suit the kind that is asked for, it is
 * another: what is drawn never misleads.
 * @returns undefined where there are no such numbers.
 * @throws what the asker throws, for a code that does not exist for example.
 */
export async function readChart(
  state: WholeState,
  language: Language,
  ask: ChartAsker,
): Promise<AddressedChart | undefined> {
  const frozen = frozenOf(state)
  const [names, { coverage }] = await Promise.all([ask.names(frozen), ask.indicator(state.indicator, frozen)])
  const chosen = chooseChart(state, coverage, names)
  if (!chosen) return undefined
  const { comparison, periods, isLatest, page } = chosen
  const question = { ...chosen.question, ...frozen }
  const answer = onlyComparison(await ask.series(question), comparison)
  const { undated = 0 } = answer
  const parents = await readParents(answer, { names, frozen, ask })
  const data = { ...toChartData(answer, { names, language, parents }), periods, isLatest }
  const drawn = await kindFor(state.view === undefined ? defaultKind(data) : chosen.kind, data, ask)
  if (!drawn.fits(data.series)) return undefined
  const kind = drawn.id
  if (kind !== 'ranking') return { kind, data, page, undated }
  return { kind, page, undated, data: await readGrowth(data, question, { names, frozen, language, ask }) }
}

/** A version holds what was shown, and the day what can be had of it when the version is gone: so the day counts where it stands alone. */
const frozenOf = ({ snapshot, asOf }: Frozen): Frozen => (snapshot ? { snapshot } : asOf ? { asOf } : {})

/** The kind asked for where the numbers suit it; else regions are ranked, and everything else is a line over time. */
async function kindFor(id: ChartKindId, data: ChartData, ask: ChartAsker): Promise<ChartKind> {
  const kind = await ask.kind(id)
  if (kind.fits(id === 'tiles' ? shownSeries(data) : data.series)) return kind
  if (compareKinds.some((each) => each === id)) {
    const ranking = await ask.kind('ranking')
    if (ranking.fits(data.series)) return ranking
  }
  return ask.kind('trend')
}

async function readParents(
  answer: SeriesAnswer,
  { names, frozen, ask }: Pick<Surroundings, 'names' | 'frozen' | 'ask'>,
): Promise<Parents> {
  const asked = statementsBehind(answer, names).map((question) => ask.statements({ ...question, ...frozen }))
  return parentsIn(await Promise.all(asked))
}

interface Surroundings {
  readonly names: Names
  readonly frozen: Frozen
  readonly language: Language
  readonly ask: ChartAsker
}

async function readGrowth(
  data: ChartData,
  question: SeriesQuestion,
  around: Surroundings,
): Promise<ChartData> {
  const { names, ask } = around
  const asked = growthQuestions(question, names)
  const [printed, derived] = await Promise.all([
    asked.printed && ask.seriesIfAny(asked.printed),
    asked.derived && ask.seriesIfAny(asked.derived),
  ])
  const parents = derived ? await readParents(derived, around) : undefined
  return withGrowth(data, { ...around, printed, derived, parents })
}
