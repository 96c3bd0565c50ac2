import {
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBPreparedStatement,
  type DuckDBValue,
  listValue,
} from '@duckdb/node-api'

const statementsKept = 200

interface Member {
  readonly connection: DuckDBConnection
  readonly statements: Map<string, DuckDBPreparedStatement>
}

/** Read-only connections to one database file, each held by one query at a time. */
export interface ConnectionPool {
  /** Runs one statement and returns its rows as arrays. DECIMAL and BIGINT come as exact strings. */
  query(sql: string, parameters: readonly unknown[]): Promise<unknown[][]>
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
    memory_limit: '512MB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connections = await Promise.all(Array.from({ length: size }, () => instance.connect()))
  const members = connections.map((connection): Member => ({ connection, statements: new Map() }))
  const checkout = createCheckout(members)
  return {
    query: (sql, parameters) => checkout.use((member) => run(member, sql, parameters)),
    close: async () => {
      await checkout.drain()
      for (const { connection } of members) connection.closeSync()
      instance.closeSync()
    },
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
  const reader = await statement.runAndReadAll()
  return reader.getRowsJson() as unknown[][]
}

const toValue = (parameter: unknown) =>
  Array.isArray(parameter) ? listValue(parameter) : (parameter as DuckDBValue)

/** Hands out each member to one user at a time; waiting users are served in order. */
function createCheckout<Item>(items: readonly Item[]) {
  const free = [...items]
  const waiting: ((item: Item) => void)[] = []
  let drained: (() => void) | undefined

  const take = () => {
    const item = free.pop()
    return item === undefined ? new Promise<Item>((resolve) => waiting.push(resolve)) : Promise.resolve(item)
  }
  const giveBack = (item: Item) => {
    const next = waiting.shift()
    if (next) next(item)
    else free.push(item)
    if (free.length === items.length) drained?.()
  }
  return {
    async use<Result>(work: (item: Item) => Promise<Result>): Promise<Result> {
      if (drained) throw new Error('the pool is closed')
      const item = await take()
      try {
        return await work(item)
      } finally {
        giveBack(item)
      }
    },
    drain: () =>
      new Promise<void>((resolve) => {
        drained = resolve
        if (free.length === items.length) resolve()
      }),
  }
}
