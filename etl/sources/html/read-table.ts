import type { Cell, Table } from '#etl/document.ts'
import { makeTable, toCell } from '../tables/make-table.ts'
import type { PlacedText } from '../text/placed-text.ts'
import { attribute, type Element, elementsIn, parentOf, rawText } from './nodes.ts'

/** More columns than this no printed table has; it keeps a broken page from filling the memory. */
const mostColumns = 200

/** Whether a table holds data, and is not there to lay out a page. */
export function isDataTable(table: Element): boolean {
  const inner = [...elementsIn(table)]
  if (inner.some(({ tagName }) => tagName === 'table')) return false
  const cells = inner.filter(isCell)
  const rows = inner.filter(isRow).length
  return rows >= 2 && cells.length > rows && cells.every((cell) => rawText(cell).trim().length <= 300)
}

/** The cells of a table, each merged cell repeated wherever it reaches; `textOf` gives the text of a cell. */
export function readTable(table: Element, textOf: (element: Element) => PlacedText): Table {
  const inner = [...elementsIn(table)]
  const height = inner.filter(isRow).length
  const grid: Cell[][] = Array.from({ length: height }, () => [])
  let row = -1
  for (const element of inner) {
    if (isRow(element)) row++
    if (isCell(element) && row >= 0) place(grid, row, element, textOf(element))
  }
  const caption = inner.find(({ tagName }) => tagName === 'caption')
  const rows = grid.map((cells) => Array.from(cells, (cell) => cell ?? empty))
  return makeTable(rows, caption && toCell({ content: textOf(caption), header: false }).text)
}

const empty: Cell = { text: '', line: 1, column: 1, header: false }

function isRow({ tagName }: Element): boolean {
  return tagName === 'tr'
}

function isCell({ tagName }: Element): boolean {
  return tagName === 'td' || tagName === 'th'
}

function place(grid: Cell[][], row: number, element: Element, content: PlacedText): void {
  const cell = toCell({ content, header: element.tagName === 'th' || isInHead(element) })
  const start = firstFree(grid[row] ?? [])
  const columns = Math.min(span(element, 'colspan'), mostColumns - start)
  for (const cells of grid.slice(row, row + span(element, 'rowspan')))
    for (let i = start; i < start + columns; i++) cells[i] = cell
}

function firstFree(cells: readonly (Cell | undefined)[]): number {
  let at = 0
  while (cells[at] !== undefined) at++
  return at
}

function span(element: Element, name: string): number {
  const asked = Number.parseInt(attribute(element, name), 10)
  return asked > 0 ? asked : 1
}

function isInHead(cell: Element): boolean {
  const row = parentOf(cell)
  return row !== undefined && parentOf(row)?.tagName === 'thead'
}
