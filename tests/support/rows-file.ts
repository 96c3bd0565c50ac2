import { DuckDBInstance } from '@duckdb/node-api'

/** Writes what a question in SQL gives as a Parquet file. */
export async function writeParquet(file: string, sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`copy (${sql}) to '${file}' (format parquet)`)
  connection.closeSync()
  instance.closeSync()
}

/** What a question in SQL gives in a database file, or of files that it names. */
export async function askFile(file: string, sql: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' })
  const connection = await instance.connect()
  const rows = (await connection.runAndReadAll(sql)).getRowsJson()
  connection.closeSync()
  instance.closeSync()
  return rows
}
