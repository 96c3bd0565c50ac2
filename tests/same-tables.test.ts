import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '#data/store/open-store.ts'
import * as schema from '#data/store/schema.ts'
import { build } from '#etl/build.ts'

async function hashesOf(out: string): Promise<Record<string, string>> {
  await build({ dataFolder: 'data', out, inputs: 'test' })
  const { db, close } = await openStore(out)
  const hashes: Record<string, string> = {}
  for (const table of Object.values(schema).filter((each) => is(each, PgTable))) {
    const rows = await db.select().from(table)
    const { name } = getTableConfig(table)
    expect([name, rows.length > 0]).toEqual([name, true])
    hashes[name] = createHash('sha256').update(JSON.stringify(rows)).digest('hex')
  }
  await close()
  return hashes
}

test('building the same inputs twice gives the same tables, row for row', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'youju-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const first = await hashesOf(join(folder, 'first.duckdb'))
  expect(Object.keys(first)).toContain('series_break')
  expect(await hashesOf(join(folder, 'second.duckdb'))).toEqual(first)
})
