import type { ObservationRow } from '#data/model/observation.ts'
import { observationColumns } from '#data/model/observation.ts'
import type { Article, Block, Document } from '../document.ts'
import { placeAt } from '../document.ts'
import { findingToRow } from '../normalize/finding-to-row.ts'
import { type Draft, dateByText } from './date-by-text.ts'
import { extract, type Placed } from './extract.ts'
import type { Finding, Unread } from './finding.ts'
import type { Lexicon } from './lexicon.ts'
import type { RefusedBecause } from './statement.ts'
import { readTables } from './table/read-tables.ts'

/** The columns of an extracted row: FORMAT with the document before it and where and how each number was read after it. */
export const extractedColumns = [
  'doc',
  ...observationColumns,
  'line',
  'column',
  'rule',
  'implied',
  'quote',
] as const
export type ExtractedRow = Readonly<Record<(typeof extractedColumns)[number], string>>

/** A number that gave no row. */
export interface ExtractedRefusal {
  readonly doc: string
  readonly line: number
  readonly because: RefusedBecause
  readonly quote: string
  /** The unknown words and the number, where an indicator may be missing in the catalogue. */
  readonly candidate?: { readonly phrase: string; readonly value: string; readonly unit: string }
}

export interface ExtractedDocument {
  readonly rows: readonly ExtractedRow[]
  readonly refusals: readonly ExtractedRefusal[]
}

/** All rows of a document in reading order, and what could not become one. */
export function extractDocument(document: Document, lexicon: Lexicon): ExtractedDocument {
  const drafts: Draft[] = []
  const refusals: ExtractedRefusal[] = []
  for (const article of document.articles) {
    const { context, findings, unread } = extract(article, lexicon)
    const tables = readTables(article, { article: context, lexicon })
    for (const placed of inOrder([...findings, ...tables.findings], article)) {
      const row = findingToRow(placed.item, lexicon.catalog)
      const where = locate(placed, placed.item)
      if (typeof row === 'string') refusals.push(toRefusal(document.id, row, where))
      else
        drafts.push({
          row: toRow(document.id, row, placed.item, where),
          undated: placed.item.undated,
          own: ownPeriod(placed.item),
        })
    }
    for (const placed of unread) refusals.push(refuse(document.id, placed))
    for (const refused of tables.refused) refusals.push({ doc: document.id, ...refused })
  }
  const { rows, undated } = dateByText(drafts)
  for (const { doc, line, quote } of undated)
    refusals.push({ doc, because: 'no-period', line: Number(line), quote })
  return { rows, refusals }
}

/** Tables are read after the prose of their article; their numbers go where they stand. */
function inOrder(findings: readonly Placed<Finding>[], { blocks }: Article): readonly Placed<Finding>[] {
  if (!blocks.some(({ kind }) => kind === 'table')) return findings
  const order = new Map<Block, number>(blocks.map((block, at) => [block, at]))
  const orderOf = ({ paragraph, table }: Placed<Finding>) => order.get(table ?? paragraph) ?? -1
  return findings.toSorted((one, other) => orderOf(one) - orderOf(other))
}

/** Whether its sentence gave the period, and how well: 今年7月末, 7月末. */
function ownPeriod({ implied: { period } }: Finding): Draft['own'] {
  if (!period?.fresh) return 'none'
  return period.yearOffset === undefined ? 'months' : 'year'
}

const toRefusal = (doc: string, because: RefusedBecause, { line, quote }: Where): ExtractedRefusal => ({
  doc,
  because,
  line,
  quote,
})

function refuse(doc: string, placed: Placed<Unread>): ExtractedRefusal {
  const { quantity, because, statement } = placed.item
  const start = statement.clause.tokens[0]?.start ?? quantity.start
  const { line, quote } = locate(placed, {
    start: Math.min(start, quantity.start),
    end: quantity.end,
    quantity,
  })
  const candidate = because === 'unknown-subject' ? toCandidate(placed) : undefined
  return { doc, line, because, quote, ...(candidate ? { candidate } : {}) }
}

/** The unknown words nearest the number, where it has a unit: what the catalogue may lack. */
function toCandidate({ item, folded }: Placed<Unread>): ExtractedRefusal['candidate'] {
  const { quantity, statement } = item
  const text = statement.clause.tokens.findLast(({ kind }) => kind === 'text')
  const phrase = text ? folded.text.slice(text.start, text.end) : ''
  const unit = quantity.scale + quantity.unit
  if (quantity.unit === '' || phrase.length < 2 || /^[\d.-]+$/.test(phrase)) return undefined
  return { phrase, value: quantity.value, unit }
}

interface Where {
  readonly line: number
  readonly column: number
  readonly quote: string
}

/** Where the number stands in the file, and the words it was read from. */
function locate(
  { paragraph, folded }: Placed<unknown>,
  { start, end, quantity }: Pick<Finding, 'start' | 'end' | 'quantity'>,
): Where {
  const offset = (at: number) => folded.at[at] ?? paragraph.text.length
  const quote = paragraph.text.slice(offset(start), offset(end - 1) + 1)
  return { ...placeAt(paragraph.places, offset(quantity.digit)), quote }
}

function toRow(doc: string, row: ObservationRow, { rule, implied }: Finding, where: Where): ExtractedRow {
  return {
    doc,
    ...row,
    line: String(where.line),
    column: String(where.column),
    rule,
    implied: Object.keys(implied).sort().join(' '),
    quote: where.quote,
  }
}
