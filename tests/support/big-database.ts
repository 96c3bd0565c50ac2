import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, inject } from 'vitest'

/** The real database with every observation several times, told apart by their ids; gone when the tests of the file are over. */
export async function bigDatabase(times: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'youju-big-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'big.duckdb')
  copyFileSync(inject('database'), file)
  const instance = await DuckDBInstance.create(file)
  const connection = await instance.connect()
  await connection.run('create table once as select * from observation')
  await connection.run('delete from observation')
  await connection.run(
    `insert into observation select once.* replace (id || '#' || n as id) from once, range(${times}) copies(n)
     order by indicator, region, end_month, start_month, id`,
  )
  await connection.run('drop table once')
  await connection.run('checkpoint')
  connection.closeSync()
  instance.closeSync()
  return file
}
