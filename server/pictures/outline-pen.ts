import type { SKRSContext2D } from '@napi-rs/canvas'
import { em } from './font/font-files.ts'
import { glyphOf } from './font/glyphs.ts'
import { type Face, faceOf, widthOf } from './text-width.ts'

/** Which part of the width of a text lies left of its place. */
const leftOf: Readonly<Record<string, number>> = { center: 0.5, middle: 0.5, right: 1, end: 1 }

/** How far below its place the line lies that letters stand on, in em: as only-ours.ts places texts of a chart. */
const belowOf: Readonly<Record<string, number>> = { alphabetic: 0, top: 0.88, bottom: -0.12, middle: 0.38 }

/**
 * Makes a canvas write with outlines of our font: no font of the machine, no hinting and no rounding of its own
 * changes a letter or its place. `font`, `textAlign` and `textBaseline` are plain values from then on.
 */
export function writeWithOutlines(pen: SKRSContext2D): void {
  const write = (text: string, x: number, y: number, ink: 'fill' | 'stroke') => {
    const { font, textAlign, textBaseline, lineWidth } = pen
    const face = faceOf(font)
    const left = x - widthOf(text, face.size, face.weight) * (leftOf[textAlign] ?? 0)
    const down = y + face.size * (belowOf[textBaseline] ?? 0)
    pen.save()
    pen.translate(left, down)
    pen.scale(face.size / em, -face.size / em)
    pen.lineWidth = (lineWidth * em) / face.size
    for (const character of text) {
      const { outline, advance } = glyphOf(character, face.weight)
      pen[ink](outline)
      pen.translate(advance, 0)
    }
    pen.restore()
  }
  for (const [name, value] of Object.entries({ font: '', textAlign: 'left', textBaseline: 'alphabetic' }))
    Object.defineProperty(pen, name, { value, writable: true })
  pen.fillText = (text, x, y) => write(text, x, y, 'fill')
  pen.strokeText = (text, x, y) => write(text, x, y, 'stroke')
}

/** A face as a canvas wants to be told. */
export const fontOf = ({ size, weight }: Face) => `${weight} ${size}px`
