import { type NormalizedText, normalize } from '#data/language/normalize.ts'
import type { Article, Cell, Paragraph, Place, Table } from '#etl/document.ts'
import type { ArticleContext } from '../article-context.ts'
import type { Placed } from '../extract.ts'
import { type Finding, spread } from '../finding.ts'
import type { Lack } from '../lack.ts'
import type { RefusedBecause } from '../refusal.ts'
import { refusalOf, resolve } from '../resolve/index.ts'
import type { Reading } from '../resolve/resolver.ts'
import { isAhead } from '../time/publication.ts'
import { type CellContext, type CellMention, type Given, type Names, toMention } from './cell-mention.ts'
import { type CellNumber, readCellNumber } from './cell-number.ts'
import { type Column, isSameSubject, readColumns } from './columns.ts'
import { withCountedProducts } from './counted-products.ts'
import { type CellTests, findShape, type Row, type Shape } from './find-shape.ts'
import { speaks } from './heading.ts'
import { type Label, type LabelContext, readLabel } from './label.ts'
import { lackOf } from './lacks.ts'
import { type Outer, readOuter } from './outer.ts'
import { toToken } from './period.ts'
import { type PrintedUnit, readUnits } from './read-unit.ts'
import { resolversOfCells } from './resolve/index.ts'
import { readRows, type StubbedRow } from './rows.ts'
import { splitBeside } from './split-beside.ts'

/** A number of a table that cannot stand. */
interface RefusedCell {
  readonly because: RefusedBecause
  readonly line: number
  readonly quote: string
  readonly number?: { readonly column: number; readonly value: string; readonly unit: string }
  readonly lacks?: Lack
  readonly candidate?: { readonly phrase: string; readonly value: string; readonly unit: string }
}

export interface TableReading {
  readonly findings: readonly Placed<Finding>[]
  readonly refused: readonly RefusedCell[]
}

interface Draft {
  readonly findings: Placed<Finding>[]
  readonly refused: RefusedCell[]
}

/** Reads every number of a table by its row, its column and what stands above. */
export function readTable(
  table: Table,
  article: Article,
  context: Omit<LabelContext, 'topic'>,
): TableReading {
  const reading: Draft = { findings: [], refused: [] }
  const tests = testsOf(context)
  for (const rows of splitBeside(table.rows)) {
    const shape = findShape(rows, tests)
    if (shape) readShape(shape, { table, article, context }, reading)
    else refuseAll(rows, tests, reading)
  }
  return reading
}

function testsOf(context: Omit<LabelContext, 'topic'>): CellTests {
  const { lexicon } = context
  const provinces = new Set([...lexicon.catalog.regions.keys()].map((code) => code.slice(0, 2)))
  return {
    isNumber: ({ text }) => readCellNumber(text, lexicon) !== undefined,
    isUnit: ({ text }) => readUnits(normalize(text).text, lexicon).length > 0,
    kindOf: (text) => kindOf(readLabel(text, { ...context, topic: undefined })),
    isCode: (text) => /^(?:\d{6}|\d{9}|\d{12})$/.test(text) && provinces.has(text.slice(0, 2)),
  }
}

/** What words name, where they name one thing. */
function kindOf({ indicators, regions, periods, unknown }: Label): ReturnType<CellTests['kindOf']> {
  if (unknown !== '') return undefined
  if (indicators.length > 0) return regions.length === 0 ? 'indicator' : undefined
  if (regions.length > 0) return 'region'
  return periods.length > 0 ? 'period' : undefined
}

/** A table of which nobody can say what is heading and what is figure. */
function refuseAll(rows: readonly Row[], { isNumber }: CellTests, { refused }: Draft): void {
  for (const row of rows) {
    const quote = [...new Set(row.map(({ text }) => text))].filter((text) => text !== '').join(' ')
    for (const cell of row.filter((each) => isNumber(each) && !/^(?:19|20)\d{2}年?$/.test(each.text)))
      refused.push({ because: 'no-subject', line: cell.line, quote })
  }
}

interface Surroundings {
  readonly table: Table
  readonly article: Article
  readonly context: Omit<LabelContext, 'topic'>
}

