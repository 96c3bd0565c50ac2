import type { Context } from 'hono'
import { compilationsOf } from '#data/model/compilation.ts'
import type { Store } from '#data/store/open-store.ts'
import type { Answer, SourceAnswer } from '#server/answers.ts'
import { exportQueries, parseQuestion, type Question } from '#server/input.ts'
import { chooseRegions } from '#server/queries/choose-regions.ts'
import { compareLatest } from '#server/queries/compare-latest.ts'
import { compareRegions, wantedComparison } from '#server/queries/compare-regions.ts'
import type { NumbersWanted } from '#server/queries/find-numbers.ts'
import {
  readAllObservations,
  readObservations,
  wantedObservations,
} from '#server/queries/read-observations.ts'
import { readAllSeries, wantedSeries } from '#server/queries/read-series.ts'
import type { ServerEnv } from '#server/server-env.ts'
import type { ExportRow } from '#server/tables/export-columns.ts'
import type { TimeAsked } from '#server/vintage.ts'
import { exportRows } from './export-row.ts'
import type { Subject } from './subject.ts'

/** Some of the numbers of a question, and the documents they and their parents come from. */
export interface Part {
  readonly rows: readonly ExportRow[]
  readonly sources: readonly SourceAnswer[]
}

/** A question that was read and can be answered. */
export interface Asked {
  /** The route that answers it as JSON. */
  readonly route: string
  readonly query: TimeAsked
  /** Which numbers it asks for, whenever known. */
  readonly wanted: NumbersWanted
  readonly subject: Subject
  /** Read on as they are asked for; what is wrong with the question is thrown before the first statement. */
  readonly parts: (store: Store) => AsyncIterable<Part>
  /** Where the next file begins, if this one was limited. */
  readonly nextCursor?: string | null
}

type Ask = (store: Store, c: Context<ServerEnv>) => Promise<Asked>

/** How each question is asked for a file: whole, however long. */
export const questions: Readonly<Record<Question, Ask>> = {
  series: async (store, c) => {
    const query = parseQuestion(exportQueries.series, c)
    const { indicator: indicators, region: regions } = query
    const entries = indicators.flatMap((code) => store.catalog.indicators.get(code) ?? [])
    const own = new Set(entries.flatMap((entry) => compilationsOf(entry, query.compilation)))
    const compilation = own.size === 1 ? ([...own][0] ?? '') : ''
    const toRows = (answer: Answer<'series'>) => exportRows.series(store.catalog, answer)
    return {
      route: 'series',
      query,
      wanted: wantedSeries(query),
      subject: {
        indicators,
        regions,
        compilation,
        basis: query.basis?.length === 1 ? query.basis[0] : undefined,
      },
      parts: (from) => mapParts(readAllSeries(from, query), toRows),
    }
  },
  compare: async (store, c) => {
    const query = parseQuestion(exportQueries.compare, c)
    const answer = await compareRegions(store, query)
    const wanted = wantedComparison(query, chooseRegions(store.catalog, query.regions))
    const subject = subjectOfComparison(answer, answer.period)
    const rows = exportRows.compare(store.catalog, answer)
    return { route: 'compare', query, wanted, subject, parts: () => onePart(answer, rows) }
  },
  compare_latest: async (store, c) => {
    const query = parseQuestion(exportQueries.compare_latest, c)
    const answer = await compareLatest(store, query)
    const wanted = wantedComparison(query, chooseRegions(store.catalog, query.regions))
    const periods = new Set(answer.rows.map(({ point }) => point.period))
    const subject = subjectOfComparison(answer, periods.size === 1 ? answer.newest : undefined)
    const rows = exportRows.compare(store.catalog, answer)
    return { route: 'compare/latest', query, wanted, subject, parts: () => onePart(answer, rows) }
  },
  observations: async (store, c) => {
    const { limit, ...query } = parseQuestion(exportQueries.observations, c)
    const { indicator: indicators, region: regions, source, period } = query
    const asked = {
      route: 'observations',
      query,
      wanted: wantedObservations(query),
      subject: { indicators, regions, compilation: '', source, period: period?.text },
    }
    const toRows = (answer: Answer<'observations'>) => exportRows.observations(store.catalog, answer)
    if (limit === undefined)
      return { ...asked, parts: (from) => mapParts(readAllObservations(from, query), toRows) }
    const answer = await readObservations(store, { ...query, limit })
    return { ...asked, parts: () => onePart(answer, toRows(answer)), nextCursor: answer.nextCursor }
  },
}

const subjectOfComparison = (
  { indicator, compilation, rows }: Omit<Answer<'compareLatest'>, 'newest'>,
  period: string | undefined,
): Subject => ({ indicators: [indicator], regions: rows.map(({ region }) => region), compilation, period })

interface Sourced {
  readonly sources: readonly SourceAnswer[]
}

async function* onePart({ sources }: Sourced, rows: readonly ExportRow[]): AsyncGenerator<Part> {
  yield { rows, sources }
}

async function* mapParts<Each extends Sourced>(
  answers: AsyncIterable<Each>,
  toRows: (answer: Each) => readonly ExportRow[],
): AsyncGenerator<Part> {
  for await (const answer of answers) yield { rows: toRows(answer), sources: answer.sources }
}
