import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { type TableRows, writeDatabase } from '#data/store/write-database.ts'

/** Writes the database beside its place and renames it in, so that readers see the old file or the new one. */
export async function publish(
  out: string,
  tables: readonly TableRows[],
  onTable: (name: string) => void,
): Promise<void> {
  mkdirSync(dirname(out), { recursive: true })
  const unfinished = `${out}.${process.pid}.tmp`
  try {
    await writeDatabase(unfinished, tables, onTable)
    renameSync(unfinished, out)
  } finally {
    rmSync(unfinished, { force: true })
    rmSync(`${unfinished}.wal`, { force: true })
  }
}
