import type { Cell } from '#server/tables/column.ts'
import { isNumeric, type TableColumn } from './table-column.ts'

type Direction = 'ascending' | 'descending'

export interface Sort {
  /** The id of the column. */
  readonly by: string
  readonly direction: Direction
}

/** What a press on a heading asks for: the way in which such a column is mostly read, then the other way, then as it was. */
export function nextSort<Row>(
  column: TableColumn<Row>,
  current: Sort | undefined,
  initial: Sort | undefined,
): Sort | undefined {
  const first: Direction = isNumeric(column) || column.type === 'period' ? 'descending' : 'ascending'
  const other: Direction = first === 'ascending' ? 'descending' : 'ascending'
  if (current?.by !== column.id) return { by: column.id, direction: first }
  if (current.direction === first) return { by: column.id, direction: other }
  return initial?.by === column.id ? { by: column.id, direction: first } : initial
}

/** The rows in the order of a column; those without anything in it are last either way, and equal ones stay as given. */
export function sortRows<Row>(
  rows: readonly Row[],
  column: TableColumn<Row> | undefined,
  sort: Sort | undefined,
) {
  if (!column || !sort) return rows
  const sign = sort.direction === 'ascending' ? 1 : -1
  const orderOf = (row: Row) => column.order?.(row) ?? column.cell(row, 'zh')
  return rows
    .map((row) => ({ row, order: orderOf(row) }))
    .toSorted((a, b) => compare(a.order, b.order, sign))
    .map(({ row }) => row)
}

const isNothing = (cell: Cell) => cell === null || cell === ''

const collator = new Intl.Collator('zh', { numeric: true })

function compare(a: Cell, b: Cell, sign: number): number {
  if (isNothing(a) || isNothing(b)) return Number(isNothing(a)) - Number(isNothing(b))
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
  return sign * collator.compare(String(a), String(b))
}
