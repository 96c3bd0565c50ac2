import type { Compilation } from '#data/model/compilation.ts'
import type { Language } from '#data/model/language.ts'
import type { Measure } from '#data/model/measure.ts'
import { type Basis, isSamePeriod, printPeriod } from '#data/model/period.ts'
import type { Sentences } from '#server/answers.ts'
import { trendKinds } from '../address/chart-fields.ts'
import type { AddressedChart } from '../address/read-chart.ts'
import type { ChartKindId, ChartSeries, ChartWords } from '../chart-kind.ts'
import type { SentenceChoice } from './brief-address.ts'

/** The number that a chart leads to, to be said as a release would say it. */
export interface SentenceQuestion {
  readonly indicator: string
  readonly region: readonly string[]
  readonly measure: Measure
  readonly compilation?: Compilation | undefined
  readonly basis: Basis
  readonly period: string
  readonly lang: Language
}

/** Whoever says a number in three lengths; null where there is no such number. */
export type SentenceAsker = (question: SentenceQuestion) => Promise<Sentences | null>

type Said = Pick<AddressedChart, 'kind' | 'data'>

/** A chart as text in three lengths: the newest number of a few lines over time, else what the chart itself says. */
export async function sayChart(chart: Said, words: ChartWords, ask: SentenceAsker): Promise<Sentences> {
  const question = sentenceQuestion(chart)
  return (question && (await ask(question))) ?? ownSentences(words, chart.data.language)
}

/** The text of the length that was chosen; empty for none. */
export const chosenSentence = (sentences: Sentences, choice: SentenceChoice): string =>
  choice === 'none' ? '' : sentences[choice]

const overTime: ReadonlySet<ChartKindId> = new Set(trendKinds)
const mostRegions = 4

/** @returns undefined where no one printed number of each region is what the chart leads to. */
function sentenceQuestion({ kind, data }: Said): SentenceQuestion | undefined {
  const [first, ...others] = data.series
  const last = first?.points.at(-1)
  if (!first || !last || !overTime.has(kind) || others.length >= mostRegions) return undefined
  const isSaidTogether = (series: ChartSeries) => {
    const own = series.points.at(-1)
    return own && !own.derived && isSamePeriod(own.period, last.period) && isUsual(series)
  }
  if (!data.series.every(isSaidTogether)) return undefined
  return {
    indicator: first.indicator.code,
    region: data.series.map(({ region }) => region.code),
    measure: first.measure,
    compilation: first.compilation || undefined,
    basis: first.basis,
    period: printPeriod(last.period),
    lang: data.language,
  }
}

const isUsual = ({ transform = 'none', of, comparedTo }: ChartSeries) =>
  transform === 'none' && of === undefined && comparedTo === undefined

const firstSentence = { zh: /^[^。]*。/, en: /^.*?\.(?=\s|$)/s } as const

/** What the chart says of itself: its first sentence, all of it, and that with where it comes from. */
function ownSentences({ sentence, foot }: ChartWords, language: Language): Sentences {
  const medium = sentence.trim()
  const source = foot.at(-1)
  const aside = source === undefined ? '' : { zh: `（${source}）`, en: ` (${source})` }[language]
  return { short: firstSentence[language].exec(medium)?.[0] ?? medium, medium, long: medium + aside }
}
