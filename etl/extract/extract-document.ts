import type { Lexicon } from '#data/language/lexicon.ts'
import { groupBy } from '#data/model/group-by.ts'
import { type ObservationRow, observationColumns } from '#data/model/observation.ts'
import { type Article, type Block, type Document, placeAt } from '../document.ts'
import { findingToRow } from '../normalize/finding-to-row.ts'
import { type Draft, dateByText } from './date-by-text.ts'
import { extract, type Placed } from './extract.ts'
import type { Finding, Unread } from './finding.ts'
import type { GivenFacts } from './given-facts.ts'
import { type Part, partsOf } from './parts-of.ts'
import type { RefusedBecause } from './refusal.ts'
import type { Lack } from './table/lacks.ts'
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
  /** Where its first digit stands in the line, and how it is printed; left out where only its line is known. */
  readonly number?: { readonly column: number; readonly value: string; readonly unit: string }
  /** What its table leaves out, and the indicator that lacks it, where that is all that is missing. */
  readonly lacks?: Lack
  /** The unknown words and the number, where an indicator may be missing in the catalogue. */
  readonly candidate?: { readonly phrase: string; readonly value: string; readonly unit: string }
}

/** An article with what was read from it. */
export interface ArticleReading {
  /** As the text and the given facts have it. */
  readonly article: Article
  readonly rows: readonly ExtractedRow[]
  readonly refusals: readonly ExtractedRefusal[]
}

export interface ExtractedDocument {
  readonly rows: readonly ExtractedRow[]
  readonly refusals: readonly ExtractedRefusal[]
  readonly articles: readonly ArticleReading[]
}

/**
 * All rows of a document in reading order, and what could not become one.
 * @param isRead which of its articles are read, by their number from 0; of the others nothing is said.
 */
export function extractDocument(
  document: Document,
  lexicon: Lexicon,
  facts: GivenFacts = {},
  isRead: (article: number) => boolean = () => true,
): ExtractedDocument {
  const isOnly = document.articles.length === 1
  const articles = document.articles.map((article) => withFacts(article, facts, isOnly))
  const drafts: Draft[] = []
  const refusals = new Map<number, readonly ExtractedRefusal[]>()
  for (const [at, article] of articles.entries()) {
    if (!isRead(at)) continue
    const read = readArticle(article, document.id, lexicon)
    for (const draft of read.drafts) drafts.push({ ...draft, article: at })
    refusals.set(at, read.refusals)
  }
  const dated = dateByText(drafts)
  const byArticle = (some: readonly Draft[]) => groupBy(some, ({ article }) => article)
  const [rows, undated] = [byArticle(dated.drafts), byArticle(dated.undated)]
  const readings = articles.map(
    (article, at): ArticleReading => ({
      article,
      rows: (rows.get(at) ?? []).map(({ row }) => row),
      refusals: [
        ...(refusals.get(at) ?? []),
        ...(undated.get(at) ?? []).map(({ row }) => refuseUndated(row)),
      ],
    }),
  )
  return {
    articles: readings,
    rows: dated.drafts.map(({ row }) => row),
    refusals: readings.flatMap((reading) => reading.refusals),
  }
}

/** An only article takes all that is given; one of several what its own text does not say. */
function withFacts(
  article: Article,
  { published = '', issuer = '', place, issuerPlace, ...ofTables }: GivenFacts,
  isOnly: boolean,
): Article {
  return {
    ...article,
    published: isOnly ? published || article.published : article.published || published,
    publisher: isOnly ? issuer || article.publisher : article.publisher || issuer,
    ...(place === undefined ? {} : { place }),
    ...(isOnly ? {} : { isOneOfSeveral: true }),
    ...(issuerPlace === undefined ? {} : { issuerPlace }),
    ofTables,
  }
}

interface Read {
  readonly drafts: Omit<Draft, 'article'>[]
  readonly refusals: ExtractedRefusal[]
}

/** A very long article is read in parts, so that the words of one only fill the memory. */
function readArticle(article: Article, doc: string, lexicon: Lexicon): Read {
  const read: Read = { drafts: [], refusals: [] }
  for (const part of partsOf(article)) {
    const { drafts, refusals } = readPart(part, doc, lexicon)
    for (const draft of drafts) read.drafts.push(draft)
    for (const refusal of refusals) read.refusals.push(refusal)
  }
  return read
}

function readPart({ article, isFirst }: Part, doc: string, lexicon: Lexicon): Read {
  const whole = extract(article, lexicon)
  const tables = readTables(article, { article: whole.context, lexicon })
  // The title says of what time the part is, but its figures were read with the first.
  const isOwn = ({ paragraph }: Placed<unknown>) => isFirst || own.has(paragraph)
  const own = new Set<Block>(isFirst ? [] : article.blocks)
  const findings = whole.findings.filter(isOwn)
  const unread = whole.unread.filter(isOwn)
  const drafts: Omit<Draft, 'article'>[] = []
  const refusals: ExtractedRefusal[] = []
  for (const placed of inOrder([...findings, ...tables.findings], article)) {
    const row = findingToRow(placed.item, lexicon.catalog)
    const where = locate(placed, placed.item)
    if (typeof row === 'string') refusals.push(toRefusal(doc, row, where, placed.item))
    else
      drafts.push({
        row: toRow(doc, row, placed.item, where),
        undated: placed.item.undated,
        own: ownPeriod(placed.item),
      })
  }
  for (const placed of unread) refusals.push(refuse(doc, placed))
  for (const refused of tables.refused) refusals.push({ doc, ...refused })
  return { drafts, refusals }
}

const refuseUndated = ({ doc, line, column, value, unit, quote }: ExtractedRow): ExtractedRefusal => ({
  doc,
  because: 'no-period',
  line: Number(line),
  quote,
  number: { column: Number(column), value, unit },
})

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

const toRefusal = (
  doc: string,
  because: RefusedBecause,
  { line, column, quote }: Where,
  { quantity }: Pick<Finding, 'quantity'>,
): ExtractedRefusal => ({
  doc,
  because,
  line,
  quote,
  number: { column, value: quantity.value, unit: quantity.scale + quantity.unit },
})

function refuse(doc: string, placed: Placed<Unread>): ExtractedRefusal {
  const { quantity, because, mention } = placed.item
  const start = mention.clause.tokens[0]?.start ?? quantity.start
  const where = locate(placed, {
    start: Math.min(start, quantity.start),
    end: quantity.end,
    quantity,
  })
  const candidate = because === 'unknown-subject' ? toCandidate(placed) : undefined
  return { ...toRefusal(doc, because, where, { quantity }), ...(candidate ? { candidate } : {}) }
}

/** The unknown words nearest the number, where it has a unit: what the catalogue may lack. */
function toCandidate({ item, normalized }: Placed<Unread>): ExtractedRefusal['candidate'] {
  const { quantity, mention } = item
  const text = mention.clause.tokens.findLast(({ kind }) => kind === 'text')
  const phrase = text ? normalized.text.slice(text.start, text.end) : ''
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
  { paragraph, normalized }: Placed<unknown>,
  { start, end, quantity }: Pick<Finding, 'start' | 'end' | 'quantity'>,
): Where {
  const offset = (at: number) => normalized.at[at] ?? paragraph.text.length
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