function readShape(shape: Shape, { table, article, context }: Surroundings, reading: Draft): void {
  const caption = readOuter(table, article, { ...context, topic: undefined })
  const topic = caption.topic ?? topicOf(shape, context)
  const within = { ...context, topic }
  const read = readColumns(shape, within)
  const stub = read.find(({ role }) => role === 'stub')
  const outer = caption.units.length > 0 ? caption : { ...caption, units: stub?.label.units ?? [] }
  const { columns, rows } = withCountedProducts(read, readRows(shape, read, within), within)
  const names = namesOf(rows, columns)
  const given = givenFor(article, context)
  const around = { ...context, outer, given }
  const dated = articleOf(outer, context.article, article.published !== '')
  const seen = new Set<Cell>()
  const ofColumns = regionsOf(columns)
  const above = aboveRegions(rows)
  for (const stubbed of rows) {
    const own = above.has(stubbed) ? { ...names, regions: ofColumns } : names
    const cells = cellsOf(stubbed, columns, seen).map(({ cell, column }) => ({
      ...around,
      ...{ names: own, stub: stubbed.label, column, cell, headings: headingsOf(stubbed.row, column, shape) },
    }))
    readRow(cells, { table, article: dated }, reading)
  }
}

/** The cells of a row that may hold a number, each read once however many columns it spans. */
function cellsOf({ row }: StubbedRow, columns: readonly Column[], seen: Set<Cell>) {
  return columns.flatMap((column) => {
    const cell = row[column.at]
    const isOfData = column.role === 'data' || column.role === 'beyond'
    if (!cell || !isOfData || seen.has(cell)) return []
    seen.add(cell)
    return { cell, column }
  })
}

/** The article as far as a table shows it: a table that names a time was written after it, where no day is said. */
function articleOf(
  { captioned, status, preliminary }: Outer,
  article: ArticleContext,
  isDated: boolean,
): ArticleContext {
  const { year, months: [, month] = [1, 12] } = captioned ?? {}
  const isLater = captioned !== undefined && year !== undefined && isAhead(captioned, article)
  const published = isLater && !isDated && !status ? { year, month } : article.published
  return { ...article, published, preliminary: article.preliminary || preliminary }
}

function givenFor({ ofTables = {} }: Article, { lexicon }: Pick<LabelContext, 'lexicon'>): Given {
  const { indicator, unit, period } = ofTables
  return {
    indicators: indicator === undefined ? [] : [indicator],
    units: unit === undefined ? [] : readUnits(normalize(unit).text, lexicon),
    period: period === undefined ? undefined : toToken(period),
  }
}

/** The industry of all indicators that the table names, where it is one. */
function topicOf(shape: Shape, context: Omit<LabelContext, 'topic'>): string | undefined {
  const within = { ...context, topic: undefined }
  const labels = [...readColumns(shape, within), ...readRows(shape, [], within)].map(({ label }) => label)
  const topics = new Set(labels.flatMap(({ topic }) => topic ?? []))
  const [topic, ...others] = topics
  return others.length === 0 ? topic : undefined
}

function namesOf(rows: readonly StubbedRow[], columns: readonly Column[]): Names {
  const labels = [...rows, ...columns].map(({ label }) => label)
  return {
    indicators: labels.some(({ indicators }) => indicators.length > 0),
    regions: regionsOf([...rows, ...columns]),
  }
}

/** Rows above all regions that name their own subject: they are not of one of those. */
function aboveRegions(rows: readonly StubbedRow[]): ReadonlySet<StubbedRow> {
  const first = rows.findIndex(({ label }) => label.regions.length > 0)
  return new Set(rows.slice(0, Math.max(first, 0)).filter(({ label }) => label.indicators.length > 0))
}

const regionsOf = (parts: readonly { readonly label: Label }[]) => parts.flatMap(({ label }) => label.regions)

/** The cells that name a number: those of its row, then those of its column. */
function headingsOf(row: Row, { at }: Column, { headers, roles }: Shape): Cell[] {
  const stubs = row.filter((_, column) => roles[column] === 'stub' || roles[column] === 'period')
  const heads = headers.flatMap((header) => header[at] ?? [])
  const texts = new Set<string>()
  return [...stubs, ...heads].filter(({ text }) => text !== '' && !texts.has(text) && texts.add(text))
}

