import { DuckDBInstance } from '@duckdb/node-api'
import { getTableConfig } from 'drizzle-orm/pg-core'
import { createTable } from './create-table.ts'
import { checksumOf, contentId, engineOf, takeFingerprint } from './fingerprint.ts'
import { writeHistory } from './history.ts'
import * as schema from './schema.ts'

export type Snapshot = typeof schema.snapshot.$inferSelect

/** What its maker knows of a content. */
export type About = Pick<Snapshot, 'inputs' | 'read' | 'published' | 'refused' | 'added'>

interface Seal {
  readonly about: About
  /** When it is published, as an instant in ISO 8601. */
  readonly at: string
  /** The file of the version before, whose history goes on. */
  readonly previous?: string | undefined
}

/**
 * Makes a version of a database file that holds all tables of the content: gives it its history, its name and its
 * checksum, in the place of those it may have. The file is whole and checkpointed afterwards.
 */
export async function sealDatabase(file: string, { about, at, previous }: Seal): Promise<Snapshot> {
  const instance = await DuckDBInstance.create(file, { memory_limit: '2GB' })
  const connection = await instance.connect()
  try {
    for (const { name } of [schema.snapshot, schema.version, schema.change].map(getTableConfig))
      await connection.run(`drop table if exists ${name}`)
    const content = await takeFingerprint(connection)
    const id = contentId(content)
    const version = await writeHistory(connection, { id, at, numbers: about.published }, previous)
    const engine = await engineOf(connection)
    const { published_at } = version
    const said = { id, schema_version: schema.schemaVersion, engine, published_at, ...about }
    const snapshot = { ...said, checksum: checksumOf(await takeFingerprint(connection, content), said) }
    await connection.run(createTable(schema.snapshot))
    await connection.run(
      `insert into snapshot by name select ${Object.keys(snapshot).map((name, at) => `$${at + 1} as ${name}`)}`,
      Object.values(snapshot),
    )
    await connection.run('checkpoint')
    return snapshot
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
