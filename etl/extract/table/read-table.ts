import { type NormalizedText, normalize } from '#data/language/normalize.ts'
import type { Article, Cell, Paragraph, Place, Table } from '#etl/document.ts'
import type { Placed } from '../extract.ts'
import type { Finding } from '../finding.ts'
import type { Lack } from '../lack.ts'
import type { RefusedBecause } from '../refusal.ts'
import { type CellNumber, readCellNumber } from './cell-number.ts'
import { type Column, readColumns } from './columns.ts'
import { type Around, type Combined, combine, type Given, type Names } from './combine.ts'
import { withCountedProducts } from './counted-products.ts'
import { type CellTests, findShape, type Row, type Shape } from './find-shape.ts'
import { type Label, type LabelContext, readLabel } from './label.ts'
import { readOuter } from './outer.ts'
import { toToken } from './period.ts'
import { type PrintedUnit, readUnits } from './read-unit.ts'
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
  const all = { ...context, table, outer, names, given, isDated: article.published !== '' }
  const seen = new Set<Cell>()
  const ofColumns = regionsOf(columns)
  const above = aboveRegions(rows)
  for (const stubbed of rows) {
    const { row, label, saying } = stubbed
    const own = above.has(stubbed) ? { ...names, regions: ofColumns } : names
    for (const column of columns) {
      const cell = row[column.at]
      if (!cell || !mayTell(column, cell) || seen.has(cell)) continue
      seen.add(cell)
      const headings = headingsOf(row, column, shape)
      readCell({ ...all, names: own, stub: { label, saying }, column, cell, headings }, reading)
    }
  }
}

function givenFor({ ofTables = {} }: Article, { lexicon }: Pick<LabelContext, 'lexicon'>): Given {
  const { indicator, unit, period } = ofTables
  return {
    indicators: indicator === undefined ? [] : [indicator],
    units: unit === undefined ? [] : readUnits(normalize(unit).text, lexicon),
    period: period === undefined ? undefined : toToken(period),
  }
}

const mayTell = ({ role }: Column, { text }: Cell) =>
  (role === 'data' || role === 'beyond') && /\d/.test(text)

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

interface CellAround extends Omit<Around, 'cellUnits'> {
  readonly table: Table
  readonly cell: Cell
  readonly headings: readonly Cell[]
}

function readCell(around: CellAround, { findings, refused }: Draft): void {
  const { cell, headings } = around
  const number = readCellNumber(cell.text, around.lexicon)
  const paragraph = toParagraph([...headings, cell])
  const refuse = (because: RefusedBecause, more: Pick<RefusedCell, 'number' | 'lacks' | 'candidate'> = {}) =>
    refused.push({ because, line: cell.line, quote: paragraph.text, ...more })
  if (!number) {
    refuse('not-an-observation')
    return
  }
  const combined = combine({ ...around, cellUnits: number.units })
  const { value, units } = number
  const printed = { column: cell.column, value, unit: units.map(({ scale, unit }) => scale + unit).join('') }
  if (typeof combined === 'string') {
    const candidate = combined === 'unknown-subject' ? toCandidate(around, number) : undefined
    refuse(combined, { number: printed, ...(candidate ? { candidate } : {}) })
  } else if ('lacks' in combined) refuse(combined.because, { number: printed, lacks: combined.lacks })
  else if (combined.negative && number.value.startsWith('-')) refuse('unknown-change')
  else findings.push(toFinding(around, { number, combined, paragraph }))
}

interface ReadCell {
  readonly number: CellNumber
  readonly combined: Combined
  readonly paragraph: Paragraph
}

function toFinding({ cell, table }: CellAround, { number, combined, paragraph }: ReadCell): Placed<Finding> {
  const { unit, negative, stated, implied } = combined
  const offset = paragraph.text.length - cell.text.length
  const { value, qualifier } = number
  const quantity = {
    kind: 'quantity',
    start: offset,
    digit: offset,
    end: offset + number.end,
    value,
    ...unit,
    qualifier,
  } as const
  const span = { start: 0, end: paragraph.text.length }
  const item = { rule: 'table', ...span, quantity, negative, undated: false, stated, implied }
  return { item, paragraph, normalized: unfolded(paragraph.text), table }
}

/** The name of a row that the catalogue may lack, where the number has a unit. */
function toCandidate(
  { stub, column, outer }: CellAround,
  { value, units }: CellNumber,
): RefusedCell['candidate'] {
  const { label, saying } = stub
  const phrase = label.unknown.trim()
  const said: readonly (readonly PrintedUnit[])[] = [units, label.units, column.label.units, outer.units]
  const [unit] = said.find((list) => list.length > 0) ?? []
  const isNamed = label.indicators.length > 0 || column.label.indicators.length > 0
  const isPlain = [saying, column.saying].every(({ kind }) => kind === undefined || kind === 'level')
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
