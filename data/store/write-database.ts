import { type DuckDBAppender, DuckDBInstance } from '@duckdb/node-api'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import { createTable, createView } from './create-table.ts'
import { number, observation } from './schema.ts'

/** A table of the schema with its rows, by column name. */
export interface TableRows {
  readonly table: PgTable
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

/**
 * Writes a new database file, whole and checkpointed, so that it can be renamed into place; with the numbers also the view
 * of all that is known of each.
 * @param file a path at which nothing stands.
 * @param onTable told the name of each table when it is written.
 */
export async function writeDatabase(
  file: string,
  tables: readonly TableRows[],
  onTable: (name: string) => void = () => {},
): Promise<void> {
  const instance = await DuckDBInstance.create(file)
  const connection = await instance.connect()
  try {
    for (const { table, rows } of tables) {
      const { name, columns } = getTableConfig(table)
      await connection.run(createTable(table))
      const appender = await connection.createAppender(name)
      for (const row of rows) {
        for (const column of columns) append(appender, row[column.name])
        appender.endRow()
      }
      appender.closeSync()
      onTable(name)
    }
    if (tables.some(({ table }) => table === number)) await connection.run(createView(observation))
    await connection.run('checkpoint')
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

const isWhole = (value: number) => Number.isInteger(value) && Math.abs(value) < 2 ** 31

/** Decimals go in as text and are cast exactly by the appender; objects are kept as JSON. */
function append(appender: DuckDBAppender, value: unknown): void {
  if (value === null || value === undefined) appender.appendNull()
  else if (typeof value === 'string') appender.appendVarchar(value)
  else if (typeof value === 'number')
    isWhole(value) ? appender.appendInteger(value) : appender.appendDouble(value)
  else if (typeof value === 'boolean') appender.appendBoolean(value)
  else appender.appendVarchar(JSON.stringify(value))
}
