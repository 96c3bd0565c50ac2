import advances from './font/advances.json' with { type: 'json' }
import { em, type Weight, weights } from './font/font-files.ts'

/** Those characters of the font that are not as wide as they are high: their advances, in thousandths of an em. */
const narrow = new Map(weights.map((weight, index) => [weight, advancesOf(index)]))

function advancesOf(index: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  const step = 2 + weights.length
  for (let at = 0; at < advances.length; at += step) {
    const [first = 0, last = 0] = advances.slice(at, at + 2)
    for (let character = first; character <= last; character++)
      found.set(character, advances[at + 2 + index] ?? em)
  }
  return found
}

/** How wide a line of text is in a picture, in pixels: the sum of its characters, as to-svg.ts and to-png.ts set them. */
export function widthOf(text: string, size: number, weight: Weight = 400): number {
  const known = narrow.get(weight)
  let sum = 0
  for (const character of text) sum += known?.get(character.codePointAt(0) ?? 0) ?? em
  return (sum * size) / em
}

/** What a text is set in. */
export interface Face {
  readonly size: number
  readonly weight: Weight
}

const faces = new Map<string, Face>()

/** Reads a font as ECharts writes it, `600 14px …`: the family is always ours, and the weight the nearest we have. */
export function faceOf(font: string): Face {
  const known = faces.get(font)
  if (known) return known
  const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 12)
  const wanted = /\bbold/.test(font) ? 700 : Number(/(?:^|\s)(\d00)\s/.exec(font)?.[1] ?? 400)
  const weight = weights.findLast((each) => each <= wanted) ?? 400
  const face = { size, weight }
  faces.set(font, face)
  return face
}
