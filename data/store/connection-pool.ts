import {
  type DuckDBConnection,
  type DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBMaterializedResult,
  type DuckDBPreparedStatement,
  type DuckDBValue,
  listValue,
  JsonDuckDBValueConverter as toJson,
} from '@duckdb/node-api'
import { createCheckout } from './checkout.ts'
import { beginWait, type QueryLimits } from './query-limits.ts'
import { takeTurn } from './take-turn.ts'

const statementsKept = 200

interface Member {
  readonly connection: DuckDBConnection
  readonly statements: Map<string, DuckDBPreparedStatement>
}

/** Read-only connections to one database file, each held by one query at a time. */
export interface ConnectionPool {
  /**
   * Runs one statement and returns its rows as arrays. DECIMAL and BIGINT come as exact strings.
   * @throws QueryStopped by its limits, if it has any.
   */
  query(sql: string, parameters: readonly unknown[], limits?: QueryLimits): Promise<unknown[][]>
  /** Takes no new query, lets the running ones end, then closes. */
  close(): Promise<void>
}

/**
 * Opens a database file for reading.
 *
 * A prepared statement shared by two running queries gives wrong rows without an error, and a connection closed
 * under its query never settles: hence one query a connection, and draining before closing. Each query runs on one thread: several at once on several
 * threads each hinder each other.
 */
export async function openPool(file: string, size: number): Promise<ConnectionPool> {
  const instance = await DuckDBInstance.create(file, {
    access_mode: 'READ_ONLY',
    threads: '1',
    memory_limit: '320MB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connections = await Promise.all(Array.from({ length: size }, () => instance.connect()))
  const members = connections.map((connection): Member => ({ connection, statements: new Map() }))
  const checkout = createCheckout(members)
  return {
    query: async (sql, parameters, limits) => {
      const wait = beginWait(limits)
      try {
        return await checkout.use(wait, (member) =>
          interruptible(member, wait.signal, async () => {
            const result = await run(member, sql, parameters)
            return rowsOf(result, wait.signal)
          }),
        )
      } finally {
        wait.end()
      }
    },
    close: async () => {
      await checkout.drain()
      for (const { connection } of members) connection.closeSync()
      instance.closeSync()
    },
  }
}

/** An interrupt that comes between two steps of a query is lost: it is sent again until the query has ended. */
const interruptEvery = 50

/** Does work on a connection, which is interrupted when the signal comes, and may be used again afterwards. */
async function interruptible<Result>(
  { connection }: Member,
  signal: AbortSignal,
  work: () => Promise<Result>,
): Promise<Result> {
  signal.throwIfAborted()
  let again: NodeJS.Timeout | undefined
  const stop = () => {
    connection.interrupt()
    again = setInterval(() => connection.interrupt(), interruptEvery)
  }
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await work()
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    clearInterval(again)
    signal.removeEventListener('abort', stop)
  }
}

async function run({ connection, statements }: Member, sql: string, parameters: readonly unknown[]) {
  const known = statements.get(sql)
  const statement = known ?? (await connection.prepare(sql))
  statements.delete(sql)
  statements.set(sql, statement)
  const [oldest] = statements.keys()
  if (statements.size > statementsKept && oldest !== undefined) statements.delete(oldest)
  if (parameters.length > 0) statement.bind(parameters.map(toValue))
  return statement.run()
}

/**
 * The result is whole already: to fetch its chunks one by one, each on another thread, takes longer than to look at them.
 * Between two chunks of a long one others have their turn, and whoever has left ends it.
 */
async function rowsOf(result: DuckDBMaterializedResult, signal: AbortSignal): Promise<unknown[][]> {
  const rows: unknown[][] = []
  const { chunkCount } = result
  for (let at = 0; at < chunkCount; at++) {
    if (at > 0) await takeTurn()
    signal.throwIfAborted()
    addRows(rows, result.getChunk(at))
  }
  return rows
}

function addRows(rows: unknown[][], chunk: DuckDBDataChunk): void {
  const { columnCount, rowCount } = chunk
  const added = Array.from({ length: rowCount }, () => new Array<unknown>(columnCount))
  for (let column = 0; column < columnCount; column++) {
    const vector = chunk.getColumnVector(column)
    const { type } = vector
    for (const [at, row] of added.entries()) row[column] = toJson(vector.getItem(at), type, toJson)
  }
  for (const row of added) rows.push(row)
}

const toValue = (parameter: unknown) =>
  Array.isArray(parameter) ? listValue(parameter) : (parameter as DuckDBValue)
