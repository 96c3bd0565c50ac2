import type { Catalog } from '#data/catalog/catalog.ts'
import type { Text } from '#data/model/language.ts'
import { type ObservationRow, observationColumns, readingColumns } from '#data/model/observation.ts'
import type { Unread } from '../document.ts'
import type { ExtractedRefusal, ExtractedRow } from '../extract/extract-document.ts'
import { type RefusedBecause, refusedBecause } from '../extract/refusal.ts'
import type {
  FactualReading,
  ReadingOfDocument,
  WaitingRefusal,
  WaitingRow,
} from '../facts/read-with-facts.ts'
import type { Sidecar } from '../sidecar.ts'
import { toSource } from '../to-source.ts'
import type { Because, Held, InboxDocument, InboxRow } from './inbox.ts'

interface Parts {
  readonly id: string
  readonly name: string
  readonly sidecar: Sidecar | undefined
  readonly reading: ReadingOfDocument
  readonly unread: readonly Unread[]
  readonly catalog: Catalog
}

/** A reading as a document of the inbox: each article a source, each number a row or held. */
export function toInboxDocument({ id, name, sidecar, reading, unread, catalog }: Parts): InboxDocument {
  const articles = reading.articles.map((article, index) => ({
    article,
    source: toSource(article.article, index, catalog, {
      prefix: id,
      via: name,
      facts: reading.facts,
      ...(sidecar?.url ? { url: sidecar.url } : {}),
      ...(sidecar?.title && reading.articles.length === 1 ? { title: sidecar.title } : {}),
    }),
  }))
  return {
    id,
    name,
    facts: reading.facts,
    unread: unread.map(sayUnread),
    sources: articles.map(({ source }) => source),
    rows: articles.flatMap(({ article, source }) =>
      rowsOf(article, { document: id, source: source.id, file: name }),
    ),
    held: articles.flatMap(({ article, source }) => heldOf(article, { document: id, source: source.id })),
  }
}

/** With its line, where that is known. */
const sayUnread = ({ what, en, line }: Unread): Text =>
  line === undefined ? { zh: what, en } : { zh: `第 ${line} 行：${what}`, en: `Line ${line}: ${en}` }

type Where = Pick<InboxRow, 'document' | 'source' | 'file'>

/** A row is named by its place in the file, so that it keeps its name when the text is read otherwise. */
function rowsOf({ rows }: FactualReading, where: Where): InboxRow[] {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const place = `${row.line}.${row.column}`
    const nth = (seen.get(place) ?? 0) + 1
    seen.set(place, nth)
    return {
      ...where,
      id: `${where.source}:${place}${nth > 1 ? `.${nth}` : ''}`,
      line: Number(row.line),
      column: Number(row.column),
      row: pick(row, [...observationColumns, ...readingColumns, 'quote']),
      accepted: false,
    }
  })
}

const pick = (row: ExtractedRow, columns: readonly (keyof ExtractedRow)[]): ObservationRow =>
  Object.fromEntries(columns.map((column) => [column, row[column]])) as unknown as ObservationRow

function heldOf({ refusals, waiting }: FactualReading, where: Pick<Held, 'document' | 'source'>): Held[] {
  return [
    ...waiting.map((each) => holdWaiting(each, where)),
    ...refusals.map((refusal) => holdRefused(refusal, where)),
  ]
}

function holdWaiting(each: WaitingRow | WaitingRefusal, where: Pick<Held, 'document' | 'source'>): Held {
  const because = `lacks-${each.lacks}` as Because
  if ('refusal' in each) return { ...holdRefused(each.refusal, where), fate: 'waiting', because }
  const { row } = each
  const { quote, value, unit } = row
  return {
    ...where,
    ...{ fate: 'waiting', because, detail: '', quote, value, unit },
    line: Number(row.line),
    column: Number(row.column),
    row: { ...pick(row, observationColumns), ...(each.lacks === 'date' ? { period: '' } : {}) },
  }
}

/** Reasons that say that the number is of nothing the catalogue has. */
const outside = new Set<RefusedBecause>(['unknown-subject', 'no-subject'])

function holdRefused(
  { because, line, quote, number, candidate }: ExtractedRefusal,
  where: Pick<Held, 'document' | 'source'>,
): Held {
  return {
    ...where,
    fate: outside.has(because) ? 'no-indicator' : 'refused',
    because,
    detail: candidate ? `候选指标：${candidate.phrase}` : refusedBecause[because],
    candidate: candidate?.phrase,
    line,
    column: number?.column ?? 0,
    quote,
    value: number?.value ?? '',
    unit: number?.unit ?? '',
  }
}
