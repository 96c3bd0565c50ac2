import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, onTestFinished, vi } from 'vitest'
import { observationColumns } from '#data/model/observation.ts'
import { versionFile, versionsFolder } from '#data/store/versions.ts'
import { build } from '#etl/build.ts'
import { createApp } from '#server/app.ts'
import { openCurrentStore } from '#server/current-store.ts'
import { dataFolder } from './data-folder.ts'
import { today, unhurried } from './test-settings.ts'

/** A row of the observation format: a yearly level of software revenue. */
export const revenue = (value: number, region = 'CN', year = 2024) =>
  `software_revenue,${region},${year},level,${value},亿元,,,actual,`

/**
 * Publishes a few figures again and again, once for the tests of a file.
 * @param contents the rows of each version.
 */
export async function builtVersions(...contents: readonly (readonly string[])[]) {
  const file = 'observations/web-020.csv'
  const folder = dataFolder({}, afterAll)
  const built = join(folder, 'build', 'youju.duckdb')
  const ids: string[] = []
  for (const rows of contents) {
    writeFileSync(join(folder, file), `${[observationColumns.join(','), ...rows].join('\n')}\n`)
    ids.push((await build({ dataFolder: folder, out: built, inputs: rows.join() })).snapshot)
  }
  return {
    ids,
    /** Where they were published; what a test publishes there can be laid too. */
    built,
    /** A folder with some of the versions, the last of them published; gone when the test is over. */
    lay: (...versions: readonly string[]) => {
      const out = join(mkdtempSync(join(tmpdir(), 'youju-versions-')), 'youju.duckdb')
      onTestFinished(() => rmSync(dirname(out), { recursive: true }))
      mkdirSync(versionsFolder(out))
      /** Lays a version among the others, as it was built. */
      const keep = (id: string): string => {
        const kept = versionFile(out, id)
        if (!existsSync(kept)) cpSync(versionFile(built, id), kept, { preserveTimestamps: true })
        return kept
      }
      /** Lets the published path lead to a version in one step, as a publication does. */
      const publish = (id: string) => {
        linkSync(keep(id), `${out}.next`)
        renameSync(`${out}.next`, out)
      }
      for (const id of versions) publish(id)
      return { out, keep, publish }
    },
  }
}

/** The whole server over a published file that it looks at when told to. */
export async function openFollower(out: string, options: { readonly idleMs?: number } = {}) {
  const report = vi.fn<(line: string) => void>()
  const current = await openCurrentStore(out, { everyMs: 60_000, report, ...options })
  onTestFinished(() => current.close())
  const app = createApp({ current, pagesFolder: dirname(out), settings: unhurried, today: () => today })
  const get = async (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
  return {
    current,
    report,
    get,
    /** The parsed body of a question of the API, whatever its status. */
    ask: async (path: string): Promise<unknown> => (await get(`/api/v1${path}`)).json(),
  }
}
