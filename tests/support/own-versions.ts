import { cpSync, linkSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Snapshot } from '#data/store/seal-database.ts'
import { versionFile, versionsFolder } from '#data/store/versions.ts'
import { assemble } from '#etl/build.ts'
import { toTables } from '#etl/publish/to-tables.ts'
import { dataFolder } from './data-folder.ts'
import { figures } from './own-figures.ts'
import { type Content, publishContent } from './publish-content.ts'

/** Real tables of a few figures under the real catalogue, as a build makes them. */
export async function contentOf(
  bySource: Readonly<Record<string, readonly string[]>>,
  whenOver?: (clean: () => void) => void,
): Promise<Content> {
  const publication = await assemble({ dataFolder: dataFolder(figures(bySource), whenOver) })
  return toTables({ ...publication, inputs: JSON.stringify(bySource) })
}

/** A path to publish at, gone with the test, or when `whenOver` says. */
export function ownPlace(whenOver: (clean: () => void) => void = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'youju-versions-'))
  whenOver(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'figures.duckdb')
}

/** Contents published one after the other, once for the tests of a file: each takes a copy of the place. */
export async function publishedOnce(contents: readonly Content[], whenOver: (clean: () => void) => void) {
  const made = ownPlace(whenOver)
  const snapshots: Snapshot[] = []
  for (const content of contents) snapshots.push(await publishContent(made, content))
  return () => {
    const out = ownPlace()
    cpSync(versionsFolder(made), versionsFolder(out), { recursive: true, preserveTimestamps: true })
    linkSync(versionFile(out, snapshots.at(-1)?.id ?? ''), out)
    return { out, snapshots: snapshots as [Snapshot, ...Snapshot[]] }
  }
}

/** What lies in the folder of versions beside versions. */
export const straysOf = (out: string): string[] =>
  readdirSync(versionsFolder(out)).filter((name) => !/^(?:[0-9a-f]{16}|lock)\.duckdb$/.test(name))
