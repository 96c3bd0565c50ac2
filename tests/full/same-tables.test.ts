import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '#data/store/open-store.ts'
import * as schema from '#data/store/schema.ts'
import { build } from '#etl/build.ts'

/** The real data with a document in the inbox that is read in part. */
function copyData(folder: string): string {
  const copy = join(folder, 'data')
  for (const name of ['catalog', 'observations', 'corrections'])
    cpSync(join('data', name), join(copy, name), { recursive: true })
  mkdirSync(join(copy, 'inbox'))
  writeFileSync(join(copy, 'inbox', 'a.txt'), '软件业简况\n\n1—4月，软件业务收入3.8万亿元，从业人员稳定。\n')
  return copy
}

async function hashesOf(dataFolder: string, out: string): Promise<Record<string, string>> {
  await build({ dataFolder, out, inputs: 'test' })
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
  const data = copyData(folder)
  const first = await hashesOf(data, join(folder, 'first.duckdb'))
  expect(Object.keys(first)).toContain('series_break')
  expect(await hashesOf(data, join(folder, 'second.duckdb'))).toEqual(first)
})
