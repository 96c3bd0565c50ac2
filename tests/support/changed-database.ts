import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, inject } from 'vitest'
import { sealDatabase } from '#data/store/seal-database.ts'

/** The real database changed by statements, and sealed again; gone when the tests of the file are over. */
export async function changedDatabase(statements: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'youju-changed-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'changed.duckdb')
  copyFileSync(inject('database'), file)
  await changeDatabase(file, statements)
  const about = { inputs: 'changed', read: 0, published: 0, refused: 0, added: 0 }
  await sealDatabase(file, { about, at: '2026-01-01T00:00:00.000Z' })
  return file
}

/** Runs statements in a database file, which is whole and checkpointed afterwards. */
export async function changeDatabase(file: string, statements: readonly string[]): Promise<void> {
  const instance = await DuckDBInstance.create(file)
  const connection = await instance.connect()
  for (const statement of statements) await connection.run(statement)
  await connection.run('checkpoint')
  connection.closeSync()
  instance.closeSync()
}
