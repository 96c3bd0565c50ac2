import { normalize } from '#data/language/normalize.ts'
import type { Article, Cell, Table } from '#etl/document.ts'
import type { ArticleContext } from '../article-context.ts'
import type { Placed } from '../extract.ts'
import type { Finding } from '../finding.ts'
import { isAhead } from '../time/publication.ts'
import type { Given, Names } from './cell-mention.ts'
import { readCellNumber } from './cell-number.ts'
import { type Column, readColumns } from './columns.ts'
import { type CellTests, findShape, type Row, type Shape, splitBeside } from './find-shape.ts'
import { type Label, type LabelContext, readLabel } from './label.ts'
import { type Outer, readOuter } from './outer.ts'
import { toToken } from './period.ts'
import { type RefusedCell, readRow, type TableDraft } from './read-row.ts'
import type { CellResolvers } from './resolve/index.ts'
import { withNoun } from './row-nouns.ts'
import { readRows, type StubbedRow } from './rows.ts'
import { readUnits } from './unit.ts'

export interface TableReading {
  readonly findings: readonly Placed<Finding>[]
  readonly refused: readonly RefusedCell[]
}

/** Reads every number of a table by its row, its column and what stands above. */
export function readTable(
  table: Table,
  article: Article,
  context: Omit<LabelContext, 'topic'>,
  resolvers: CellResolvers,
): TableReading {
  const reading: TableDraft = { findings: [], refused: [] }
  const tests = testsOf(context)
  for (const rows of splitBeside(table.rows)) {
    const shape = findShape(rows, tests)
    if (shape) readShape(shape, { table, article, context, resolvers }, reading)
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
function refuseAll(rows: readonly Row[], { isNumber }: CellTests, { refused }: TableDraft): void {
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
  readonly resolvers: CellResolvers
}

function readShape(
  shape: Shape,
  { table, article, context, resolvers }: Surroundings,
  reading: TableDraft,
): void {
  const caption = readOuter(table, article, { ...context, topic: undefined })
  const topic = caption.topic ?? topicOf(shape, context)
  const within = { ...context, topic }
  const columns = readColumns(shape, within)
  const stub = columns.find(({ role }) => role === 'stub')
  const outer = caption.units.length > 0 ? caption : { ...caption, units: stub?.label.units ?? [] }
  const rows = withNoun(readRows(shape, columns, within), columns, { ...within, outer })
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
    readRow(cells, { table, article: dated, resolvers }, reading)
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
