import { crc32, deflateSync } from 'node:zlib'

interface Pixels {
  /** Four bytes a pixel: red, green, blue and what is not kept, for a picture has no holes. */
  readonly rgba: Uint8Array
  readonly width: number
  readonly height: number
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** Three times as fast as the usual level 6 for a seventh more bytes, and still fewer than Skia's own encoder makes. */
const packing = { level: 3, memLevel: 9 }

/**
 * Pixels as PNG (ISO/IEC 15948): 8 bits of red, green and blue, rows unfiltered, which suits flat colours best.
 * @param dpi how many pixels an inch of paper takes; without it the file does not say
 */
export function encodePng({ rgba, width, height }: Pixels, dpi?: number): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8)
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    ...(dpi === undefined ? [] : [chunk('pHYs', density(dpi))]),
    chunk('IDAT', deflateSync(rowsOf({ rgba, width, height }), packing)),
    chunk('IEND', new Uint8Array()),
  ])
}

/** Each row behind a zero, which says that it is not filtered. */
function rowsOf({ rgba, width, height }: Pixels): Uint8Array {
  const rows = Buffer.allocUnsafe(height * (1 + 3 * width))
  let [to, from] = [0, 0]
  for (let row = 0; row < height; row++) {
    rows[to++] = 0
    for (let column = 0; column < width; column++) {
      rows[to++] = rgba[from] ?? 0
      rows[to++] = rgba[from + 1] ?? 0
      rows[to++] = rgba[from + 2] ?? 0
      from += 4
    }
  }
  return rows
}

const inch = 0.0254

/** Pixels per metre along both sides. */
function density(dpi: number): Uint8Array {
  const data = Buffer.alloc(9)
  const perMetre = Math.round(dpi / inch)
  data.writeUInt32BE(perMetre, 0)
  data.writeUInt32BE(perMetre, 4)
  data[8] = 1
  return data
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(12 + data.length)
  bytes.writeUInt32BE(data.length, 0)
  bytes.write(name, 4, 'latin1')
  bytes.set(data, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), 8 + data.length)
  return bytes
}
