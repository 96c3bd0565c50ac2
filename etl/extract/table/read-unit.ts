import type { Lexicon } from '#data/language/lexicon.ts'
import { scanNumber } from '#data/language/numbers.ts'

/** A printed unit as a number carries it. */
export interface PrintedUnit {
  readonly scale: string
  readonly unit: string
}

/** 亿元 → 亿 + 元; undefined where the words, taken whole, print no unit. They are normalized. */
function readUnit(words: string, { units }: Lexicon): PrintedUnit | undefined {
  const text = `1${words}`
  const number = scanNumber(text, 0, units)
  const isWhole = number !== undefined && number.end === text.length && number.qualifier === ''
  return isWhole && number.unit !== '' ? { scale: number.scale, unit: number.unit } : undefined
}

/** 亿元、% → both, 基站万个，用户万户 too; nothing where one of them is no unit. */
export function readUnits(words: string, lexicon: Lexicon): readonly PrintedUnit[] {
  const whole = readUnit(words, lexicon)
  if (whole) return [whole]
  const parts = words.split(/[、,，;；]|[/](?=%)/)
  const units = parts.map(
    (part) => readUnit(part, lexicon) ?? (parts.length > 1 ? unitBehind(part, lexicon) : undefined),
  )
  return units.every((unit) => unit !== undefined) ? units : []
}

/** 基站万个: what is counted, then its unit. */
function unitBehind(words: string, lexicon: Lexicon): PrintedUnit | undefined {
  for (let at = 2; at < words.length; at++) {
    const unit = readUnit(words.slice(at), lexicon)
    if (unit) return unit
  }
  return undefined
}
