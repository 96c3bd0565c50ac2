import { stringify } from 'csv-stringify/sync'
import type { Cell, Column, ColumnType } from '#server/tables/column.ts'
import type { ExportRow } from '#server/tables/export-columns.ts'
import type { ExportTable } from './export-format.ts'

interface CsvTable<Row> extends Pick<ExportTable, 'language' | 'bom'> {
  readonly columns: readonly Column<Row>[]
  readonly rows: AsyncIterable<readonly Row[]>
}

/** RFC 4180 in UTF-8, with its mark where that is asked for; the header are the ids of the columns. */
export async function* csv<Row = ExportRow>({
  columns,
  language,
  rows,
  bom,
}: CsvTable<Row>): AsyncGenerator<Uint8Array> {
  let head = `${bom ? '\uFEFF' : ''}${toLines([columns.map(({ id }) => id)])}`
  for await (const batch of rows) {
    const lines = batch.map((row) => columns.map((column) => print(column, column.cell(row, language))))
    yield encoder.encode(head + toLines(lines))
    head = ''
  }
  if (head) yield encoder.encode(head)
}

const encoder = new TextEncoder()

const toLines = (lines: string[][]) => stringify(lines, { record_delimiter: '\r\n' })

const numeric = new Set<ColumnType>(['number', 'integer'])

/** A spreadsheet runs text that begins like a formula: an apostrophe makes it text again. Numbers are left alone. */
function print({ type }: { readonly type: ColumnType }, cell: Cell): string {
  const text = cell === null ? '' : String(cell)
  if (numeric.has(type) && /^-?\d+(\.\d+)?$/.test(text)) return text
  return /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text
}
