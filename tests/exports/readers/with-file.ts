import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

/** Lends bytes as a file on the disk. */
async function withFile<Result>(
  bytes: Uint8Array,
  name: string,
  use: (file: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'youju-read-'))
  try {
    const file = join(folder, name)
    await writeFile(file, bytes)
    return await use(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type TextRow = Readonly<Record<string, string>>

/** What DuckDB reads out of a file, as text; `from` is what stands behind `from`, with FILE for its path. */
export const queryFile = (bytes: Uint8Array, from: string): Promise<TextRow[]> =>
  withFile(bytes, 'file', async (file) => {
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
    const connection = await instance.connect()
    const result = await connection.runAndReadAll(`from ${from.replace('FILE', `'${file}'`)}`)
    const rows = result.getRowObjectsJson() as Record<string, unknown>[]
    connection.closeSync()
    instance.closeSync()
    return rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([id, cell]) => [id, cell === null ? '' : String(cell)])),
    )
  })
