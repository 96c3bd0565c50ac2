import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Snapshot } from '#data/store/seal-database.ts'
import { versionsFolder } from '#data/store/versions.ts'
import { writeDatabase } from '#data/store/write-database.ts'
import { assemble } from '#etl/build.ts'
import { publish } from '#etl/publish/publish.ts'
import { holdingLock } from '#etl/publish/publishing-lock.ts'
import { toTables } from '#etl/publish/to-tables.ts'
import { dataFolder } from './data-folder.ts'
import { figures } from './own-figures.ts'

export type Content = ReturnType<typeof toTables>

/** Real tables of a few figures under the real catalogue, as a build makes them. */
export async function contentOf(
  bySource: Readonly<Record<string, readonly string[]>>,
  whenOver?: (clean: () => void) => void,
): Promise<Content> {
  const publication = await assemble({ dataFolder: dataFolder(figures(bySource), whenOver) })
  return toTables({ ...publication, inputs: JSON.stringify(bySource) })
}

/** Publishes a content as a build does: alone, and as a version. */
export const publishContent = (out: string, { about, tables }: Content): Promise<Snapshot> =>
  holdingLock(out, () => publish({ out, about, write: (file) => writeDatabase(file, tables) }))

/** A path to publish at, gone with the test. */
export function ownPlace(): string {
  const folder = mkdtempSync(join(tmpdir(), 'youju-versions-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'figures.duckdb')
}

/** What lies in the folder of versions beside versions. */
export const straysOf = (out: string): string[] =>
  readdirSync(versionsFolder(out)).filter((name) => !/^(?:[0-9a-f]{16}|lock)\.duckdb$/.test(name))
