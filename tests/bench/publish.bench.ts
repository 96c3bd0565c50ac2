import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { getTableConfig } from 'drizzle-orm/pg-core'
import { bench, describe } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { createTable } from '#data/store/create-table.ts'
import * as schema from '#data/store/schema.ts'
import { writeDatabase } from '#data/store/write-database.ts'
import { toObservation } from '#etl/normalize/to-observation.ts'
import { toTables } from '#etl/publish/to-tables.ts'
import { readObservations } from '#etl/read-observations.ts'

const folder = mkdtempSync(join(tmpdir(), 'youju-bench-'))
process.once('exit', () => rmSync(folder, { recursive: true }))

const catalog = readCatalog('data/catalog')
const rows = readObservations('data/observations', catalog)
const read = () =>
  rows.flatMap((row) => [toObservation(row, catalog)].flatMap((each) => ('id' in each ? [each] : [])))
const ranked = read().map((each) => ({ ...each, rank: 1, others: 0 }))
const { tables } = toTables({
  catalog,
  observations: ranked,
  refusals: [],
  inbox: { files: [], held: [], stale: [] },
  checked: { claims: 0, findings: [], breaks: [], stale: [] },
  counts: { read: 0, added: 0 },
  inputs: '',
})
const numberTables = [schema.number, schema.form, schema.provenance] as const
const observations = tables.filter(({ table }) => numberTables.some((each) => each === table))

const quote = (value: unknown) => {
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '')
  return value === undefined || value === null ? '' : `"${text.replaceAll('"', '""')}"`
}

let count = 0
const next = (ending: string) => join(folder, `${count++}.${ending}`)

describe(`loading ${ranked.length} observations into a new file`, () => {
  bench('with the appender, as build does', () => writeDatabase(next('duckdb'), observations), {
    time: 1500,
    throws: true,
  })

  bench(
    'yardstick: COPY from CSV',
    async () => {
      const instance = await DuckDBInstance.create(next('duckdb'))
      const connection = await instance.connect()
      for (const { table, rows } of observations) {
        const csv = next('csv')
        const { name, columns } = getTableConfig(table)
        const lines = rows.map((row) => columns.map((column) => quote(row[column.name])).join(','))
        writeFileSync(csv, lines.join('\n'))
        await connection.run(createTable(table))
        await connection.run(`copy ${name} from '${csv}' (header false, allow_quoted_nulls false)`)
      }
      await connection.run('checkpoint')
      connection.closeSync()
      instance.closeSync()
    },
    { time: 1500, throws: true },
  )
})

describe(`reading ${rows.length} rows`, () => {
  bench('row → observation, in exact decimals', () => void read(), { time: 1500, throws: true })
  bench(
    'yardstick: row → JavaScript number',
    () => void rows.map(({ row }) => ({ ...row, value: Number(row.value) })),
    {
      time: 1500,
    },
  )
})
