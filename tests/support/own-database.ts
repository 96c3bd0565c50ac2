import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { datingOf } from '#data/model/dating.ts'
import { observationColumns } from '#data/model/observation.ts'
import { sourceColumns } from '#data/model/source.ts'
import { finding, seriesBreak } from '#data/store/schema.ts'
import { sealDatabase } from '#data/store/seal-database.ts'
import { writeDatabase } from '#data/store/write-database.ts'
import { assemble } from '#etl/build.ts'
import { toTables } from '#etl/publish/to-tables.ts'

interface Own {
  /** `id,day,origin` or `id,day,origin,compilation`: a source a line. */
  readonly sources: readonly string[]
  /** Rows of the observation format by source. */
  readonly rows: Readonly<Record<string, readonly string[]>>
  /** Documents by their path below the inbox. */
  readonly inbox?: Readonly<Record<string, string | Uint8Array>>
  readonly findings?: readonly (typeof finding.$inferInsert)[]
  readonly breaks?: readonly (typeof seriesBreak.$inferInsert)[]
}

/** A database of a few figures under the real catalogue, built as the real one is; gone when the tests of the file are over. */
export async function ownDatabase({
  sources,
  rows,
  inbox = {},
  findings = [],
  breaks = [],
}: Own): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'youju-own-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  cpSync('data/catalog', join(folder, 'catalog'), { recursive: true })
  for (const name of ['observations', 'corrections']) mkdirSync(join(folder, name))
  const lines = sources.map((line) => {
    const [id, day = '', origin, compilation = 'express'] = line.split(',')
    return [id, '工业和信息化部', '', id, '', day, datingOf(day), '', origin, compilation].join(',')
  })
  const list = [sourceColumns.join(','), ...lines]
  writeFileSync(join(folder, 'catalog/sources/own.csv'), `${list.join('\n')}\n`)
  for (const [source, figures] of Object.entries(rows)) {
    const table = [observationColumns.join(','), ...figures]
    writeFileSync(join(folder, 'observations', `${source}.csv`), `${table.join('\n')}\n`)
  }
  for (const [name, content] of Object.entries(inbox)) {
    mkdirSync(dirname(join(folder, 'inbox', name)), { recursive: true })
    writeFileSync(join(folder, 'inbox', name), content)
  }
  const { about, tables } = toTables({ ...(await assemble({ dataFolder: folder })), inputs: 'test' })
  const others = tables.filter(({ table }) => table !== finding && table !== seriesBreak)
  const out = join(folder, 'own.duckdb')
  await writeDatabase(out, [
    ...others,
    { table: finding, rows: findings },
    { table: seriesBreak, rows: breaks },
  ])
  await sealDatabase(out, { about, at: '2026-01-01T00:00:00.000Z' })
  return out
}
