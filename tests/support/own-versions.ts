import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { versionsFolder } from '#data/store/versions.ts'
import { assemble } from '#etl/build.ts'
import { toTables } from '#etl/publish/to-tables.ts'
import { dataFolder } from './data-folder.ts'
import { figures } from './own-figures.ts'
import type { Content } from './publish-content.ts'

/** Real tables of a few figures under the real catalogue, as a build makes them. */
export async function contentOf(
  bySource: Readonly<Record<string, readonly string[]>>,
  whenOver?: (clean: () => void) => void,
): Promise<Content> {
  const publication = await assemble({ dataFolder: dataFolder(figures(bySource), whenOver) })
  return toTables({ ...publication, inputs: JSON.stringify(bySource) })
}

/** A path to publish at, gone with the test. */
export function ownPlace(): string {
  const folder = mkdtempSync(join(tmpdir(), 'youju-versions-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'figures.duckdb')
}

/** What lies in the folder of versions beside versions. */
export const straysOf = (out: string): string[] =>
  readdirSync(versionsFolder(out)).filter((name) => !/^(?:[0-9a-f]{16}|lock)\.duckdb$/.test(name))
