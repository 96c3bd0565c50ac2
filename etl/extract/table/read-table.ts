import type { Article, Cell, Paragraph, Place, Table } from '#etl/document.ts'
import type { Placed } from '../extract.ts'
import type { Finding } from '../finding.ts'
import { type Folded, fold } from '../fold.ts'
import type { RefusedBecause } from '../statement.ts'
import { type Column, mergeLabels, readColumns } from './columns.ts'
import { type Around, combine } from './combine.ts'
import { findShape, isSection, type Shape } from './find-shape.ts'
import { type Label, type LabelContext, readLabel } from './label.ts'
import { readOuter } from './outer.ts'
import { type PrintedUnit, readUnits } from './read-unit.ts'

/** A number of a table that cannot stand. */
interface RefusedCell {
  readonly because: RefusedBecause
  readonly line: number
  readonly quote: string
  readonly candidate?: { readonly phrase: string; readonly value: string; readonly unit: string }
}

export interface TableReading {
  readonly findings: readonly Placed<Finding>[]
  readonly refused: readonly RefusedCell[]
}

/** Reads every number of a table by its row, its column and what stands above. */
export function readTable(
  table: Table,
  article: Article,
  context: Omit<LabelContext, 'topic'>,
): TableReading {
  const reading: { findings: Placed<Finding>[]; refused: RefusedCell[] } = { findings: [], refused: [] }
  const shape = findShape(table)
  if (!shape) return reading
  const outer = readOuter(table, article, { ...context, topic: undefined })
  const within = { ...context, topic: outer.topic }
  const columns = readColumns(shape, within)
  const rows = readRows(shape, columns, within)
  const names = namesOf(rows, columns)
  for (const { row, stub } of rows) {
    for (const column of columns) {
      const cell = row[column.at]
      if (!cell || (column.role !== 'data' && column.role !== 'beyond') || !/\d/.test(cell.text)) continue
      const headings = headingsOf(row, column, shape)
      const at = { ...context, table, stub, column, outer, names, cell, headings }
      readCell(at, reading)
    }
  }
  return reading
}

interface StubbedRow {
  readonly row: readonly Cell[]
  readonly stub: Label
}

/** The rows with figures, each with what its own words and the section it stands in say. */
function readRows({ body, roles }: Shape, columns: readonly Column[], context: LabelContext): StubbedRow[] {
  let section: readonly Label[] = []
  return body.flatMap((row): StubbedRow[] => {
    const texts = [...new Set(row.filter((_, at) => roles[at] === 'stub').map(({ text }) => text))]
    const labels = texts.filter((text) => text !== '').map((text) => readLabel(text, context))
    if (isSection(row) && labels.length > 0) {
      section = labels
      return []
    }
    const heads = columns.filter(({ role }) => role === 'stub' && labels.length === 0)
    const unnamed = heads.length > 0 ? [{ ...mergeLabels([], context.topic), unknown: ' ' }] : []
    const merged = mergeLabels([...section, ...labels, ...unnamed], context.topic)
    const units = row.flatMap(({ text }, at) => (roles[at] === 'unit' ? unitsOf(text, context) : []))
    return [{ row, stub: units.length > 0 ? { ...merged, units } : merged }]
  })
}

const unitsOf = (text: string, { lexicon }: LabelContext): readonly PrintedUnit[] =>
  readUnits(fold(text).text, lexicon)

function namesOf(rows: readonly StubbedRow[], columns: readonly Column[]): Around['names'] {
  const labels = [...rows.map(({ stub }) => stub), ...columns.map(({ label }) => label)]
  return {
    indicators: labels.some(({ indicators }) => indicators.length > 0),
    regions: labels.some(({ regions }) => regions.length > 0),
  }
}

/** The cells that name a number: those of its row, then those of its column. */
function headingsOf(row: readonly Cell[], { at }: Column, { headers, roles }: Shape): Cell[] {
  const stubs = row.filter((_, column) => roles[column] === 'stub')
  const heads = headers.flatMap((header) => header[at] ?? [])
  const texts = new Set<string>()
  return [...stubs, ...heads].filter(({ text }) => text !== '' && !texts.has(text) && texts.add(text))
}

interface CellAround extends Omit<Around, 'cellUnits'> {
  readonly table: Table
  readonly cell: Cell
  readonly headings: readonly Cell[]
}

const plain = /^([-+]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(%?)$/

function readCell(
  around: CellAround,
  { findings, refused }: { findings: Placed<Finding>[]; refused: RefusedCell[] },
): void {
  const { cell, headings } = around
  const [, sign = '', digits, percent] = plain.exec(fold(cell.text).text) ?? []
  const paragraph = toParagraph([...headings, cell])
  const refuse = (because: RefusedBecause, candidate?: RefusedCell['candidate']) =>
    refused.push({ because, line: cell.line, quote: paragraph.text, ...(candidate ? { candidate } : {}) })
  if (digits === undefined) {
    refuse('not-an-observation')
    return
  }
  const value = (sign === '-' ? '-' : '') + digits.replaceAll(',', '')
  const combined = combine({ ...around, cellUnits: percent ? [{ scale: '', unit: '%' }] : [] })
  if (typeof combined === 'string') {
    refuse(combined, combined === 'unknown-subject' ? toCandidate(around, value) : undefined)
    return
  }
  const { unit, ...said } = combined
  const start = paragraph.text.length - cell.text.length
  const end = paragraph.text.length
  const quantity = { kind: 'quantity', start, digit: start, end, value, ...unit, qualifier: '' } as const
  const item = { rule: 'table', start: 0, end, quantity, negative: false, undated: false, ...said }
  findings.push({ item, paragraph, folded: unfolded(paragraph.text), table: around.table })
}

/** The name of a row that the catalogue may lack, where the number has a unit. */
function toCandidate({ stub, column, outer }: CellAround, value: string): RefusedCell['candidate'] {
  const phrase = stub.unknown.trim()
  const [unit] = [stub.units, column.label.units, outer.units].find((units) => units.length > 0) ?? []
  const isNamed = stub.indicators.length > 0 || column.label.indicators.length > 0
  if (isNamed || column.label.measure || phrase.length < 2) return undefined
  if (column.label.unknown !== '' || !unit) return undefined
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

const unfolded = (text: string): Folded => ({
  text,
  at: Uint32Array.from({ length: text.length + 1 }, (_, at) => at),
  asides: [],
})
