import type { NormalizedText } from '#data/language/normalize.ts'
import type { Cell, Paragraph, Place, Table } from '#etl/document.ts'
import type { ArticleContext } from '../article-context.ts'
import type { Placed } from '../extract.ts'
import { type Finding, spread } from '../finding.ts'
import type { RefusedBecause } from '../refusal.ts'
import { resolve } from '../resolve/index.ts'
import type { Reading } from '../resolve/resolver.ts'
import { type CellContext, type CellMention, toMention } from './cell-mention.ts'
import { type CellNumber, readCellNumber } from './cell-number.ts'
import { isSameSubject } from './columns.ts'
import { speaks } from './heading.ts'
import { type Lack, lackOf } from './lacks.ts'
import type { CellResolvers } from './resolve/index.ts'
import type { PrintedUnit } from './unit.ts'

/** A number of a table that cannot stand. */
export interface RefusedCell {
  readonly because: RefusedBecause
  readonly line: number
  readonly quote: string
  readonly number?: { readonly column: number; readonly value: string; readonly unit: string }
  readonly lacks?: Lack
  readonly candidate?: { readonly phrase: string; readonly value: string; readonly unit: string }
}

/** What has been read of a table so far. */
export interface TableDraft {
  readonly findings: Placed<Finding>[]
  readonly refused: RefusedCell[]
}

/** A cell with all that is said about it, and the cells that say so. */
export interface HeadedCell extends Omit<CellContext, 'cellUnits'> {
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

interface RowContext {
  readonly table: Table
  readonly article: ArticleContext
  readonly resolvers: CellResolvers
}

/** Reads the cells of a row from left to right, so that what moves is what stands on its left. */
export function readRow(
  cells: readonly HeadedCell[],
  { table, article, resolvers }: RowContext,
  reading: TableDraft,
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
  for (const [at, said] of resolve(mentions, article, resolvers).entries()) {
    const cell = read[at]
    if (cell && /\d/.test(cell.headed.cell.text)) collect(cell, said, table, reading)
  }
}

function collect(
  { headed, paragraph, mention, number }: ReadCell,
  reading: Reading,
  table: Table,
  { findings, refused }: TableDraft,
): void {
  const { cell } = headed
  const where = { line: cell.line, quote: paragraph.text }
  if (!number) {
    refused.push({ because: 'not-an-observation', ...where })
    return
  }
  const found = reading.refused ?? spread(mention, reading)
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
