import { readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'

/*
 * Where the published file and its versions lie. The published path is a hard link to the file of its version: an
 * ordinary file for every DuckDB client, and nothing is stored twice.
 */

export interface KeptVersion {
  /** The snapshot it holds. */
  readonly id: string
  readonly file: string
  /** When it was written. */
  readonly mtime: Date
}

/** The folder of versions: `data/build/youju.duckdb` → `data/build/youju.versions`. A link leads to the folder beside its target. */
export const versionsFolder = (out: string): string => `${targetOf(out).replace(/\.duckdb$/, '')}.versions`

/** The file of one version. */
export const versionFile = (out: string, id: string): string => join(versionsFolder(out), `${id}.duckdb`)

/** The versions at hand, the newest first; the current one is among them. */
export function keptVersions(out: string): KeptVersion[] {
  return namesIn(versionsFolder(out))
    .flatMap((name) => /^([0-9a-f]{16})\.duckdb$/.exec(name)?.[1] ?? [])
    .map((id) => ({ id, file: versionFile(out, id) }))
    .flatMap((version) => {
      const found = statSync(version.file, { throwIfNoEntry: false })
      return found ? [{ ...version, mtime: found.mtime }] : []
    })
    .sort((a, b) => b.mtime.getTime() - a.mtime.getTime())
}

/** The file that a path leads to; the path itself where nothing stands there yet. */
export function targetOf(out: string): string {
  try {
    return realpathSync(out)
  } catch {
    return out
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
