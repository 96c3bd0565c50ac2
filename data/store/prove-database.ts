import { statSync } from 'node:fs'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { Column, is } from 'drizzle-orm'
import { getTableConfig, getViewConfig, PgTable, PgView } from 'drizzle-orm/pg-core'
import { errorCode } from '#data/model/error-code.ts'
import { checksumOf, engineOf, takeFingerprint } from './fingerprint.ts'
import * as schema from './schema.ts'
import type { Snapshot } from './seal-database.ts'
import { asUnusable, damaged, rebuild, UnusableDatabase } from './unusable-database.ts'

/** Files that have been proven by this process, by what they are on the disk. */
const proven = new Map<string, Snapshot>()

/**
 * Proves that a file is a version as it was written: of our schema and engine, with every table and column, and of the
 * checksum it says. That reads all of it, a second for some hundred megabytes, with little memory; a file
 * proven by this process is not read again until it changes.
 * @throws UnusableDatabase
 */
export async function proveDatabase(file: string): Promise<Snapshot> {
  const identity = identityOf(file)
  const known = proven.get(identity)
  if (known) return known
  const snapshot = await readDatabase(file, (connection) => prove(connection, file))
  proven.set(identity, snapshot)
  return snapshot
}

/**
 * Opens a file for reading, asks it, and closes it.
 * @throws UnusableDatabase for whatever is wrong with it
 */
export async function readDatabase<Result>(
  file: string,
  ask: (connection: DuckDBConnection) => Promise<Result>,
): Promise<Result> {
  identityOf(file)
  let instance: DuckDBInstance | undefined
  try {
    instance = await DuckDBInstance.create(file, {
      access_mode: 'READ_ONLY',
      memory_limit: '128MB',
      // For a file of SQLite it would fetch one over the net.
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    })
    const connection = await instance.connect()
    try {
      return await ask(connection)
    } finally {
      connection.closeSync()
    }
  } catch (cause) {
    throw asUnusable(file, cause)
  } finally {
    instance?.closeSync()
  }
}

async function prove(connection: DuckDBConnection, file: string): Promise<Snapshot> {
  const there = await columnsIn(connection)
  const said = await readSnapshot(connection, there)
  const version = said?.schema_version
  if (version !== schema.schemaVersion)
    throw new UnusableDatabase(
      'other-schema',
      `数据库 ${file} 的结构版本是 ${version ?? '旧的'}，本程序需要 ${schema.schemaVersion}；${rebuild}`,
    )
  const engine = await engineOf(connection)
  if (said?.engine !== engine)
    throw new UnusableDatabase(
      'other-engine',
      `数据库 ${file} 由 DuckDB ${said?.engine} 写成，本程序用 ${engine}；${rebuild}`,
    )
  const missing = columnsNeeded.find((column) => !there.has(column))
  if (missing !== undefined) throw damaged(file, `缺少 ${missing}`)
  const { checksum, ...rest } = said
  if (checksum !== checksumOf(await takeFingerprint(connection), rest))
    throw damaged(file, '内容与发布时的校验和不符')
  return said
}

/** `table.column` of everything the schema names, views too. */
const columnsNeeded = Object.values(schema).flatMap((each: unknown) => {
  const named = (table: string, columns: readonly { readonly name: string }[]) =>
    columns.map((column) => `${table}.${column.name}`)
  if (is(each, PgTable)) return named(getTableConfig(each).name, getTableConfig(each).columns)
  if (!is(each, PgView)) return []
  const { name, selectedFields } = getViewConfig(each)
  return named(
    name,
    Object.values(selectedFields).filter((field) => is(field, Column)),
  )
})

async function columnsIn(connection: DuckDBConnection): Promise<Set<string>> {
  const reader = await connection.runAndReadAll(
    `select table_name || '.' || column_name from duckdb_columns() where database_name = current_database()`,
  )
  return new Set(reader.getRowsJson().map(([column]) => String(column)))
}

async function readSnapshot(
  connection: DuckDBConnection,
  there: ReadonlySet<string>,
): Promise<Snapshot | undefined> {
  if (!there.has('snapshot.schema_version')) return undefined
  const rows = (await connection.runAndReadAll('select * from snapshot')).getRowObjectsJson()
  return rows[0] as unknown as Snapshot | undefined
}

/** Looks without opening: to open and close a file again drops the locks that this process has on it. */
function identityOf(file: string): string {
  const found = statOf(file)
  if (found === undefined)
    throw new UnusableDatabase('missing', `没有数据库文件 ${file}；请运行 npm run etl -- build 发布一份`)
  if (!found.isFile()) throw new UnusableDatabase('unreadable', `${file} 不是文件，请检查路径`)
  return [found.dev, found.ino, found.mtimeNs, found.size].join(':')
}

function statOf(file: string) {
  try {
    return statSync(file, { bigint: true, throwIfNoEntry: false })
  } catch (cause) {
    throw new UnusableDatabase('unreadable', `无法读取 ${file}（${errorCode(cause)}），请检查路径`, cause)
  }
}
