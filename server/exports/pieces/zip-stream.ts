import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** A file of an archive: its name, and its content whole or piece by piece. */
export interface Entry {
  readonly name: string
  readonly content: string | Uint8Array | AsyncIterable<Uint8Array>
}

/**
 * An archive, packed as it is read; names are UTF-8 and marked so. An entry is asked for when the one before it has been
 * read to its end, and so may tell what that one held.
 * @param date of every file, as an instant in ISO 8601: the same files are the same bytes.
 */
export async function* zipStream(entries: AsyncIterable<Entry>, date: string): AsyncGenerator<Uint8Array> {
  const archive = new ZipFile()
  const output = archive.outputStream as Readable
  const leaving = new AbortController()
  const dated = { mtime: new Date(date), signal: leaving.signal }
  const feeding = feed(archive, entries, dated).catch((cause) => output.destroy(cause))
  try {
    yield* output as AsyncIterable<Uint8Array>
  } finally {
    leaving.abort()
    output.destroy()
    await feeding
  }
}

async function feed(
  archive: ZipFile,
  entries: AsyncIterable<Entry>,
  { mtime, signal }: { mtime: Date; signal: AbortSignal },
): Promise<void> {
  for await (const { name, content } of entries) {
    const stream = toStream(content)
    try {
      archive.addReadStream(stream, name, { mtime })
      await finished(stream, { signal })
    } finally {
      stream.destroy()
    }
  }
  archive.end()
}

const toStream = (content: Entry['content']) =>
  Readable.from(
    typeof content === 'string' || content instanceof Uint8Array ? [Buffer.from(content)] : content,
    { objectMode: false },
  )
