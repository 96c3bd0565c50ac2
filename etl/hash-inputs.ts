import { createHash, type Hash } from 'node:crypto'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { errorCode } from '#data/model/error-code.ts'
import { filesUnder } from './files-under.ts'

/**
 * The hash of everything that decides what is published: figures, catalogue, documents and the code that reads them.
 * @param folders read whole, but for their `build` folder and what is hidden; files are taken in the order of their paths.
 */
export function hashInputs(folders: readonly string[]): string {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const built = join(folder, 'build/')
    const files = filesUnder(folder).filter((file) => !file.startsWith(built) && !file.endsWith('.test.ts'))
    for (const file of files.sort()) {
      hash.update(relative(folder, file)).update('\0')
      hashFile(hash, file)
      hash.update('\0')
    }
  }
  return hash.digest('hex').slice(0, 16)
}

/** The file is never held whole. One that cannot be read counts as that: whoever reads it says so. */
function hashFile(hash: Hash, path: string): void {
  try {
    if (statSync(path).isFile()) hashContent(hash, path)
  } catch (error) {
    hash.update(errorCode(error))
  }
}

function hashContent(hash: Hash, path: string): void {
  const file = openSync(path, 'r')
  const chunk = Buffer.allocUnsafe(1 << 20)
  try {
    for (let length = readSync(file, chunk); length > 0; length = readSync(file, chunk))
      hash.update(chunk.subarray(0, length))
  } finally {
    closeSync(file)
  }
}
