import type { Cell } from '#etl/document.ts'
import type { Piece } from '../format.ts'
import { foldText } from '../text/fold-text.ts'
import { placed } from '../text/placed-text.ts'
import { isTableCaption, isUnitLine } from '../text/signs.ts'
import { isSingle, makeTable, textsOf } from './make-table.ts'

/** The tables and lines of text on a sheet. */
export function sheetPieces(grid: Rows): Piece[] {
  return splitSheet(grid).flatMap(piecesOf)
}

/** Single texts above and below a table are lines; what lies between is the table. */
function piecesOf(rows: Rows): Piece[] {
  const first = rows.findIndex((row) => !isSingle(row))
  const last = rows.findLastIndex((row) => !isSingle(row))
  if (first < 0) return rows.flatMap(toText)
  return [
    ...rows.slice(0, first).flatMap(toText),
    makeTable(rows.slice(first, last + 1)),
    ...rows.slice(last + 1).flatMap(toText),
  ]
}

function toText(row: readonly Cell[]): Piece[] {
  const cell = row.find(({ text }) => text !== '')
  if (!cell) return []
  return [{ kind: 'text', ...foldText(placed(cell.text, cell.line, cell.column)), level: 0, gap: true }]
}

type Row = readonly Cell[]
type Rows = readonly Row[]

/** Rows that are read together, and how many columns those with cells have. */
interface Part {
  readonly rows: Row[]
  width: number
}

/**
 * What stands on a sheet, a table with the lines around it each. Empty rows part it, but rows without a header of their
 * own belong to the table above; a title with a header below it begins another table, empty row or not.
 */
function splitSheet(grid: Rows): Rows[] {
  const parts: Part[] = []
  for (const rows of stretchesOf(grid).flatMap(splitAtTitles)) {
    const above = parts.at(-1)
    const part = { rows, width: widest(rows) }
    if (above && goesOn(above, part)) {
      for (const row of rows) above.rows.push(row)
    } else parts.push(part)
  }
  return parts.map(({ rows }) => rows)
}

/** What empty rows part; lines without a table of their own are read with what follows, notes at the end by themselves. */
function stretchesOf(grid: Rows): Row[][] {
  const stretches: Row[][] = [[]]
  let wasEmpty = false
  for (const row of grid) {
    const isEmpty = textsOf(row).length === 0
    const last = stretches.at(-1)
    if (!isEmpty && wasEmpty && last?.some(hasCells)) stretches.push([row])
    else if (!isEmpty) last?.push(row)
    wasEmpty = isEmpty
  }
  return stretches.filter(({ length }) => length > 0)
}

/** A title below figures, and below it a header over figures: another table. */
function splitAtTitles(rows: Row[]): Row[][] {
  const starts: number[] = []
  let hasFigures = false
  for (const [at, row] of rows.entries()) {
    if (hasFigures && isLine(row) && hasCells(rows[at - 1]) && isOverHeader(rows, at)) {
      starts.push(at)
      hasFigures = false
    }
    hasFigures ||= hasFigure(row)
  }
  return [0, ...starts].map((start, i) => rows.slice(start, starts[i]))
}

/** Whether words alone follow the lines here, and then figures. */
function isOverHeader(rows: Rows, at: number): boolean {
  let head = at
  while (isLine(rows[head])) head++
  let first = head
  while (hasCells(rows[first]) && !hasFigure(rows[first])) first++
  return first > head && hasFigure(rows[first])
}

/** Whether it is more of the table above: no header, no title, and nothing beside its columns. */
function goesOn(above: Part, { rows, width }: Part): boolean {
  const lead = rows.findIndex(hasCells)
  return lead >= 0 && width <= above.width && hasFigure(rows[lead]) && rows.slice(0, lead).every(isSection)
}

const hasCells = (row: Row | undefined) => row !== undefined && textsOf(row).length > 1
const isLine = (row: Row | undefined) => row !== undefined && textsOf(row).length < 2
const widest = (rows: Rows) =>
  rows.reduce((most, row) => (hasCells(row) ? Math.max(most, widthOf(row)) : most), 0)
const widthOf = (row: Row) => row.findLastIndex(({ text }) => text !== '') + 1

/** 「东部地区」, 「2023年」 over some rows; a title, a unit or a note is none. */
function isSection(row: Row): boolean {
  const [text = ''] = textsOf(row)
  const isTitle = /[：，。；]|情况|指标|一览|统计|表$/.test(text) || isTableCaption(text) || isUnitLine(text)
  return text.length <= 16 && !isTitle
}

/** Behind the name of a row, or the dash that stands for none; a year or a month heads a column. */
const hasFigure = (row: Row = []) => row.slice(1).some(({ text }) => none.test(text) || figure.test(text))
const none = /^[-—–−…·*.]{1,3}$/
const figure =
  /^(?!(?:19|20)\d{2}(?:0[1-9]|1[0-2])?$)[-+−≥≤><约超]?\d[\d,]*(?:\.\d+)?(?![\d.]|\s?[年月季、/-]|[Qq]\d|G(?!B))/
