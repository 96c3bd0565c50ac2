import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openPool } from './connection-pool.ts'
import type { QueryLimits } from './query-limits.ts'
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

describe('a query with limits', () => {
  const patient = { wait: 600_000, patience: 600_000, queue: 10, signal: new AbortController().signal }
  /** Days of computing, unless it is stopped. */
  const endless =
    'select count(*) from range(10000000) a, range(10000000) b where (a.range * b.range) % 7 = $1'
  const ask = (pool: Awaited<ReturnType<typeof poolOf>>, text: string, limits: Partial<QueryLimits> = {}) =>
    pool.query(text, [3], { ...patient, ...limits })

  test('is stopped when its time is up, and its connection answers again', async () => {
    const pool = await poolOf(1)
    for (let time = 0; time < 3; time++) {
      await expect(ask(pool, endless, { patience: 60 })).rejects.toMatchObject({ reason: 'too_slow' })
      expect(await pool.query(sql, [7])).toEqual([['u7']])
    }
    await pool.close()
  })

  test('has its own time once it has its connection, however long it waited', async () => {
    const pool = await poolOf(1)
    const leaving = new AbortController()
    const running = ask(pool, endless, { signal: leaving.signal })
    const waiting = ask(pool, sql, { patience: 60 })
    setTimeout(() => leaving.abort(), 120)
    await expect(running).rejects.toMatchObject({ reason: 'abandoned' })
    expect(await waiting).toEqual([['u3']])
    await pool.close()
  })

  test('is stopped when nobody wants its answer any more, running or waiting', async () => {
    const pool = await poolOf(1)
    const leaving = new AbortController()
    const running = ask(pool, endless, { signal: leaving.signal })
    const waiting = ask(pool, sql, { signal: leaving.signal })
    const staying = ask(pool, sql)
    leaving.abort()
    await expect(running).rejects.toMatchObject({ reason: 'abandoned' })
    await expect(waiting).rejects.toMatchObject({ reason: 'abandoned' })
    expect(await staying).toEqual([['u3']])
    await expect(ask(pool, sql, { signal: leaving.signal })).rejects.toMatchObject({ reason: 'abandoned' })
    await pool.close()
  })

  test('is turned away when too many wait already, or when no connection is free in time', async () => {
    const pool = await poolOf(1)
    const leaving = new AbortController()
    const running = ask(pool, endless, { signal: leaving.signal })
    const late = ask(pool, sql, { wait: 60 })
    await expect(ask(pool, sql, { queue: 1 })).rejects.toMatchObject({ reason: 'busy' })
    await expect(late).rejects.toMatchObject({ reason: 'busy' })
    leaving.abort()
    await expect(running).rejects.toMatchObject({ reason: 'abandoned' })
    expect(await pool.query(sql, [1])).toEqual([['u1']])
    await pool.close()
  })
})
