import type { DuckDBConnection } from '@duckdb/node-api'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import { createTable } from './create-table.ts'
import { changesListed, change as changeTable, version as versionTable } from './schema.ts'

/** A version as its history names it. */
export type Version = typeof versionTable.$inferSelect

interface Published {
  readonly id: string
  /** An instant in ISO 8601. */
  readonly at: string
  /** Numbers in it. */
  readonly numbers: number
}

/** What makes two statements one fact, in the order and spelling of `cellOf`. */
const cell = [
  'indicator',
  'region',
  `case when is_moment then 'moment' else 'span' end`,
  'start_month',
  'end_month',
  'measure',
  'compilation',
  'share_of',
  'compared_to',
  `case when status = 'preliminary' then 'actual' else status end`,
]
/** The identity of the fact that a row of `observation` states, in SQL. */
export const factInSql = `concat_ws('|', ${cell.join(', ')})`
const shown = `hash(${[...cell, 'value', 'unit'].join(', ')})`

/** The columns of `observation` without which two versions cannot be compared. */
const compared = [
  'rank',
  'indicator',
  'region',
  'is_moment',
  'start_month',
  'end_month',
  'measure',
  'compilation',
  'share_of',
  'compared_to',
  'status',
  'value',
  'unit',
]

/**
 * Writes the tables `version` and `change` of a file whose other tables are there.
 * @param previous path of the version published before, whose history goes on; it is attached for reading.
 * Where that is of an older schema and cannot be compared, all facts count as added and none is listed; where it knows no history, one begins.
 * @returns the row of this version: a new one, or the last one where the content is that of the version before.
 */
export async function writeHistory(
  connection: DuckDBConnection,
  published: Published,
  previous?: string,
): Promise<Version> {
  for (const table of [versionTable, changeTable]) await connection.run(createTable(table))
  if (previous === undefined) return begin(connection, published)
  await connection.run(`attach '${previous.replaceAll("'", "''")}' as previous (read_only)`)
  try {
    return await goOn(connection, published)
  } finally {
    await connection.run('detach previous')
  }
}

async function begin(connection: DuckDBConnection, published: Published): Promise<Version> {
  return append(connection, published, 1, { added: await countFacts(connection) })
}

async function goOn(connection: DuckDBConnection, published: Published): Promise<Version> {
  const before = await columnsOfPrevious(connection)
  const holds = (table: PgTable) =>
    getTableConfig(table).columns.every(({ name }) => before.get(getTableConfig(table).name)?.includes(name))
  if (!holds(versionTable) || !holds(changeTable)) return begin(connection, published)
  for (const table of ['version', 'change'])
    await connection.run(`insert into ${table} by name select * from previous.${table} order by position`)
  const last = (await versionsIn(connection)).at(-1)
  if (last === undefined) return begin(connection, published)
  if (last.id === published.id) return last
  const position = last.position + 1
  if (!compared.every((name) => before.get('observation')?.includes(name)))
    return append(connection, published, position, { added: await countFacts(connection) })
  await compareFacts(connection)
  const version = await append(connection, published, position, await countChanges(connection))
  const changed = version.added + version.revised + version.removed
  if (changed <= changesListed) await listChanges(connection, position)
  await connection.run('drop table difference; drop table earlier; drop table later')
  return version
}

/** Hashes of what is shown part the few facts that changed from the millions that did not; only those are compared in full. */
async function compareFacts(connection: DuckDBConnection): Promise<void> {
  const of = (table: string) => `select ${shown} as shown from ${table} where rank = 1`
  await connection.run(`create temp table earlier as ${of('previous.observation')}`)
  await connection.run(`create temp table later as ${of('observation')}`)
  await connection.run(
    `create temp table difference as
     select coalesce(n.fact, p.fact) as fact,
       case when p.fact is null then 'added' when n.fact is null then 'removed' else 'revised' end as kind
     from (select ${factInSql} as fact from observation where rank = 1 and ${shown} not in (select shown from earlier)) n
     full join (${facts()}) p on n.fact = p.fact`,
  )
}

/** The facts that the version before showed and this one does not. */
const facts = (alsoWanted = '') =>
  `select ${factInSql} as fact${alsoWanted} from previous.observation
   where rank = 1 and ${shown} not in (select shown from later)`

async function countChanges(connection: DuckDBConnection): Promise<Partial<Version>> {
  const rows = await ask(connection, 'select kind, count(*)::integer from difference group by kind')
  return Object.fromEntries(rows)
}

async function listChanges(connection: DuckDBConnection, position: number): Promise<void> {
  const columns = await ask(
    connection,
    `select column_name from duckdb_columns()
     where database_name = 'previous' and table_name = 'observation' order by column_index`,
  )
  const entries = columns.map(([name]) => `'${name}': "${name}"`)
  await connection.run(
    `insert into change select ${position}, kind, fact, previous from difference
     left join (${facts(`, to_json({${entries.join(', ')}}) as previous`)}) using (fact) order by fact`,
  )
}

async function append(
  connection: DuckDBConnection,
  { id, at, numbers }: Published,
  position: number,
  counts: Partial<Version>,
): Promise<Version> {
  const none = { added: 0, revised: 0, removed: 0 }
  const row = { position, id, published_at: at, published: numbers, ...none, ...counts }
  const { added, revised, removed } = row
  await connection.run('insert into version values ($1, $2, $3, $4, $5, $6, $7)', [
    position,
    id,
    at,
    numbers,
    added,
    revised,
    removed,
  ])
  return row
}

/** The versions a database tells of, the oldest first. */
export async function versionsIn(connection: DuckDBConnection): Promise<Version[]> {
  const reader = await connection.runAndReadAll('select * from version order by position')
  return reader.getRowObjectsJson() as unknown as Version[]
}

async function countFacts(connection: DuckDBConnection): Promise<number> {
  const [counted] = await ask(connection, 'select count(*)::integer from observation where rank = 1')
  return Number(counted?.[0])
}

/** The names of columns in the version before, by table or view. */
async function columnsOfPrevious(connection: DuckDBConnection): Promise<Map<string, string[]>> {
  const rows = await ask(
    connection,
    `select table_name, list(column_name) from duckdb_columns() where database_name = 'previous' group by table_name`,
  )
  return new Map(rows as unknown as [string, string[]][])
}

const ask = async (connection: DuckDBConnection, sql: string) =>
  (await connection.runAndReadAll(sql)).getRowsJson()
