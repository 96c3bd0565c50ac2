import { readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The files of a folder and those below it, links followed; what is hidden is left out. A folder that is reached twice,
 * by a link to one above it, is read once; one that cannot be opened stands for what is in it.
 */
export function filesUnder(folder: string, seen: Set<string> = new Set()): string[] {
  const opened = open(folder)
  if (!opened) return [folder]
  if (seen.has(opened.place)) return []
  seen.add(opened.place)
  return opened.entries
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && isFolderAt(path))
      return isFolder ? filesUnder(path, seen) : [path]
    })
}

function open(folder: string) {
  try {
    return { place: realpathSync(folder), entries: readdirSync(folder, { withFileTypes: true }) }
  } catch {
    return undefined
  }
}

/** A link to nothing or to itself leads to no folder. */
function isFolderAt(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
