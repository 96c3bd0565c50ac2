import type { Language } from '#data/model/language.ts'
import type { Cell } from '#server/tables/column.ts'
import type { CopiedColumn, TableColumn } from './table-column.ts'

/**
 * Rows as tab-separated text with a line of headings: pasted into a spreadsheet, each cell is a cell. All columns are
 * there, those of the caption too; one without anything is left out.
 */
export function toTsv<Row>(
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
  language: Language,
): string {
  const copied = columns.flatMap((column): readonly CopiedColumn<Row>[] => column.copied ?? [column])
  const filled = copied.filter(({ cell }) => rows.some((row) => print(cell(row, language)) !== ''))
  const lines = [
    filled.map(({ heading }) => heading[language]),
    ...rows.map((row) => filled.map(({ cell }) => print(cell(row, language)))),
  ]
  return lines.map((cells) => cells.join('\t')).join('\n')
}

/** One line without tabs; what begins like a formula is kept from running. */
function print(cell: Cell): string {
  const text = cell === null ? '' : String(cell).replace(/\s+/g, ' ').trim()
  if (/^-?\d+(\.\d+)?$/.test(text)) return text
  return /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text
}
