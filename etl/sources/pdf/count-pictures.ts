/** In points of the picture: what is smaller is a mark or a line of decoration. */
const least = { width: 200, height: 100 }

/** How many pictures in a PDF are large enough to hold a table or text. Their descriptions stand in the file as plain text. */
export function countPictures(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const masks = new Set<string>()
  const pictures: string[] = []
  for (let at = file.indexOf('/Image'); at >= 0; at = file.indexOf('/Image', at + 6)) {
    const { number, text } = objectAround(file, at)
    if (!/\/Subtype\s*\/Image\b/.test(text)) continue
    for (const { 1: mask = '' } of text.matchAll(/\/S?Mask\s+(\d+)\s+\d+\s+R/g)) masks.add(mask)
    if (sizeIn(text, 'Width') >= least.width && sizeIn(text, 'Height') >= least.height) pictures.push(number)
  }
  return new Set(pictures.filter((number) => !masks.has(number))).size
}

/** The number and the description of the object in which a place stands. */
function objectAround(file: Buffer, at: number): { number: string; text: string } {
  const before = file.toString('latin1', Math.max(0, at - 600), at)
  const start = before.lastIndexOf(' obj')
  const number = /(\d+)\s+\d+$/.exec(before.slice(0, Math.max(0, start)))?.[1] ?? `at ${at}`
  const after = file.toString('latin1', at, at + 600)
  const end = after.search(/stream|endobj/)
  return { number, text: before.slice(start + 1) + (end < 0 ? after : after.slice(0, end)) }
}

const sizeIn = (text: string, name: string) => Number(new RegExp(`/${name}\\s+(\\d+)`).exec(text)?.[1] ?? 0)
