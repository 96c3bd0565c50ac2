import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openPool } from './connection-pool.ts'
import * as schema from './schema.ts'
import { writeDatabase } from './write-database.ts'

async function poolOf(size: number) {
  const folder = mkdtempSync(join(tmpdir(), 'youju-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'units.duckdb')
  const rows = Array.from({ length: 100 }, (_, position) => ({ code: `u${position}`, position, entry: {} }))
  await writeDatabase(file, [{ table: schema.unit, rows }])
  return openPool(file, size)
}

const sql = 'select code from unit where position = $1'

describe('openPool(file, size)', () => {
  test('gives each of many simultaneous questions its own answer', async () => {
    const pool = await poolOf(4)
    const asked = Array.from({ length: 400 }, (_, index) => index % 100)
    const answers = await Promise.all(asked.map((position) => pool.query(sql, [position])))
    expect(answers).toEqual(asked.map((position) => [[`u${position}`]]))
    await pool.close()
  })

  test('lets running questions end before it closes, and takes no new one', async () => {
    const pool = await poolOf(2)
    const running = [1, 2, 3, 4, 5, 6].map((position) => pool.query(sql, [position]))
    const closing = pool.close()
    await expect(pool.query(sql, [7])).rejects.toThrow('the pool is closed')
    await closing
    expect(await Promise.all(running)).toEqual([1, 2, 3, 4, 5, 6].map((position) => [[`u${position}`]]))
  })

  test('survives a statement that cannot be prepared', async () => {
    const pool = await poolOf(1)
    await expect(pool.query('select nothing from nowhere', [])).rejects.toThrow(/nowhere/)
    expect(await pool.query(sql, [9])).toEqual([['u9']])
    await pool.close()
  })

  test('refuses to write', async () => {
    const pool = await poolOf(1)
    await expect(pool.query('delete from unit', [])).rejects.toThrow(/read-only/)
    await pool.close()
  })
})
