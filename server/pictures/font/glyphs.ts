import { Path2D } from '@napi-rs/canvas'
import type { Font } from 'fontkit'
import type { Weight } from './font-files.ts'
import { openFont } from './open-font.ts'

/** The outline of a character, in thousandths of an em from where it stands, upwards. */
interface Glyph {
  readonly outline: Path2D
  readonly advance: number
}

const fonts = new Map<Weight, Font>()
const glyphs = new Map<string, Glyph>()

/** A font is opened when its weight is first asked for; an outline is made once. What the font lacks is a box. */
export function glyphOf(character: string, weight: Weight): Glyph {
  const key = `${weight}${character}`
  const known = glyphs.get(key)
  if (known) return known
  const font = fonts.get(weight) ?? openFont(weight)
  fonts.set(weight, font)
  const { path, advanceWidth } = font.glyphForCodePoint(character.codePointAt(0) ?? 0)
  const glyph = { outline: new Path2D(path.toSVG()), advance: advanceWidth }
  glyphs.set(key, glyph)
  return glyph
}
