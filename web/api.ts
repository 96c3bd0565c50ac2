import type { Compilation } from '#data/model/compilation.ts'
import type { Language } from '#data/model/language.ts'
import type { Measure } from '#data/model/measure.ts'
import type { Basis } from '#data/model/period.ts'
import type { Answer } from '#server/answers.ts'
import {
  type CompareAnswer,
  type Coverage,
  type Frozen,
  type Indicator,
  type Point,
  type Region,
  type SentenceQuestion,
  type SeriesAnswer,
  type SeriesQuestion,
  type StatementsQuestion,
  toSeriesQuery,
  toStatementsQuery,
} from '#server/charts/index.ts'
import { type FileFormat, type FileFormatId, fileFormats } from '#server/tables/file-formats.ts'
import { routes } from './routes.ts'

export type { Answer, CompareAnswer, Coverage, Indicator, Point, Region, SeriesAnswer, SeriesQuestion }
export type Catalog = Answer<'indicators'>
export type Topic = Catalog['topics'][number]
export type InboxFile = Answer<'inbox'>['files'][number]
export type ListedSource = Answer<'sources'>['sources'][number]
export type Source = Answer<'source'>['source']
export type Observation = Answer<'source'>['observations'][number]
export type Conflict = Answer<'conflicts'>['conflicts'][number]
export type LatestItem = Answer<'latest'>['items'][number]
export type Lead = Answer<'standing'>['leads'][number]
export type Check = Answer<'checks'>['checks'][number]
export type AskAnswer = Answer<'ask'>
export type Target = Answer<'targets'>['targets'][number]

export interface FactQuestion {
  readonly indicator: string
  readonly region: string
}

/** Growth on the same period a year before, of every indicator in every region, compilation and basis named. */
export interface GrowthQuestion extends StatementsQuestion {
  /** As printed, or derived from the levels. */
  readonly of: { readonly measure: 'yoy_pct' } | { readonly transform: 'yoy' }
  readonly compilation: readonly Compilation[]
  readonly basis: readonly Basis[]
}

export interface CompareQuestion {
  readonly indicator: string
  /** Codes, or the word for a group: zones, provinces, clusters. */
  readonly regions: string
  readonly measure: Measure
  readonly compilation?: Compilation | undefined
  /** Cumulative where the period admits it when left out. */
  readonly basis?: Basis | undefined
  /** The latest when left out. */
  readonly period?: string | undefined
}

/** A question that was not answered, in words for the reader. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure'
  /** HTTP status; 0 when the server could not be reached. */
  readonly status: number
  /** The parameter at fault, where the server names one. */
  readonly field: string

  constructor(status: number, message: string, field = '') {
    super(message)
    this.status = status
    this.field = field
  }
}

/** How many numbers are left out of the answer of a day, as nobody knows when they came out. */
const undatedHeader = 'Youju-Undated'

const { v1 } = routes.api

const series = async (question: SeriesQuestion): Promise<SeriesAnswer> => {
  const response = await v1.series.$get({ query: toSeriesQuery(question) }).catch(unreachable)
  return { ...(await readAnswer(response)), undated: Number(response.headers.get(undatedHeader) ?? 0) }
}

