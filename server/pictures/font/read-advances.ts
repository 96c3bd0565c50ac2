import { em, weights } from './font-files.ts'
import { openFont } from './open-font.ts'

/**
 * How wide the characters of the font are that are not as wide as they are high, as one flat list: the first and the
 * last character of a run, then the advance that all of them have in each weight, in thousandths of an em.
 */
export function readAdvances(): number[] {
  const fonts = weights.map(openFont)
  const [regular] = fonts
  const runs: number[][] = []
  for (const character of regular?.characterSet.toSorted((a, b) => a - b) ?? []) {
    const advances = fonts.map((font) => font.glyphForCodePoint(character).advanceWidth)
    if (advances.every((advance) => advance === em)) continue
    const run = runs.at(-1)
    const [, last, ...before] = run ?? []
    if (run && last === character - 1 && `${before}` === `${advances}`) run[1] = character
    else runs.push([character, character, ...advances])
  }
  return runs.flat()
}
