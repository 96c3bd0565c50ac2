import { monthsOf, parsePeriod } from '#data/model/period.ts'
import { type ParquetColumn, writeParquet } from '#data/store/write-parquet.ts'
import type { Cell, ColumnType } from '#server/tables/column.ts'
import type { ExportRow } from '#server/tables/export-columns.ts'
import { describeTable, explainUnits } from './about/describe-table.ts'
import type { ExportTable, WriteFile } from './export-format.ts'
import { spoolFile } from './pieces/spool.ts'

/** Parquet with typed columns, and days beside the text of periods and dates. */
export const parquet: WriteFile = (table) =>
  spoolFile((file, folder) => {
    const columns = [...table.columns.map((column) => toTyped(column, table.language)), ...dayColumns]
    const units = new Set<string>()
    const rows = textsOf(table.rows, columns, units)
    return writeParquet({ columns, rows, metadata: () => metadataOf(table, units), file, folder })
  })

interface TypedColumn extends ParquetColumn {
  cell(row: ExportRow): Cell
}

const types: Readonly<Record<ColumnType, string>> = {
  text: 'VARCHAR',
  code: 'VARCHAR',
  number: 'DECIMAL(38,8)',
  integer: 'BIGINT',
  boolean: 'BOOLEAN',
  period: 'VARCHAR',
  date: 'VARCHAR',
}

/** A number as printed keeps the digits it was printed with: `3.80`. */
const toTyped = (
  { id, type, cell }: ExportTable['columns'][number],
  language: ExportTable['language'],
): TypedColumn => ({
  id,
  type: id === 'printed_value' ? 'VARCHAR' : types[type],
  cell: (row) => cell(row, language),
})

/** What a program would have to read out of the text of a period or a date. */
const dayColumns: readonly TypedColumn[] = [
  { id: 'period_start', type: 'DATE', cell: ({ period }) => daysOf(period)?.first ?? null },
  { id: 'period_end', type: 'DATE', cell: ({ period }) => daysOf(period)?.last ?? null },
  {
    id: 'published_day',
    type: 'DATE',
    cell: ({ published }) => (/^\d{4}-\d{2}-\d{2}$/.test(published) ? published : null),
  },
]

function daysOf(text: string): { first: string; last: string } | undefined {
  const period = parsePeriod(text, 'span')
  if (!period) return undefined
  const { start, end } = monthsOf(period)
  const last = new Date(Date.UTC(Number(end.slice(0, 4)), Number(end.slice(5)), 0))
  return { first: `${start}-01`, last: last.toISOString().slice(0, 10) }
}

/** The texts of the rows; the units they are in are put into `units`. */
async function* textsOf(rows: ExportTable['rows'], columns: readonly TypedColumn[], units: Set<string>) {
  for await (const batch of rows) {
    for (const { unit } of batch) units.add(unit)
    yield batch.map((row) => columns.map(({ cell }) => toText(cell(row))))
  }
}

/** Nothing at all is null, so that a column says where it has no value. */
const toText = (cell: Cell) => (cell === null || cell === '' ? null : String(cell))

function metadataOf(table: ExportTable, units: ReadonlySet<string>): Record<string, string> {
  const { language, catalog, columns } = table
  const explained = explainUnits(units, catalog).map(({ id, value }) => [id, value[language]])
  return {
    ...Object.fromEntries(describeTable(table).map(({ id, value }) => [id, value[language]])),
    units: JSON.stringify(Object.fromEntries(explained)),
    columns: JSON.stringify(Object.fromEntries(columns.map(({ id, heading }) => [id, heading[language]]))),
  }
}
