import { stringify } from 'csv-stringify/sync'
import type { ExportFormat } from './export-format.ts'
import { type ExportRow, exportColumns } from './export-row.ts'

const columns = Object.keys(exportColumns) as (keyof typeof exportColumns)[]

/** UTF-8 with the mark that Excel needs to see Chinese; RFC 4180 lines. */
export const csv: ExportFormat = {
  mediaType: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  write: (rows) =>
    stringify(rows.map(toCells), { bom: true, header: true, columns, record_delimiter: '\r\n' }),
}

const toCells = (row: ExportRow) =>
  Object.fromEntries(columns.map((column) => [column, guard(row[column], column)]))

/** A spreadsheet runs text that begins like a formula: an apostrophe makes it text again. Numbers are left alone. */
function guard(cell: string, column: keyof ExportRow): string {
  if (exportColumns[column] === 'number' && /^-?\d+(\.\d+)?$/.test(cell)) return cell
  return /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? `'${cell}` : cell
}
