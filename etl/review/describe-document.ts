import type { Catalog } from '#data/catalog/catalog.ts'
import type { FactName } from '#data/model/document-facts.ts'
import { isDoubt } from '#data/model/doubt.ts'
import { groupBy } from '#data/model/group-by.ts'
import type { Observation, ObservationRow } from '#data/model/observation.ts'
import { observationColumns } from '#data/model/observation.ts'
import type { Document } from '../document.ts'
import type { KnownFigures } from '../facts/known-figures.ts'
import type { Held, InboxDocument } from '../inbox/inbox.ts'
import type { Judged } from '../inbox/judge-inbox.ts'
import type { Review, Decision as ReviewDecision } from '../inbox/review.ts'
import { sayBecause } from '../inbox/say-inbox.ts'
import { toObservation } from '../normalize/to-observation.ts'
import { alternativesOf, type Surroundings } from './alternatives.ts'
import type { Column, Decision, DocumentAnswer, Field, NumberAnswer, ReadRow, Row } from './answers.ts'
import { evidenceFor } from './evidence-for.ts'
import { markArticle } from './mark-numbers.ts'
import { originsOf } from './origins.ts'
import { placeOf } from './place-of.ts'
import { proposeFacts } from './propose-facts.ts'

interface Parts {
  /** As it was read, before anybody decided on a number. */
  readonly read: InboxDocument
  readonly document: Document
  readonly judged: Judged
  readonly review: Review | undefined
  /** What all documents of the inbox say, whether it waits or not. */
  readonly figures: readonly Observation[]
  readonly catalog: Catalog
  readonly curated: readonly Observation[]
  readonly known: KnownFigures
}

/** A document for a person who decides on it: its text with every number marked, and what is known of each. */
export function describeDocument(parts: Parts): DocumentAnswer {
  const { read, document, judged, catalog, curated } = parts
  const held = judged.held.filter((each) => each.document === read.id)
  const numbers = numbersOf(parts, held)
  const marked = numbers.map(({ place, line, column, unit }) => ({ place, line, column, unit }))
  return {
    id: read.id,
    file: read.name,
    unread: read.unread,
    facts: Object.entries(read.facts).map(([name, fact]) => ({ name: name as FactName, ...fact })),
    questions: proposeFacts(document, held, { catalog, curated }),
    articles: document.articles.map((article) => markArticle(article, marked)),
    numbers,
  }
}

function numbersOf(parts: Parts, held: readonly Held[]): NumberAnswer[] {
  const { read, judged, review } = parts
  const published = [...judged.rowOf.values()].filter((row) => row.document === read.id)
  const all: Found[] = [...published, ...held].map(({ line, column, row, ...each }) => ({
    ...{ line, column, row },
    ...('fate' in each ? { held: { line, column, row, ...each } } : {}),
  }))
  const within: Within = {
    ...parts,
    byLine: groupBy(all, ({ line }) => line),
    rows: rowsOf(all),
    decided: groupBy(review?.decisions ?? [], placeOf),
  }
  return [...groupBy(all, placeOf)]
    .map(([place, found]) => describeNumber(place, found, within))
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
}

/** One meaning of a number, held where it is not published. */
interface Found {
  readonly line: number
  readonly column: number
  readonly row: ObservationRow | undefined
  readonly held?: Held
}

interface Within extends Parts {
  readonly byLine: ReadonlyMap<number, readonly Found[]>
  /** All rows of the document. */
  readonly rows: readonly ObservationRow[]
  readonly decided: ReadonlyMap<string, readonly ReviewDecision[]>
}

const rowsOf = (some: readonly Found[]) => some.flatMap(({ row }) => row ?? [])

function describeNumber(place: string, found: readonly Found[], within: Within): NumberAnswer {
  const { byLine, rows: ofDocument, catalog, read, decided } = within
  const all = found.flatMap(({ held }) => held ?? [])
  const held = all.find(({ fate }) => fate === 'waiting') ?? all[0]
  const rows = rowsOf(found)
  const [{ line = 0, column = 0 } = {}] = found
  const { quote = '', value, unit } = held ?? rows[0] ?? noNumber
  const sentence = rowsOf(byLine.get(line) ?? [])
  const decision = decisionOf(decided.get(place) ?? [])
  return {
    ...{ place, line, column, quote, value, unit },
    ...(held ? whyHeld(held, within) : published),
    rows: rows.map((row) => {
      const figure = figureOf(row, within)
      const known = figure ? within.known.statementsOf(figure) : []
      return describeRow(row, { sentence, document: ofDocument, known, catalog }, read)
    }),
    ...(decision ? { decision } : {}),
  }
}

const noNumber = { quote: '', value: '', unit: '' }

type Why = Pick<NumberAnswer, 'fate' | 'because' | 'why' | 'detail' | 'mayAccept' | 'agrees' | 'candidate'>

const published: Why = {
  fate: 'published',
  because: '',
  why: '',
  detail: '',
  mayAccept: false,
  agrees: '',
  candidate: '',
}

function whyHeld(held: Held, within: Within): Why {
  const { fate, because, detail, candidate = '', row } = held
  const why = sayBecause(because)
  const inDoubt = isDoubt(because)
  const figure = inDoubt && row ? figureOf(row, within) : undefined
  return {
    ...{ fate, because, why, candidate },
    detail: detail === why ? '' : detail,
    mayAccept: row !== undefined && inDoubt,
    agrees: figure ? evidenceFor({ ...figure, source: held.source }, within) : '',
  }
}

/** A row as the observation that it would be; undefined where it would be none. */
function figureOf(row: ObservationRow, { read: { sources }, catalog }: Within): Observation | undefined {
  const [source] = sources
  const figure = toObservation({ id: '', source: source?.id ?? '', file: '', line: 0, row }, catalog)
  return 'reason' in figure ? undefined : figure
}

function describeRow(row: ObservationRow, around: Surroundings, { facts }: InboxDocument): ReadRow {
  const origins = originsOf(row, facts)
  const alternatives = alternativesOf(row, around)
  const fieldOf = (column: Column): Field => ({
    origin: origins[column],
    alternatives: alternatives[column],
  })
  return {
    row: plainRow(row),
    fields: Object.fromEntries(
      observationColumns.map((column) => [column, fieldOf(column)]),
    ) as ReadRow['fields'],
  }
}

const plainRow = (row: ObservationRow) =>
  Object.fromEntries(observationColumns.map((column) => [column, row[column]])) as Row

function decisionOf(decisions: readonly ReviewDecision[]): Decision | undefined {
  const last = decisions.at(-1)
  if (!last) return undefined
  const { action, reason } = last
  return {
    action,
    rows: decisions.filter((each) => each.action === action).map(({ row }) => plainRow(row)),
    reason,
  }
}
