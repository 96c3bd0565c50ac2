import type { TableColumn } from './table-column.ts'

/** The columns that tell rows apart, and those in which all rows are the same: they are said once. */
export function partColumns<Row>(columns: readonly TableColumn<Row>[], rows: readonly Row[]) {
  const isConstant = (column: TableColumn<Row>) =>
    rows.length > 1 && !column.stays && !column.isHead && isSame(column, rows)
  return {
    shown: columns.filter((column) => !isConstant(column) && !isEmpty(column, rows)),
    constant: columns.filter((column) => isConstant(column) && !isEmpty(column, rows)),
  }
}

const isEmpty = <Row>({ stays, isHead, cell }: TableColumn<Row>, rows: readonly Row[]) =>
  !stays && !isHead && rows.every((row) => isNothing(cell(row, 'zh')))

const isNothing = (cell: unknown) => cell === null || cell === ''

/** Rows without anything in the column do not make it differ. */
function isSame<Row>({ cell, same }: TableColumn<Row>, rows: readonly Row[]): boolean {
  const filled = rows.filter((row) => !isNothing(cell(row, 'zh')))
  const keys = new Set(filled.map((row) => same?.(row) ?? String(cell(row, 'zh'))))
  return keys.size === 1
}

/** A row with something in a column of which all rows say the same. */
export const exampleOf = <Row>({ cell }: TableColumn<Row>, rows: readonly Row[]): Row | undefined =>
  rows.find((row) => !isNothing(cell(row, 'zh')))
