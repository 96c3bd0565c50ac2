import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { observationColumns } from '#data/model/observation.ts'
import type { Snapshot } from '#data/store/seal-database.ts'
import { versionsFolder } from '#data/store/versions.ts'
import { writeDatabase } from '#data/store/write-database.ts'
import { assemble } from '#etl/build.ts'
import { publish } from '#etl/publish/publish.ts'
import { holdingLock } from '#etl/publish/publishing-lock.ts'
import { toTables } from '#etl/publish/to-tables.ts'
import { dataFolder } from './data-folder.ts'

export type Content = ReturnType<typeof toTables>

/** Files of `data/observations` by source: `indicator,region,period,measure,value,unit,compared_to,of,status,qualifier` a row. */
export const figures = (bySource: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(
    Object.entries(bySource).map(([source, rows]) => [
      `observations/${source}.csv`,
      `${[observationColumns.join(','), ...rows].join('\n')}\n`,
    ]),
  )

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
  holdingLock(out, () => publish({ out, write: (file) => writeDatabase(file, tables).then(() => about) }))

/** A path to publish at, gone with the test. */
export function ownPlace(): string {
  const folder = mkdtempSync(join(tmpdir(), 'youju-versions-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'figures.duckdb')
}

/** What lies in the folder of versions beside versions. */
export const straysOf = (out: string): string[] =>
  readdirSync(versionsFolder(out)).filter((name) => !/^(?:[0-9a-f]{16}|lock)\.duckdb$/.test(name))
