/** Signs that may not begin a line, and those that may not end one (GB/T 15834, 5.1). */
const notFirst = /^[、，。；：？！）》〉」』】”’%％…—·,.;:?!)\]}]/u
const notLast = /[（《〈「『【“‘([{]$/u

/** A word of Latin letters or a number with its unit stays whole; of Chinese each character may end a line. */
const pieces = /[\p{Script=Latin}\d.,'’_/%&=?:~+−–-]+ ?|./gu

/**
 * Breaks a text into lines no wider than `room`, by the rules of Chinese and Latin setting. A word that is wider than a
 * line, such as an address, is broken anywhere.
 * @param widthOf the width of a text in the same measure as `room`.
 */
export function wrapText(text: string, room: number, widthOf: (text: string) => number): string[] {
  const lines = ['']
  const whole = text.match(pieces) ?? []
  for (const piece of whole.flatMap((each) => (widthOf(each) > room ? [...each] : [each]))) {
    const line = lines.at(-1) ?? ''
    const fits = widthOf((line + piece).trimEnd()) <= room
    if (fits || line === '') lines[lines.length - 1] = line + piece
    else if (notFirst.test(piece) || notLast.test(line)) takeAlong(lines, piece)
    else lines.push(piece)
  }
  return lines.map((line) => line.trim())
}

/** The last piece of a line goes with what may not stand without it. */
function takeAlong(lines: string[], piece: string): void {
  const line = lines.at(-1) ?? ''
  const last = line.match(pieces)?.at(-1) ?? ''
  const rest = line.slice(0, line.length - last.length)
  if (rest === '') lines.push(piece)
  else lines.splice(-1, 1, rest, last + piece)
}