/** A cell with all that is said about it, and the cells that say so. */
interface HeadedCell extends Omit<CellContext, 'cellUnits'> {
  readonly cell: Cell
  readonly headings: readonly Cell[]
}

interface ReadCell {
  readonly headed: HeadedCell
  readonly paragraph: Paragraph
  readonly mention: CellMention
  /** Undefined where its text is no number; what stands beside it may still be a change of it. */
  readonly number: CellNumber | undefined
}

const noNumber: CellNumber = { value: '', units: [], qualifier: '', end: 0 }

function readRow(
  cells: readonly HeadedCell[],
  { table, article }: { readonly table: Table; readonly article: ArticleContext },
  reading: Draft,
): void {
  let run = 0
  const read = cells.map((headed, at): ReadCell => {
    const { cell, headings, column } = headed
    const left = cells[at - 1]?.column
    if (left && !isSameSubject(left, column)) run++
    const number = readCellNumber(cell.text, headed.lexicon)
    const paragraph = toParagraph([...headings, cell])
    const start = paragraph.text.length - cell.text.length
    const { units } = number ?? noNumber
    const mention = toMention({ ...headed, cellUnits: units }, number ?? noNumber, { run, start })
    return { headed, paragraph, mention, number }
  })
  const mentions = read.map(({ mention }) => mention)
  for (const [at, said] of resolve(mentions, article, resolversOfCells).entries()) {
    const cell = read[at]
    if (cell && /\d/.test(cell.headed.cell.text)) collect(cell, said, table, reading)
  }
}

function collect(
  { headed, paragraph, mention, number }: ReadCell,
  reading: Reading,
  table: Table,
  { findings, refused }: Draft,
): void {
  const { cell } = headed
  const where = { line: cell.line, quote: paragraph.text }
  if (!number) {
    refused.push({ because: 'not-an-observation', ...where })
    return
  }
  const found = refusalOf(mention, reading) ?? spread(mention, reading)
  if (typeof found !== 'string') {
    const span = { start: 0, end: paragraph.text.length }
    for (const item of found)
      findings.push({
        item: { ...item, ...span, rule: 'table' },
        paragraph,
        normalized: unfolded(paragraph.text),
        table,
      })
    return
  }
  const unit = number.units.map((each) => each.scale + each.unit).join('')
  const lacks = lackOf(mention, reading, found)
  const candidate = found === 'unknown-subject' ? toCandidate(headed, number) : undefined
  refused.push({
    because: found,
    ...where,
    number: { column: cell.column, value: number.value, unit },
    ...(lacks ? { lacks } : {}),
    ...(candidate ? { candidate } : {}),
  })
}

/** The name of a row that the catalogue may lack, where the number has a unit. */
function toCandidate(
  { stub, column, outer }: HeadedCell,
  { value, units }: CellNumber,
): RefusedCell['candidate'] {
  const phrase = stub.unknown.trim()
  const said: readonly (readonly PrintedUnit[])[] = [units, stub.units, column.label.units, outer.units]
  const [unit] = said.find((list) => list.length > 0) ?? []
  const isNamed = stub.indicators.length > 0 || column.label.indicators.length > 0
  const isPlain = !speaks(stub) && !speaks(column.label)
  if (isNamed || !isPlain || phrase.length < 2 || column.label.unknown !== '' || !unit) return undefined
  return { phrase, value, unit: unit.scale + unit.unit }
}

/** The words that a number was read from, each at its own place. */
function toParagraph(cells: readonly Cell[]): Paragraph {
  const places: Place[] = []
  let offset = 0
  for (const { text, line, column } of cells) {
    places.push({ offset, line, column })
    offset += text.length + 1
  }
  return { kind: 'paragraph', text: cells.map(({ text }) => text).join(' '), places }
}

const unfolded = (text: string): NormalizedText => ({
  text,
  at: Uint32Array.from({ length: text.length + 1 }, (_, at) => at),
  asides: [],
})
