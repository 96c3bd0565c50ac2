import { Decimal } from 'decimal.js'
import { z } from 'zod'

const Name = z.strictObject({ zh: z.string(), en: z.string() })

const Ladder = z.array(z.tuple([z.int(), z.string()])).min(1)

/** A base unit and the words that print it: every word stands `10 ** power` base units. */
export const Unit = z.strictObject({
  code: z.string().regex(/^[A-Za-z0-9_]+$/),
  name: Name,
  /** Printed word → power of ten relative to the base unit. */
  words: z.record(z.string(), z.int().min(-12).max(24)),
  /** Words that are written as another of them: 元人民币 as 元. */
  spelledAs: z.record(z.string(), z.string()).default({}),
  /** Whether 十 百 千 万 亿 may stand before the word: 万亿元. */
  scaled: z.boolean(),
  /** How large values read in each language, largest first; `{}` is the indicator's counter: [8, "亿{}"]. */
  ladder: z.strictObject({ zh: Ladder, en: Ladder }),
})
export type Unit = z.infer<typeof Unit>

const powers: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }

/**
 * The power of ten that a printed unit stands for: 万亿元 → 12 in 元, 百亿亿次/秒 → 18 in FLOPS.
 * @returns undefined when the words do not print this unit.
 */
export function powerOf(printed: string, unit: Unit): number | undefined {
  const text = printed.normalize('NFKC').replace(/\s/g, '')
  const prefix = unit.scaled ? (/^[十百千万亿]*/.exec(text)?.[0] ?? '') : ''
  for (let taken = prefix.length; taken >= 0; taken--) {
    const word = unit.words[text.slice(taken)]
    if (word === undefined) continue
    return word + [...text.slice(0, taken)].reduce((sum, letter) => sum + (powers[letter] ?? 0), 0)
  }
  return undefined
}

/** A printed value in base units, exactly: 3.8 × 10¹² for 3.8万亿元. `value` is a plain decimal without separators. */
export function toBase(value: string, power: number): Decimal {
  return new Decimal(value).times(Decimal.pow(10, power))
}

/** The plain decimal of a base value seen at a power of ten: the inverse of `toBase`. */
export function fromBase(value: Decimal, power: number): string {
  return value.div(Decimal.pow(10, power)).toFixed()
}

export const isLatin = (word: string) => /^[\x21-\x7e]+$/.test(word)

/** How a word of a unit is written: 元人民币 as 元, and a Latin one in the spelling that stands first: Efllops as EFLOPS. */
export function spellingOf(word: string, { words, spelledAs }: Pick<Unit, 'words' | 'spelledAs'>): string {
  if (spelledAs[word] !== undefined) return spelledAs[word]
  if (!isLatin(word)) return word
  return Object.keys(words).find((other) => isLatin(other) && words[other] === words[word]) ?? word
}

/** A printed unit as it is written, with its scale: 万G as 万GB. */
export function respell(unit: string, spelled: Pick<Unit, 'words' | 'spelledAs'>): string {
  const scale = /^[十百千万亿]*/.exec(unit)?.[0] ?? ''
  return scale + spellingOf(unit.slice(scale.length), spelled)
}
