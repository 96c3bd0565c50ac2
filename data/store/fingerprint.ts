import { createHash } from 'node:crypto'
import type { DuckDBConnection } from '@duckdb/node-api'

/** What the tables of a database hold, one line each, by name: form, rows and a hash of them that knows no order. */
export type Fingerprint = ReadonlyMap<string, string>

/** Tables that tell of the content and are not part of it. */
const apart = new Set(['snapshot', 'version', 'change'])

/**
 * Reads every value of every table of the open database once: 64-bit hashes of the rows, added up, so that equal rows
 * do not cancel each other. Views are taken by their definition.
 * @param known lines of tables that have been read already, and stand as they did.
 */
export async function takeFingerprint(
  connection: DuckDBConnection,
  known: Fingerprint = new Map(),
): Promise<Fingerprint> {
  const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson() as string[][]
  const tables = await ask(
    `select t.table_name, list(column_name order by column_index), list(data_type order by column_index)
     from duckdb_tables() t join duckdb_columns() c using (database_name, schema_name, table_name)
     where database_name = current_database() group by t.table_name order by t.table_name`,
  )
  const views = await ask(
    'select view_name, sql from duckdb_views() where database_name = current_database() and not internal order by view_name',
  )
  const lines = new Map([...known, ...views.map(([name = '', sql = '']) => [name, sql] as const)])
  for (const [name = '', columns, types] of tables.filter(([name = '']) => !known.has(name))) {
    const names = [...(columns ?? [])].map((column) => `"${column}"`).join(', ')
    const [counted] = await ask(`select count(*), coalesce(sum(hash(${names})::hugeint), 0) from "${name}"`)
    lines.set(name, [names, types, ...(counted ?? [])].join(' '))
  }
  return lines
}

/** The version of DuckDB at work. Another one may hash otherwise. */
export async function engineOf(connection: DuckDBConnection): Promise<string> {
  const reader = await connection.runAndReadAll('select library_version from pragma_version()')
  return String(reader.getRowsJson()[0]?.[0])
}

/** The name of a content: 16 hexadecimal digits. The same figures and catalogue have the same, whatever bytes hold them. */
export const contentId = (fingerprint: Fingerprint): string =>
  digest([...fingerprint].filter(([name]) => !apart.has(name))).slice(0, 16)

/**
 * The checksum of a file: of all tables, and of what its snapshot says of itself.
 * @param said the row of the snapshot; its own `checksum` is left out.
 */
export function checksumOf(fingerprint: Fingerprint, said: Readonly<Record<string, unknown>>): string {
  const columns = Object.entries(said).filter(([name]) => name !== 'checksum')
  const tables = [...fingerprint].filter(([name]) => name !== 'snapshot')
  return digest([...tables, ...columns.map(([name, value]) => [name, String(value)] as const)])
}

function digest(lines: readonly (readonly [string, string])[]): string {
  const sorted = lines.map(([name, line]) => `${name} ${line}\n`).sort()
  return createHash('sha256').update(sorted.join('')).digest('hex')
}
