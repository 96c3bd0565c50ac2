import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { BadInput } from '#data/model/bad-input.ts'
import { errorCode } from '#data/model/error-code.ts'
import { documentPrefix } from './inbox.ts'

/** A file of the inbox. */
export interface InboxFile {
  /** Below the inbox: `2024/软件业.docx`. */
  readonly name: string
  readonly path: string
}

const sidecarEnding = '.json'

/**
 * The documents of a folder and those below it, links followed, in the order of their paths. Hidden files are none, nor
 * are sidecars, which stand beside their document.
 */
export function listDocuments(folder: string): InboxFile[] {
  if (!existsSync(folder)) return []
  return filesUnder(folder, new Set())
    .filter((path) => !isSidecar(path))
    .map((path) => ({ name: relative(folder, path).replaceAll('\\', '/'), path }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** `X.docx.json` beside `X.docx`. */
const isSidecar = (path: string) =>
  path.endsWith(sidecarEnding) && existsSync(path.slice(0, -sidecarEnding.length))

/** A folder that is reached twice, by a link to one above it, is read once. */
function filesUnder(folder: string, seen: Set<string>): string[] {
  const real = realpathSync(folder)
  if (seen.has(real)) return []
  seen.add(real)
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && isFolderAt(path))
      return isFolder ? filesUnder(path, seen) : [path]
    })
}

function isFolderAt(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  return found?.isDirectory() === true
}

/**
 * What tells a file's content from another's: the beginning of its SHA-256. The file is never held whole.
 * @throws BadInput where it cannot be read: a link to nothing, no permission.
 */
export function contentId({ path, name }: InboxFile): string {
  const hash = createHash('sha256')
  const chunk = Buffer.alloc(1 << 20)
  try {
    const file = openSync(path, 'r')
    try {
      for (let length = readSync(file, chunk); length > 0; length = readSync(file, chunk))
        hash.update(chunk.subarray(0, length))
    } finally {
      closeSync(file)
    }
  } catch (cause) {
    throw new BadInput(`${name}: 无法读取（${errorCode(cause)}）`, { cause })
  }
  return `${documentPrefix}${hash.digest('hex').slice(0, 12)}`
}
