import type { Language } from '#data/model/language.ts'
import type { Store } from '#data/store/open-store.ts'
import {
  type AddressedChart,
  type Brief,
  type BriefItem,
  type ChartTable,
  type ChartWords,
  chartKinds,
  chartTables,
  chosenSentence,
  readChart,
  type SentenceQuestion,
  sayChart,
} from '#server/charts/index.ts'
import { answerOr, Problem } from '#server/errors.ts'
import { inLanguage } from '#server/in-language.ts'
import { parseParameters, SentenceQuery } from '#server/input.ts'
import { askerOf } from '#server/queries/ask-for-chart.ts'
import { readSentence } from '#server/queries/read-sentence.ts'

/** A chart of a brief with all that is said of it. */
export interface BriefChart extends AddressedChart {
  /** From 1, without a gap. */
  readonly number: number
  readonly caption: string
  /** Empty where none is wanted. */
  readonly sentence: string
  readonly words: ChartWords
  readonly table: ChartTable
  /** Its page, in short, for paper: `youju.example/indicators/software_revenue`. */
  readonly place: string
}

export interface ReadBrief {
  readonly charts: readonly BriefChart[]
  /** The places in the brief, from 1, of what has no numbers and so is no chart. */
  readonly absent: readonly number[]
}

/**
 * Reads all charts of a brief, one after the other. What there is not is left out and named, as long as there is any other.
 * @throws Problem 404 or 422 naming the parameter, with the place of its chart.
 */
export async function readBriefCharts(
  store: Store,
  { brief: { items }, language, site }: Asked,
): Promise<ReadBrief> {
  const [charts, absent, unknown]: [BriefChart[], number[], Problem[]] = [[], [], []]
  const isUnknown = (cause: unknown) => {
    if (!(cause instanceof Problem) || cause.status !== 404) throw cause
    unknown.push(cause)
  }
  for (const [at, item] of items.entries()) {
    const chart = await naming(at + 1, readItem(store, item, language)).catch(isUnknown)
    if (chart) charts.push({ ...chart, number: charts.length + 1, place: placeOf(chart, site) })
    else absent.push(at + 1)
  }
  if (unknown[0] && charts.length === 0) throw unknown[0]
  return { charts, absent }
}

interface Asked {
  readonly brief: Brief
  readonly language: Language
  /** Under which the pages are reached, without a slash at its end. */
  readonly site: string
}

const placeOf = ({ page }: AddressedChart, site: string) =>
  `${site.replace(/^https?:\/\//, '')}${page.replace(/\?.*/, '')}`

async function readItem(store: Store, { chart: state, caption, say }: BriefItem, language: Language) {
  const chart = await readChart(state, language, askerOf(store))
  if (!chart) return undefined
  const words = chartKinds[chart.kind].describe(chart.data)
  const sentences = say === 'none' ? undefined : await sayChart(chart, words, sentenceAsker(store))
  const sentence = sentences ? chosenSentence(sentences, say) : ''
  const page = inLanguage(chart.page, language)
  const table = chartTables[chart.kind](chart.data)
  return { ...chart, page, words, table, caption: caption ?? words.title, sentence }
}

const sentenceAsker =
  (store: Store) =>
  async ({ indicator, region, measure, compilation, basis, period, lang }: SentenceQuestion) => {
    const parameters = {
      ...{ indicator, region: region.join(','), measure, basis, period, lang },
      ...(compilation && { compilation }),
    }
    const answer = readSentence(store, parseParameters(SentenceQuery, parameters))
    return (await answerOr(answer, null, [404, 422]))?.sentences ?? null
  }

/** Says of which chart the parameter is that a problem names. */
async function naming<Result>(number: number, reading: Promise<Result>): Promise<Result> {
  try {
    return await reading
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause
    const { status, code, message, field } = cause
    throw new Problem(status, code, message, `${number}.${field && field !== 'code' ? field : 'indicator'}`)
  }
}
