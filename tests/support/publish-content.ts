import type { Snapshot } from '#data/store/seal-database.ts'
import { writeDatabase } from '#data/store/write-database.ts'
import { publish } from '#etl/publish/publish.ts'
import { holdingLock } from '#etl/publish/publishing-lock.ts'
import type { toTables } from '#etl/publish/to-tables.ts'

export type Content = ReturnType<typeof toTables>

/** Publishes a content as a build does: alone, and as a version. */
export function publishContent(out: string, { about, tables }: Content): Promise<Snapshot> {
  const write = async (file: string) => {
    await writeDatabase(file, tables)
    return about
  }
  return holdingLock(out, () => publish({ out, write }))
}
