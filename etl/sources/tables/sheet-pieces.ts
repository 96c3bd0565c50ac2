import type { Cell } from '#etl/document.ts'
import type { Piece } from '../format.ts'
import { foldText } from '../text/fold-text.ts'
import { placed } from '../text/placed-text.ts'
import { isSingle, makeTable } from './make-table.ts'
import { type Rows, splitSheet } from './split-sheet.ts'

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
