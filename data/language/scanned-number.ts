import type { Qualifier } from '#data/model/observation.ts'
import type { UnitWord } from './lexicon.ts'
import { longestAt, type Trie } from './trie.ts'

/** A number as it stands in a text, with its unit. */
export interface ScannedNumber {
  readonly start: number
  readonly end: number
  /** A plain decimal; as it is printed where its unit is `unreadable`. */
  readonly value: string
  readonly scale: string
  /** '' where no unit follows. */
  readonly unit: string
  readonly unitStart: number
  /** What the words after the number say: 余, 多, 以上, 左右. */
  readonly qualifier: Qualifier
}

const scale = /[十百千万亿]{0,6}/y
const inner = /[余多]/y
const after = /(?:及以上|以上|左右|上下|以下|以内|余|多|\+)/y

/** Words behind a number that limit it. */
export const afterQualifiers: Readonly<Record<string, Qualifier>> = {
  及以上: '>',
  以上: '>',
  余: '>',
  多: '>',
  '+': '>',
  左右: '~',
  上下: '~',
  以下: '<',
  以内: '<=',
}

/** What a pattern that is `sticky` finds at a place. */
export function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

/** 余 and 多 between a number and its unit: 2200多个. */
export const innerAt = (text: string, at: number) => matchAt(inner, text, at)

export interface ReadUnit {
  readonly scale: string
  readonly unit: string
  readonly end: number
  readonly scaleEnd: number
}

/** The longest scale that leaves a unit: 千瓦时 is no 千 of 瓦时, 亿GB is 亿 of GB. */
export function readUnit(text: string, at: number, units: Trie<UnitWord>): ReadUnit {
  const scales = matchAt(scale, text, at) ?? ''
  for (let taken = scales.length; taken >= 0; taken--) {
    const hit = longestAt(units, text, at + taken)
    if (!hit || continuesWord(text, hit.end)) continue
    return {
      scale: scales.slice(0, taken),
      unit: hit.value.spelling,
      end: hit.end,
      scaleEnd: at + taken,
    }
  }
  return { scale: scales, unit: '', end: at + scales.length, scaleEnd: at + scales.length }
}

const isLatinLetter = (letter: string | undefined) => letter !== undefined && /[a-z]/.test(letter)

/** Whether a Latin unit is only the beginning of a longer word: the `g` of `gdp`. */
export function continuesWord(text: string, end: number): boolean {
  return isLatinLetter(text[end - 1]) && /[a-z0-9]/.test(text[end] ?? '')
}

/** The words behind a number that limit it, and where they end. */
function readAfter(text: string, at: number): { end: number; qualifier: Qualifier } {
  const words = matchAt(after, text, at)
  if (!words) return { end: at, qualifier: '' }
  return { end: at + words.length, qualifier: afterQualifiers[words] ?? '' }
}

/** A number that was read up to `end`, with the words behind it that limit it; 多 within it says that it is more. */
export function limited(
  text: string,
  { isMore, end, ...number }: Omit<ScannedNumber, 'qualifier'> & { readonly isMore: boolean | undefined },
): ScannedNumber {
  const tail = readAfter(text, end)
  return { ...number, end: tail.end, qualifier: isMore ? '>' : tail.qualifier }
}

/** Stands for the unit of a number that nobody can read: 1亿2千3百万, 三四十万, 两位数. */
export const unreadable = '?'

/** With its words in the place of its value. */
export const unreadableFrom = (text: string, start: number, end: number): ScannedNumber => ({
  start,
  end,
  value: text.slice(start, end),
  scale: '',
  unit: unreadable,
  unitStart: end,
  qualifier: '',
})
