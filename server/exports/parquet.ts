import { join } from 'node:path'
import {
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBValue,
  VARCHAR,
} from '@duckdb/node-api'
import { monthsOf, parsePeriod } from '#data/model/period.ts'
import type { Cell, ColumnType } from '#server/tables/column.ts'
import type { ExportRow } from '#server/tables/export-columns.ts'
import { describeTable, explainUnits } from './about/describe-table.ts'
import type { ExportTable, WriteFile } from './export-format.ts'
import { spoolFile } from './pieces/spool.ts'

/**
 * Parquet by DuckDB, packed with zstd: the rows go into a database of its own on the disk, from there into the file, from
 * there to the reader.
 */
export const parquet: WriteFile = (table) => spoolFile((file, folder) => writeParquet(table, folder, file))

async function writeParquet(table: ExportTable, folder: string, file: string): Promise<void> {
  const instance = await DuckDBInstance.create(join(folder, 'rows.duckdb'), {
    threads: '1',
    memory_limit: '256MB',
    temp_directory: folder,
  })
  try {
    const connection = await instance.connect()
    const columns = [...table.columns.map(toParquet), ...dayColumns]
    await connection.run(`create table row_text (${columns.map(({ id }) => `"${id}" varchar`).join(', ')})`)
    const units = await append(connection, columns, table)
    await connection.run(copyStatement(columns, metadataOf(table, units), file))
    connection.closeSync()
  } finally {
    instance.closeSync()
  }
}

interface ParquetColumn {
  readonly id: string
  readonly type: string
  text(row: ExportRow): Cell
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
const typeOf = (id: string, type: ColumnType) => (id === 'printed_value' ? 'VARCHAR' : types[type])

function toParquet({ id, type, cell }: ExportTable['columns'][number]): ParquetColumn {
  return { id, type: typeOf(id, type), text: (row) => cell(row, 'zh') }
}

/** What a program would have to read out of the text of a period or a date. */
const dayColumns: readonly ParquetColumn[] = [
  { id: 'period_start', type: 'DATE', text: ({ period }) => daysOf(period)?.first ?? null },
  { id: 'period_end', type: 'DATE', text: ({ period }) => daysOf(period)?.last ?? null },
  {
    id: 'published_day',
    type: 'DATE',
    text: ({ published }) => (/^\d{4}-\d{2}-\d{2}$/.test(published) ? published : null),
  },
]

function daysOf(text: string): { first: string; last: string } | undefined {
  const period = parsePeriod(text, 'span')
  if (!period) return undefined
  const { start, end } = monthsOf(period)
  const last = new Date(Date.UTC(Number(end.slice(0, 4)), Number(end.slice(5)), 0))
  return { first: `${start}-01`, last: last.toISOString().slice(0, 10) }
}

/** @returns the units that the rows are in. */
async function append(
  connection: DuckDBConnection,
  columns: readonly ParquetColumn[],
  table: ExportTable,
): Promise<Set<string>> {
  const appender = await connection.createAppender('row_text')
  const units = new Set<string>()
  for await (const batch of table.rows) {
    for (const { unit } of batch) units.add(unit)
    for (let start = 0; start < batch.length; start += mostInChunk)
      appender.appendDataChunk(toChunk(columns, batch.slice(start, start + mostInChunk)))
    appender.flushSync()
  }
  appender.closeSync()
  return units
}

/** As many rows as DuckDB takes at once. */
const mostInChunk = 2048

function toChunk(columns: readonly ParquetColumn[], rows: readonly ExportRow[]): DuckDBDataChunk {
  const chunk = DuckDBDataChunk.create(columns.map(() => VARCHAR))
  chunk.setColumns(columns.map(({ text }) => rows.map((row) => toText(text(row)))))
  return chunk
}

/** Nothing at all is null, so that a column says where it has no value. */
const toText = (cell: Cell): DuckDBValue => (cell === null || cell === '' ? null : String(cell))

function copyStatement(
  columns: readonly ParquetColumn[],
  metadata: Readonly<Record<string, string>>,
  file: string,
): string {
  const cast = columns.map(({ id, type }) => `cast("${id}" as ${type}) as "${id}"`).join(', ')
  const pairs = Object.entries(metadata).map(([key, value]) => `"${key}": ${literal(value)}`)
  return `copy (select ${cast} from row_text) to ${literal(file)}
    (format parquet, compression zstd, row_group_size 32768, kv_metadata {${pairs.join(', ')}})`
}

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

function metadataOf(table: ExportTable, units: Set<string>): Record<string, string> {
  const { language, catalog, columns } = table
  const remarks = describeTable(table).map(({ id, value }) => [id, value[language]])
  return {
    ...Object.fromEntries(remarks),
    units: JSON.stringify(
      Object.fromEntries(explainUnits(units, catalog).map(({ id, value }) => [id, value])),
    ),
    columns: JSON.stringify(Object.fromEntries(columns.map(({ id, heading }) => [id, heading]))),
  }
}
