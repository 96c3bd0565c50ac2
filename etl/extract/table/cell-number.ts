import type { Lexicon } from '#data/language/lexicon.ts'
import { type NormalizedText, normalize } from '#data/language/normalize.ts'
import type { Quantity } from '#data/language/token.ts'
import type { Qualifier } from '#data/model/observation.ts'
import { tokensOf } from '../passes/index.ts'
import type { PrintedUnit } from './unit.ts'

/** A number as it stands in a cell. */
export interface CellNumber {
  readonly value: string
  /** The unit printed with it, if any. */
  readonly units: readonly PrintedUnit[]
  readonly qualifier: Qualifier
  /** Where it ends in the text of the cell, marks of footnotes left out. */
  readonly end: number
}

const signs: Readonly<Record<string, Qualifier>> = { '≥': '>=', '≤': '<=', '>': '>', '<': '<' }
/** Marks of footnotes behind a number. */
const mark = /(?:[①-⑳*†‡¹²³]|[[［〔](?:注?\d{1,2})[\]］〕])+$/
const form = /^([≥≤><]?)([-+↑↓▼]|增长|上升|提高|下降|减少|回落)?(?=[^-+])(.+)$/
const falls = new Set(['-', '↓', '▼', '下降', '减少', '回落'])

/** No number is longer, with its unit and marks. */
const longest = 40

/** The number that a cell holds and nothing else: 1,234.5 · −3.2% · ≥450 · 3.8万亿元 · 101400①; undefined for any other text. */
export function readCellNumber(text: string, lexicon: Lexicon): CellNumber | undefined {
  if (text.length > longest) return undefined
  const unmarked = text.trimEnd().replace(mark, '')
  const normalized = normalize(unmarked)
  const [, sign = '', move = '', rest = ''] = form.exec(normalized.text.replaceAll('＞', '>')) ?? []
  const quantity = normalized.asides.length > 0 ? undefined : onlyQuantity(normalized, rest, lexicon)
  if (!quantity) return undefined
  const { value, scale, unit, qualifier } = quantity
  const isDown = falls.has(move) && Number(value) !== 0
  return {
    value: isDown ? `-${value}` : value,
    units: unit + scale === '' ? [] : [{ scale, unit }],
    qualifier: signs[sign] ?? qualifier,
    end: unmarked.length,
  }
}

/** The quantity that a text is, printed in digits. */
function onlyQuantity(normalized: NormalizedText, text: string, lexicon: Lexicon): Quantity | undefined {
  if (!/\d/.test(text)) return undefined
  const [quantity, ...others] = tokensOf({ ...normalized, text }, lexicon)
  if (quantity?.kind !== 'quantity' || others.length > 0 || !/\d/.test(quantity.value)) return undefined
  return quantity.start === 0 && quantity.end === text.length ? quantity : undefined
}
