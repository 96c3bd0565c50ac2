import { type Font, openSync } from 'fontkit'
import { fontFile, type Weight } from './font-files.ts'

/** The font of a weight, whole: 10 MB of memory. */
export function openFont(weight: Weight): Font {
  const font = openSync(fontFile(weight))
  if (font.type !== 'TTF') throw new Error(`${fontFile(weight)} is ${font.type}, not one TrueType font`)
  return font
}
