const numerals: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const tens: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/**
 * 两 → 2, 十五 → 15, 一点二 → 1.2, 八千零二十七 → 8027, as a plain decimal.
 * @returns undefined for what is no number or only about one: 三四十.
 */
export function parseChinese(words: string): string | undefined {
  const [whole = '', fraction] = words.split('点')
  const value = parseWhole(whole)
  if (value === undefined) return undefined
  if (fraction === undefined) return String(value)
  return `${value}.${[...fraction].map((letter) => numerals[letter] ?? 0).join('')}`
}

function parseWhole(words: string): number | undefined {
  let total = 0
  let digit: number | undefined
  let last = Number.POSITIVE_INFINITY
  for (const letter of words) {
    const power = tens[letter]
    const isOdd = power === undefined ? digit : power >= last
    if (isOdd) return undefined
    total += power === undefined ? 0 : (digit ?? 1) * power
    digit = power === undefined ? numerals[letter] : undefined
    last = power ?? last
  }
  return total + (digit ?? 0)
}
