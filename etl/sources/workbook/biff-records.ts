/** A record of a workbook in BIFF: what it is, where it stands, what it holds; numbers are read at an offset of its data. */
export class BiffRecord {
  readonly id: number
  readonly offset: number
  readonly data: Uint8Array

  constructor(id: number, offset: number, data: Uint8Array) {
    this.id = id
    this.offset = offset
    this.data = data
  }

  /** @throws RangeError beyond the end, as all of these. */
  u8(at: number): number {
    return this.view().getUint8(at)
  }

  u16(at: number): number {
    return this.view().getUint16(at, true)
  }

  u32(at: number): number {
    return this.view().getUint32(at, true)
  }

  f64(at: number): number {
    return this.view().getFloat64(at, true)
  }

  private view(): DataView {
    return new DataView(this.data.buffer, this.data.byteOffset, this.data.byteLength)
  }
}

/** The records of a stream, one after another. */
export function recordsOf(stream: Uint8Array): BiffRecord[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  const records: BiffRecord[] = []
  for (let at = 0; at + 4 <= stream.length; ) {
    const id = view.getUint16(at, true)
    const length = view.getUint16(at + 2, true)
    if (id === 0 && length === 0) break
    records.push(new BiffRecord(id, at, stream.subarray(at + 4, at + 4 + length)))
    at += 4 + length
  }
  return records
}

/** A stretch of a string, and its font where it is not that of the cell. */
export interface Stretch {
  readonly text: string
  readonly font: number | undefined
}

/** Reads strings from a record and those that continue it; a string may go on in the next, where its width is said anew. */
export class BiffText {
  private readonly blocks: readonly Uint8Array[]
  private block = 0
  private at = 0

  constructor(blocks: readonly Uint8Array[]) {
    this.blocks = blocks
  }

  /** The next string, after a length in one byte (short) or two (long). @throws RangeError beyond the end. */
  text(length: 'short' | 'long'): Stretch[] {
    const count = length === 'short' ? this.u8() : this.u16()
    const flags = this.u8()
    const runs = (flags & 8) === 0 ? 0 : this.u16()
    const extra = (flags & 4) === 0 ? 0 : this.u16() + 0x1_0000 * this.u16()
    const text = this.characters(count, (flags & 1) === 1)
    const changes = Array.from({ length: runs }, () => ({ from: this.u16(), font: this.u16() }))
    for (let i = 0; i < extra; i++) this.u8()
    return stretchesOf(text, changes)
  }

  private characters(count: number, isWide: boolean): string {
    let wide = isWide
    const codes: number[] = []
    while (codes.length < count) {
      if (this.at >= (this.blocks[this.block]?.length ?? 0)) {
        this.next()
        wide = (this.u8() & 1) === 1
      }
      codes.push(wide ? this.u16() : this.u8())
    }
    return codes.map((code) => String.fromCharCode(code)).join('')
  }

  private next(): void {
    this.block++
    this.at = 0
    if (this.block >= this.blocks.length) throw new RangeError('a string beyond the end')
  }

  private u8(): number {
    while (this.at >= (this.blocks[this.block]?.length ?? 0)) this.next()
    return this.blocks[this.block]?.[this.at++] ?? 0
  }

  private u16(): number {
    const low = this.u8()
    return low + 0x100 * this.u8()
  }
}

function stretchesOf(text: string, changes: readonly { from: number; font: number }[]): Stretch[] {
  const starts = [{ from: 0, font: undefined }, ...changes]
  return starts
    .map(({ from, font }, i) => ({ text: text.slice(from, starts[i + 1]?.from ?? text.length), font }))
    .filter((stretch) => stretch.text !== '')
}
