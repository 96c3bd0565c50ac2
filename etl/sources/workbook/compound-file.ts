/** Marks the end of a chain of sectors; what is above it is free or holds the table of sectors itself. */
const lastSector = 0xfffffffa

/** Whether a file is a compound file, as Office wrote them until 2007. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, i) => bytes[i] === byte)
}

/**
 * A stream of a compound file (MS-CFB) by its name, undefined where there is none.
 * @throws RangeError where the file is cut off or its chains run in a circle.
 */
export function readStream(bytes: Uint8Array, name: string): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sectors = new Sectors(bytes, 1 << view.getUint16(30, true), 1)
  const table = numbersIn(concat(tableSectors(view, sectors).map((each) => sectors.at(each))))
  const directory = entriesIn(sectors.chain(view.getUint32(48, true), table))
  const entry = directory.find((each) => each.name === name && each.type === 2)
  const root = directory.find(({ type }) => type === 5)
  if (!entry || !root) return undefined
  if (entry.size >= view.getUint32(56, true)) return sectors.chain(entry.start, table).subarray(0, entry.size)
  const small = new Sectors(sectors.chain(root.start, table), 1 << view.getUint16(32, true), 0)
  const smallTable = numbersIn(sectors.chain(view.getUint32(60, true), table))
  return small.chain(entry.start, smallTable).subarray(0, entry.size)
}

class Sectors {
  private readonly bytes: Uint8Array
  private readonly size: number
  /** How many sectors stand before the first. */
  private readonly skip: number

  constructor(bytes: Uint8Array, size: number, skip: number) {
    this.bytes = bytes
    this.size = size
    this.skip = skip
  }

  at(sector: number): Uint8Array {
    const start = (sector + this.skip) * this.size
    if (start >= this.bytes.length) throw new RangeError('a sector beyond the end')
    return this.bytes.subarray(start, start + this.size)
  }

  /** The sectors from one on, as the table says which follows which. */
  chain(first: number, table: readonly number[]): Uint8Array {
    const parts: Uint8Array[] = []
    for (let sector = first; sector < lastSector; sector = table[sector] ?? lastSector) {
      parts.push(this.at(sector))
      if (parts.length * this.size > this.bytes.length + this.size)
        throw new RangeError('a circle of sectors')
    }
    return concat(parts)
  }
}

/** The sectors that hold the table: 109 of them are listed in the head, the rest in a chain of lists. */
function tableSectors(view: DataView, sectors: Sectors): number[] {
  const listed = Array.from({ length: 109 }, (_, i) => view.getUint32(76 + 4 * i, true))
  const count = view.getUint32(44, true)
  for (let next = view.getUint32(68, true); next < lastSector && listed.length < count + 109; ) {
    const list = numbersIn(sectors.at(next))
    listed.push(...list.slice(0, -1))
    next = list.at(-1) ?? lastSector
  }
  return listed.filter((sector) => sector < lastSector)
}

function entriesIn(directory: Uint8Array) {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
  return Array.from({ length: Math.floor(directory.length / 128) }, (_, i) => {
    const at = 128 * i
    const length = Math.max(0, Math.min(view.getUint16(at + 64, true), 64) - 2)
    return {
      name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + length)),
      type: view.getUint8(at + 66),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    }
  })
}

function numbersIn(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: bytes.length >> 2 }, (_, i) => view.getUint32(4 * i, true))
}

const concat = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))
