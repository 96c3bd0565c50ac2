import type { UnitWord } from './lexicon.ts'
import { scanPhrase } from './number-phrases.ts'
import { parseChinese } from './numerals.ts'
import {
  continuesWord,
  innerAt,
  limited,
  matchAt,
  type ReadUnit,
  readUnit,
  type ScannedNumber,
  unreadableFrom,
} from './scanned-number.ts'
import { scanSeveralScales } from './several-scales.ts'
import { longestAt, type Trie } from './trie.ts'

const digits = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/y
/** No numeral below ten thousand is longer; a longer run is none, and is not looked through again from each of its signs. */
const chinese =
  /[一二三四五六七八九两零〇十][一二三四五六七八九两零〇十百千]{0,11}(?![一二三四五六七八九两零〇十百千])(?:点[一二三四五六七八九零〇]{1,4})?/y
const beforeScale = /成|倍|千?[万亿]|个?百分点/y
const joiner = /[至到]|-+/y

/** The number that begins at `start`: 3,015亿GB · 3.8万亿元 · 两万亿元 · 近三成's 三成 · 百分之十二 · 2200多个. */
export function scanNumber(text: string, start: number, units: Trie<UnitWord>): ScannedNumber | undefined {
  const number = scanPhrase(text, start) ?? scanScaled(text, start, units) ?? scanWithUnit(text, start, units)
  return number && readInPart(number, text) ? unread(number, text) : number
}

/** Whether more of the number stands behind what was read: 1亿2千|3百万, 3.8|.1万亿, 三万零二十七|点五亿, 3|,80亿. */
function readInPart({ start, end, unit, scale, qualifier }: ScannedNumber, text: string): boolean {
  if (unit !== '' || qualifier !== '') return false
  const rest = text.slice(end, end + longestRest)
  return (scale === '' ? goesOn : goesOnScaled).test(rest) || (scale === '' && badGroups(text, start))
}

function badGroups(text: string, start: number): boolean {
  return matchAt(groups, text, start) !== undefined
}

/** The whole run of numerals and scales, which nobody can tell. */
function unread(number: ScannedNumber, text: string): ScannedNumber {
  const end = number.start + (matchAt(run, text, number.start)?.length ?? 0)
  return unreadableFrom(text, number.start, Math.max(end, number.end))
}

const longestRest = 8
const goesOn = /^(?:\.\d|点[一二三四五六七八九零〇])/
const goesOnScaled = /^(?:\d+(?:\.\d+)?(?![a-z\d.])|[一二三四五六七八九两]+[十百千万亿])/
/** Commas that part no thousands: 3,80亿. */
const groups = /(?!\d{1,3}(?:,\d{3})+(?!\d))\d+(?:,\d+)+(?:\.\d+)?(?=[%万亿])/y
const run = /[\d零〇一二三四五六七八九两十百千万亿点多余.,]*[\d零〇一二三四五六七八九两十百千万亿]/y

/** 3万8027亿元, 17亿4000万户, 四亿三千多万户: several scales, one number. */
function scanScaled(text: string, start: number, units: Trie<UnitWord>): ScannedNumber | undefined {
  const number = scanSeveralScales(text, start)
  if (!number) return undefined
  const hit = longestAt(units, text, number.end)
  const isUnit = hit !== undefined && !continuesWord(text, hit.end)
  const unit = isUnit ? hit.value.spelling : ''
  const end = isUnit ? hit.end : number.end
  const { value, scale, isMore } = number
  return limited(text, { start, end, value, scale, unit, unitStart: end - unit.length, isMore })
}

function scanWithUnit(text: string, start: number, units: Trie<UnitWord>): ScannedNumber | undefined {
  const printed = matchAt(digits, text, start) ?? chineseAt(text, start, units)
  if (printed === undefined) return undefined
  const value = /^\d/.test(printed) ? printed.replaceAll(',', '') : parseChinese(printed)
  const { end, unit, scale, isMore } = unitBehind(text, start + printed.length, units)
  if (value === undefined) return unreadableFrom(text, start, end)
  return limited(text, { start, end, value, scale, unit, unitStart: end - unit.length, isMore })
}

/** The unit behind a numeral, with 多 before it, or within it: 2200多个, 3万多亿元. */
function unitBehind(text: string, at: number, units: Trie<UnitWord>): ReadUnit & { isMore: boolean } {
  const more = innerAt(text, at)
  const unit = readUnit(text, at + (more?.length ?? 0), units)
  const later = !unit.unit && !unit.scale && more ? undefined : innerAt(text, unit.scaleEnd)
  const full = later ? afterMore(unit, readUnit(text, unit.scaleEnd + 1, units)) : unit
  return { ...full, isMore: more !== undefined || (later !== undefined && full.unit !== '') }
}

/** 3万多亿元: 万亿. */
const afterMore = (before: ReadUnit, unit: ReadUnit): ReadUnit => ({
  ...unit,
  scale: before.scale + unit.scale,
})

const isMany = /[十百千]./
const isTens = /.[十百千]/

/**
 * 一点二万亿, 九成, 六个百分点; of what is counted only numerals of several signs: 四十九个, but not 一个 or 三家. What is no
 * numeral but about one (三四十万) is taken whole too.
 */
function chineseAt(text: string, start: number, units: Trie<UnitWord>, isSecond = false): string | undefined {
  const all = matchAt(chinese, text, start)
  if (all === undefined) return undefined
  // 两千万 is 两 of 千万
  const words = /^.千$/.test(all) && /[万亿]/.test(text[start + all.length] ?? '') ? all.slice(0, -1) : all
  const end = start + words.length
  if (matchAt(beforeScale, text, end) !== undefined) return words
  const hit = longestAt(units, text, end + (innerAt(text, end)?.length ?? 0))
  if (hit && isCounted(words, hit.value, text[hit.end])) return words
  return !isSecond && beginsRange(text, end, units) ? words : undefined
}

function isCounted(words: string, { code }: UnitWord, next: string | undefined): boolean {
  if (code === 'pp') return true
  return (isMany.test(words) || isTens.test(words)) && countedIn.has(code) && !isSpan.test(next ?? '')
}

/** 三至四成, 三十到四十万户: the unit stands behind the second. */
function beginsRange(text: string, end: number, units: Trie<UnitWord>): boolean {
  const between = matchAt(joiner, text, end)
  return between !== undefined && chineseAt(text, end + between.length, units, true) !== undefined
}

const countedIn = new Set(['count', 'CNY', 'USD'])
/** 十二个月, 十五个地区: of time and place. */
const isSpan = /[月年季小省市区县地国]/
