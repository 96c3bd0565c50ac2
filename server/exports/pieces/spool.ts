import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { errorCode } from '#data/model/error-code.ts'

/** A folder says which process of which machine made it, so that what a killed one left is known. */
const prefix = `youju-file-${hostname()}-`

/**
 * A file that is whole on the disk before its first byte is sent, so that one that cannot be finished (too many rows) is
 * answered with an error. Whatever happens, its folder is removed.
 * @param write makes the file; the folder beside it is its own.
 */
export async function* spoolFile(
  write: (file: string, folder: string) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`))
  try {
    const file = join(folder, 'whole')
    await write(file, folder)
    yield* createReadStream(file) as AsyncIterable<Uint8Array>
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The same of a file that is made piece by piece. */
export const spool = (pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> =>
  spoolFile((file) => pipeline(Readable.from(pieces), createWriteStream(file)))

/**
 * Removes the folders of processes that live no more, and of one before that had the number of this one: to be called before
 * this one makes any.
 * @param onFailure told the path of one that cannot be removed, and why.
 */
export async function sweepSpools(onFailure: (path: string, reason: string) => void): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const ownName = name.startsWith(prefix) ? name.slice(prefix.length) : ''
    const pid = Number(/^(\d+)-\w{6}$/.exec(ownName)?.[1])
    if (Number.isNaN(pid) || (pid !== process.pid && isAlive(pid))) continue
    const path = join(tmpdir(), name)
    await rm(path, { recursive: true, force: true }).catch((error) => onFailure(path, errorCode(error)))
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return errorCode(error) !== 'ESRCH'
  }
}
