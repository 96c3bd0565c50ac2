import type { Column } from './columns.ts'
import { type LabelContext, readLabel } from './label.ts'
import type { StubbedRow } from './rows.ts'

const counted = /^总?(产量|出口量|出口额)$/

/**
 * Products in rows beside a column 产量: 集成电路 and 产量 are one name in two halves.
 * @returns the columns and rows, with the products that the catalogue knows by that name.
 */
export function withCountedProducts(
  columns: readonly Column[],
  rows: readonly StubbedRow[],
  context: LabelContext,
): { columns: readonly Column[]; rows: readonly StubbedRow[] } {
  const noun = columns.map(({ label }) => counted.exec(label.text)?.[1]).find((each) => each !== undefined)
  if (noun === undefined) return { columns, rows }
  return {
    columns: columns.map((column) =>
      counted.test(column.label.text) ? { ...column, label: { ...column.label, unknown: '' } } : column,
    ),
    rows: rows.map((row) => {
      const { indicators, unknown } = readLabel(row.label.text + noun, context)
      const isNamed = row.label.unknown !== '' && unknown === '' && indicators.length > 0
      return isNamed ? { ...row, label: { ...row.label, indicators, unknown: '' } } : row
    }),
  }
}
