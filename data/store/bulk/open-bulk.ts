import { rmSync } from 'node:fs'
import { type DuckDBAppender, type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'

/** A workbench for millions of rows: tables of its own that nobody keeps, and the database that is being written. */
export interface Bulk {
  run(sql: string): Promise<void>
  ask(sql: string): Promise<unknown[][]>
  /** The rows of a question as they come, some thousand at a time. */
  stream(sql: string): AsyncIterable<Readonly<Record<string, unknown>>[]>
  /** Adds rows to a table, also while an answer is still being read: `combination`, or `store.refusal`. */
  append(table: string, rows: readonly (readonly Cell[])[]): Promise<void>
  /** Opens a database file under the name `store`. */
  attach(file: string): Promise<void>
  close(): void
}

export type Cell = string | number | boolean | null

/** What DuckDB may hold in memory, beside what Node takes. */
const memory = '1000MB'

/**
 * Opens a workbench in memory.
 * @param spill a folder for what does not fit into memory; it is removed when the workbench is closed.
 */
export async function openBulk(spill: string): Promise<Bulk> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: memory,
    temp_directory: spill,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  const writer = await instance.connect()
  return {
    run: async (sql) => void (await connection.run(sql)),
    ask: async (sql) => (await connection.runAndReadAll(sql)).getRowsJson(),
    async *stream(sql) {
      yield* (await connection.stream(sql)).yieldRowObjectJson()
    },
    append: async (table, rows) => {
      const appender = await createAppender(writer, table)
      for (const row of rows) {
        for (const cell of row) append(appender, cell)
        appender.endRow()
      }
      appender.closeSync()
    },
    attach: async (file) => void (await connection.run(`attach ${quoted(file)} as store`)),
    close: () => {
      writer.closeSync()
      connection.closeSync()
      instance.closeSync()
      rmSync(spill, { recursive: true, force: true })
    },
  }
}

function createAppender(connection: DuckDBConnection, path: string): Promise<DuckDBAppender> {
  const [table = '', catalog] = path.split('.').toReversed()
  return connection.createAppender(table, 'main', catalog)
}

function append(appender: DuckDBAppender, cell: Cell): void {
  if (cell === null) appender.appendNull()
  else if (typeof cell === 'string') appender.appendVarchar(cell)
  else if (typeof cell === 'number') appender.appendDouble(cell)
  else appender.appendBoolean(cell)
}

/** A text as SQL writes it. */
export const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

/** What JavaScript trims off. */
const blanks = [
  9,
  10,
  11,
  12,
  13,
  0x20,
  0xa0,
  0x1680,
  ...Array.from({ length: 11 }, (_, at) => 0x2000 + at),
  0x2028,
  0x2029,
  0x202f,
  0x205f,
  0x3000,
  0xfeff,
]

export const trimmed = (column: string) => `trim(${column}, ${quoted(String.fromCodePoint(...blanks))})`
