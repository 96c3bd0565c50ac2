import { inflateRawSync } from 'node:zlib'
import type { BadInput } from '#data/model/bad-input.ts'
import { badFile, problems } from './problems.ts'

/** The files inside an archive. */
export interface Zip {
  readonly names: readonly string[]
  /**
   * A file as it is unpacked, undefined where there is none of this name.
   * @throws BadInput where it is broken, or where all that was unpacked comes to more than `mostUnpacked`.
   */
  read(name: string): Uint8Array | undefined
  /** The same as text, in UTF-8 or marked UTF-16. @throws BadInput as `read` does. */
  text(name: string): string | undefined
}

/** What the files read from one archive may come to, in bytes: counted as they unpack, whatever the archive says. */
const mostUnpacked = 200e6

/** More files than this no document has. */
const mostFiles = 20_000

const endMark = 0x06054b50
const entryMark = 0x02014b50
const fileMark = 0x04034b50

interface Entry {
  readonly name: string
  readonly method: number
  /** How long it is while packed. */
  readonly length: number
  readonly at: number
}

/** Opens a ZIP archive by the list at its end, undefined where the archive is cut off; `name` is for messages. */
export function openZip(bytes: Uint8Array, name: string, most = mostUnpacked): Zip | undefined {
  const entries = entriesOf(bytes, name)
  if (!entries) return undefined
  let left = most
  const read = (wanted: string) => {
    const entry = entries.find((each) => each.name === wanted)
    if (!entry) return undefined
    const unpacked = unpack(bytes, entry, { name, left, most })
    left -= unpacked.length
    return unpacked
  }
  const text = (wanted: string) => {
    const content = read(wanted)
    return content && new TextDecoder(content[0] === 0xff ? 'utf-16le' : 'utf-8').decode(content)
  }
  return { names: entries.map((entry) => entry.name), read, text }
}

interface Budget {
  readonly name: string
  readonly left: number
  readonly most: number
}

function unpack(bytes: Uint8Array, { method, length, at }: Entry, { name, left, most }: Budget): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (at + 30 > bytes.length || view.getUint32(at, true) !== fileMark) throw broken(name)
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const packed = bytes.subarray(start, start + length)
  try {
    if (method === 0 && packed.length <= left) return packed
    if (method === 8 && left > 0) return inflateRawSync(packed, { maxOutputLength: left })
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw broken(name)
  }
  if (method !== 0 && method !== 8) throw broken(name)
  throw badFile(name, problems.unpacksTooLarge(most / 1e6))
}

function broken(name: string): BadInput {
  return badFile(name, problems.damaged)
}

function entriesOf(bytes: Uint8Array, file: string): Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end < 0) return undefined
  const count = view.getUint16(end + 10, true)
  if (count > mostFiles) throw badFile(file, problems.tooManyFiles(count))
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entryMark) return undefined
    const length = view.getUint16(at + 28, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)),
      method: view.getUint16(at + 10, true),
      length: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** The end record is the last thing in the file but for a comment. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 65535)
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === endMark) return at
  return -1
}
