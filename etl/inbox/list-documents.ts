import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { relative } from 'node:path'
import { filesUnder } from '../files-under.ts'
import { formats } from '../sources/index.ts'
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
  return filesUnder(folder)
    .filter((path) => !isSidecar(path))
    .map((path) => ({ name: relative(folder, path).replaceAll('\\', '/'), path }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** `X.docx.json` beside `X.docx`. */
const isSidecar = (path: string) =>
  path.endsWith(sidecarEnding) && existsSync(path.slice(0, -sidecarEnding.length))

/**
 * The document that a file is a sidecar of by its name, where none stands beside it.
 * @param name of a listed file: `X.docx.json`.
 */
export function missingBeside(name: string): string | undefined {
  if (!name.endsWith(sidecarEnding)) return undefined
  const document = name.slice(0, -sidecarEnding.length)
  const ending = /\.([^./]+)$/.exec(document)?.[1]?.toLowerCase() ?? ''
  return formats.some(({ endings }) => endings.includes(ending)) ? document : undefined
}

/** What tells the content of a file from another's: the beginning of its SHA-256. */
export function contentId(bytes: Uint8Array): string {
  return `${documentPrefix}${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}`
}