/** Everything the pages ask of the server. */
export const api = {
  indicators: () => answerOf(v1.indicators.$get({ query: {} })),
  names: async (from: CatalogueQuestion = {}) => {
    const [{ indicators }, { regions }] = await Promise.all([
      answerOf(v1.indicators.$get({ query: toCatalogueQuery(from) })),
      answerOf(v1.regions.$get({ query: toCatalogueQuery(from) })),
    ])
    return { indicators, regions }
  },
  indicator: (code: string, from: CatalogueQuestion = {}) =>
    answerOf(v1.indicators[':code'].$get({ param: { code }, query: toCatalogueQuery(from) })),
  regions: () => answerOf(v1.regions.$get({ query: {} })),
  inbox: () => answerOf(v1.inbox.$get({ query: {} })),
  sources: () => answerOf(v1.sources.$get({ query: {} })),
  source: (id: string) => answerOf(v1.sources[':id'].$get({ param: { id }, query: {} })),
  series,
  /** null where the question means nothing for the indicator. */
  seriesIfAny: (question: SeriesQuestion) =>
    series(question).catch((error: unknown) => {
      if (error instanceof ApiFailure && error.status === 422) return null
      throw error
    }),
  compare: (question: CompareQuestion) => answerOf(v1.compare.$get({ query: toCompareQuery(question) })),
  growth: ({ indicator, region, of, compilation, basis }: GrowthQuestion) =>
    answerOf(
      v1.series.$get({
        query: {
          indicator: indicator.join(','),
          region: region.join(','),
          basis: basis.join(','),
          ...of,
          ...(compilation.length > 0 && { compilation: compilation.join(',') }),
        },
      }),
    ),
  statements: (question: StatementsQuestion) =>
    answerOf(v1.observations.$get({ query: toStatementsQuery(question) })),
  /** The sentences; null where there is no such number, or nothing to be said of it. */
  sentence: ({ region, compilation, ...rest }: SentenceQuestion) =>
    answerOf(
      v1.sentence.$get({ query: { ...rest, region: region.join(','), ...(compilation && { compilation }) } }),
    )
      .then(({ sentences }) => sentences)
      .catch((error: unknown) => {
        if (error instanceof ApiFailure && [404, 422].includes(error.status)) return null
        throw error
      }),
  /** Since a day, or a version. */
  changes: (since: string, { indicator, region }: StatementsQuestion) =>
    answerOf(v1.changes.$get({ query: { since, indicator: indicator.join(','), region: region.join(',') } })),
  latest: (region: string) => answerOf(v1.latest.$get({ query: { region } })),
  standing: (region: string) => answerOf(v1.standing.$get({ query: { region } })),
  checks: () => answerOf(v1.checks.$get({ query: {} })),
  conflicts: (question: FactQuestion | undefined) => answerOf(v1.conflicts.$get({ query: { ...question } })),
  targets: () => answerOf(v1.targets.$get({ query: {} })),
  ask: (q: string, lang: Language) => answerOf(v1.ask.$get({ query: { q, lang } })),
  targetsOf: (region: string) => answerOf(v1.targets.$get({ query: { region } })),
  versions: () => answerOf(v1.versions.$get()),
}

/** Which version of the catalogue is asked; the current one where nothing is said. */
type CatalogueQuestion = Pick<Frozen, 'snapshot'>

const toCatalogueQuery = ({ snapshot }: CatalogueQuestion) => (snapshot ? { snapshot } : {})

interface Answered<Body> {
  readonly ok: boolean
  readonly status: number
  json(): Promise<Body>
}

const unreachable = () => {
  throw new ApiFailure(0, '')
}

const answerOf = async <Body>(asked: Promise<Answered<Body>>): Promise<Body> =>
  readAnswer(await asked.catch(unreachable))

async function readAnswer<Body>(response: Answered<Body>): Promise<Body> {
  return response.ok ? response.json() : refused(response)
}

/** @throws ApiFailure with what the server says of a question that it does not answer. */
async function refused(response: Omit<Answered<unknown>, 'ok'>): Promise<never> {
  const body = await response.json().catch(() => null)
  throw new ApiFailure(response.status, partOf(body, 'message'), partOf(body, 'field'))
}

function partOf(body: unknown, part: 'message' | 'field'): string {
  if (body === null || typeof body !== 'object' || !('error' in body)) return ''
  const { error } = body
  return error !== null && typeof error === 'object' && part in error ? String(Reflect.get(error, part)) : ''
}

const toCompareQuery = ({ indicator, regions, measure, compilation, basis, period }: CompareQuestion) => ({
  indicator,
  regions,
  measure,
  ...(compilation && { compilation }),
  ...(basis && { basis }),
  ...(period && { period }),
})

/** The text of a file of the server. */
export async function fetchText(address: string): Promise<string> {
  const response = await fetch(address).catch(unreachable)
  return response.ok ? response.text() : refused(response)
}

/** The question of a series as files take it. */
export const fileOfSeries = (question: SeriesQuestion) => fileOf('series', toSeriesQuery(question))

/** The same of a comparison. */
export const fileOfCompare = (question: CompareQuestion) => fileOf('compare', toCompareQuery(question))

/** The same of the newest number of each region. */
export const fileOfLatest = (question: Omit<CompareQuestion, 'period'>) =>
  fileOf('compare_latest', toCompareQuery(question))

/** The same of the numbers of a document. */
export const fileOfSource = (source: string) => fileOf('observations', { source })

const fileOf = (question: string, fields: Readonly<Record<string, string>>) =>
  new URLSearchParams({ question, ...fields }).toString()

/** The address of a question's numbers as a file; with the mark of UTF-8, as it is opened by a double click. */
export function fileAddress(format: FileFormatId, question: string, language: Language): string {
  const { takesBom }: FileFormat = fileFormats[format]
  const options = [takesBom ? '&bom=true' : '', language === 'zh' ? '' : `&lang=${language}`].join('')
  return `/api/v1/export/${format}?${question}${options}`
}
