import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/**
 * A file that is whole on the disk before its first byte is sent, so that one that cannot be finished (too many rows) is
 * answered with an error. Whatever happens, its folder is removed.
 * @param write makes the file; the folder beside it is its own.
 */
export async function* spoolFile(
  write: (file: string, folder: string) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'youju-file-'))
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
