import { Decimal } from 'decimal.js'
import type { Qualifier } from '#data/model/observation.ts'
import type { UnitWord } from './lexicon.ts'
import { scanSeveralScales } from './several-scales.ts'
import { longestAt, type Trie } from './trie.ts'

/** A number as it stands in a text, with its unit. */
export interface ScannedNumber {
  readonly start: number
  readonly end: number
  readonly value: string
  readonly scale: string
  /** '' where no unit follows. */
  readonly unit: string
  readonly unitStart: number
  /** What the words after the number say: 余, 多, 以上, 左右. */
  readonly qualifier: Qualifier
}

const digits = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/y
const chinese =
  /(?:[一二三四五六七八九两]千零?(?=[一二三四五六七八九]))?[一二三四五六七八九两零〇十百]{1,8}(?:点[一二三四五六七八九零〇]{1,4})?/y
const beforeScale = /成|倍|千?[万亿]|百分/y
const percentWords =
  /百分之([一二三四五六七八九两零〇十百]{1,6}(?:点[一二三四五六七八九零〇]{1,4})?|(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)/y
const fraction =
  /[二三四五六七八九十千万]分之[一二三四五六七八九两零〇十百\d]{1,6}(?:[点.][一二三四五六七八九零〇\d]{1,4})?/y
const portions =
  /([一二三四五六七八九]|\d)成([一二三四五六七八九半]|\d(?![\d%万亿千百]))(?![一二三四五六七八九十百千万亿个家\d])/y
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

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

/** The number that begins at `start`: 3,015亿GB · 3.8万亿元 · 两万亿元 · 近三成's 三成 · 百分之十二 · 2200多个. */
export function scanNumber(text: string, start: number, units: Trie<UnitWord>): ScannedNumber | undefined {
  const number =
    scanPercentWords(text, start) ??
    scanFraction(text, start) ??
    scanPortions(text, start) ??
    scanTimes(text, start) ??
    scanScaled(text, start, units) ??
    scanWithUnit(text, start, units)
  return number && readInPart(number, text) ? unread(number, text) : number
}

/** Whether more of the number stands behind what was read: 1亿2千|3百万, 3.8|.1万亿, 三万零二十七|点五亿, 3|,80亿. */
function readInPart({ start, end, unit, scale, qualifier }: ScannedNumber, text: string): boolean {
  if (unit !== '' || qualifier !== '') return false
  const rest = text.slice(end, end + longestRest)
  return (scale === '' ? goesOn : goesOnScaled).test(rest) || (scale === '' && badGroups(text, start))
}

function badGroups(text: string, start: number): boolean {
  return match(groups, text, start) !== undefined
}

/** The whole run of numerals and scales, which nobody can tell. */
function unread(number: ScannedNumber, text: string): ScannedNumber {
  const end = number.start + (match(run, text, number.start)?.length ?? 0)
  return unreadableFrom(text, number.start, Math.max(end, number.end))
}

const longestRest = 8
const goesOn = /^(?:\.\d|点[一二三四五六七八九零〇])/
const goesOnScaled = /^(?:\d+(?:\.\d+)?(?![a-z\d.])|[一二三四五六七八九两]+[十百千万亿])/
/** Commas that part no thousands: 3,80亿. */
const groups = /(?!\d{1,3}(?:,\d{3})+(?!\d))\d+(?:,\d+)+(?:\.\d+)?(?=[%万亿])/y
const run = /[\d零〇一二三四五六七八九两十百千万亿点多余.,]*[\d零〇一二三四五六七八九两十百千万亿]/y

/** Stands for the unit of a number that was read in part: 1亿2千3百万. */
export const unreadable = '?'

/** 三分之一, 千分之三: no unit that is printed here. */
function scanFraction(text: string, start: number): ScannedNumber | undefined {
  const words = match(fraction, text, start)
  if (words === undefined) return undefined
  return unreadableFrom(text, start, start + words.length)
}

/** With its words in the place of its value. */
const unreadableFrom = (text: string, start: number, end: number): ScannedNumber => ({
  start,
  end,
  value: text.slice(start, end),
  scale: '',
  unit: unreadable,
  unitStart: end,
  qualifier: '',
})

/** 增长1.5倍, 增长一倍半: by so many percent; 增长到1.5倍 and 是1.5倍 are not. */
function scanTimes(text: string, start: number): ScannedNumber | undefined {
  times.lastIndex = start
  const found = times.exec(text)
  const [all = '', printed = '', half] = found ?? []
  if (!found || !grown.test(text.slice(Math.max(0, start - longestRest), start))) return undefined
  const value = /^\d/.test(printed) ? printed : parseChinese(printed)
  if (value === undefined) return undefined
  const percent = new Decimal(value)
    .plus(half ? 0.5 : 0)
    .times(100)
    .toFixed()
  const tail = readAfter(text, start + all.length)
  return {
    start,
    end: tail.end,
    value: percent,
    scale: '',
    unit: '%',
    unitStart: start,
    qualifier: tail.qualifier,
  }
}

const times = /(\d+(?:\.\d+)?|[一二三四五六七八九两十]{1,3}(?:点[一二三四五六七八九零〇]{1,2})?)倍(半)?/y
const grown = /(?:增长|增加|提高|提升|扩大|上升)(?:了|达)?(?:近|约|超|超过|逾|将近|接近|不到|不足|约为)?$/

/** 三成半, 七成六: tenths and hundredths of a whole. */
function scanPortions(text: string, start: number): ScannedNumber | undefined {
  portions.lastIndex = start
  const found = portions.exec(text)
  if (!found) return undefined
  const [all, tenths = '', hundredths = ''] = found
  const end = start + all.length
  const value = `${toDigit(tenths)}${hundredths === '半' ? 5 : toDigit(hundredths)}`
  const tail = readAfter(text, end)
  return { start, end: tail.end, value, scale: '', unit: '%', unitStart: start, qualifier: tail.qualifier }
}

const toDigit = (letter: string) => (/\d/.test(letter) ? letter : String(numerals[letter] ?? 0))

/** 3万8027亿元, 17亿4000万户, 四亿三千多万户: several scales, one number. */
function scanScaled(text: string, start: number, units: Trie<UnitWord>): ScannedNumber | undefined {
  const number = scanSeveralScales(text, start)
  if (!number) return undefined
  const hit = longestAt(units, text, number.end)
  const isUnit = hit !== undefined && !continuesWord(text, hit.end)
  const unit = isUnit ? hit.value.spelling : ''
  const end = isUnit ? hit.end : number.end
  const tail = readAfter(text, end)
  return {
    start,
    end: tail.end,
    value: number.value,
    scale: number.scale,
    unit,
    unitStart: end - unit.length,
    qualifier: number.isMore ? '>' : tail.qualifier,
  }
}

function scanPercentWords(text: string, start: number): ScannedNumber | undefined {
  percentWords.lastIndex = start
  const found = percentWords.exec(text)
  if (!found) return undefined
  const words = found[1] ?? ''
  const value = /^\d/.test(words) ? words.replaceAll(',', '') : parseChinese(words)
  if (value === undefined) return undefined
  const tail = readAfter(text, start + found[0].length)
  return { start, end: tail.end, value, scale: '', unit: '%', unitStart: start, qualifier: tail.qualifier }
}

function scanWithUnit(text: string, start: number, units: Trie<UnitWord>): ScannedNumber | undefined {
  const printed = match(digits, text, start)
  const words = printed === undefined ? chineseAt(text, start, units) : undefined
  const value = printed?.replaceAll(',', '') ?? (words === undefined ? undefined : parseChinese(words))
  if (value === undefined) return undefined
  const end = start + (printed ?? words ?? '').length
  const more = match(inner, text, end)
  const unit = readUnit(text, end + (more?.length ?? 0), units)
  const later = !unit.unit && !unit.scale && more ? undefined : match(inner, text, unit.scaleEnd)
  const full = later ? afterMore(unit, readUnit(text, unit.scaleEnd + 1, units)) : unit
  const tail = readAfter(text, full.end)
  return {
    start,
    end: tail.end,
    value,
    scale: full.scale,
    unit: full.unit,
    unitStart: full.end - full.unit.length,
    qualifier: more || (later && full.unit) ? '>' : tail.qualifier,
  }
}

/** 3万多亿元: 万亿. */
const afterMore = (before: ReadUnit, unit: ReadUnit): ReadUnit => ({
  ...unit,
  scale: before.scale + unit.scale,
})

const isCount = /[十百千]./
const isTens = /.[十百千]/

/** 一点二万亿, 九成; of what is counted only numerals of several signs: 四十九个, but not 一个 or 三家. */
function chineseAt(text: string, start: number, units: Trie<UnitWord>): string | undefined {
  const words = match(chinese, text, start)
  if (words === undefined) return undefined
  const end = start + words.length
  if (match(beforeScale, text, end) !== undefined) return words
  const hit = longestAt(units, text, end + (match(inner, text, end)?.length ?? 0))
  if (hit?.value.code === 'pp') return words
  if (!isCount.test(words) && !isTens.test(words)) return undefined
  return hit && countedIn.has(hit.value.code) && !isSpan.test(text[hit.end] ?? '') ? words : undefined
}

const countedIn = new Set(['count', 'CNY', 'USD'])
/** 十二个月, 十五个地区: of time and place. */
const isSpan = /[月年季小省市区县地国]/

interface ReadUnit {
  readonly scale: string
  readonly unit: string
  readonly end: number
  readonly scaleEnd: number
}

/** The longest scale that leaves a unit: 千瓦时 is no 千 of 瓦时, 亿GB is 亿 of GB. */
function readUnit(text: string, at: number, units: Trie<UnitWord>): ReadUnit {
  const scales = match(scale, text, at) ?? ''
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
function continuesWord(text: string, end: number): boolean {
  return isLatinLetter(text[end - 1]) && /[a-z0-9]/.test(text[end] ?? '')
}

function readAfter(text: string, at: number): { end: number; qualifier: Qualifier } {
  const words = match(after, text, at)
  if (!words) return { end: at, qualifier: '' }
  return { end: at + words.length, qualifier: afterQualifiers[words] ?? '' }
}

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

/** 两 → 2, 十五 → 15, 一点二 → 1.2, 三百二十 → 320. */
export function parseChinese(words: string): string | undefined {
  const [whole = '', fraction] = words.split('点')
  const value = parseWhole(whole)
  if (value === undefined) return undefined
  if (fraction === undefined) return String(value)
  return `${value}.${[...fraction].map((letter) => numerals[letter] ?? 0).join('')}`
}

const tens: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

function parseWhole(words: string): number | undefined {
  let total = 0
  let digit: number | undefined
  for (const letter of words) {
    const power = tens[letter]
    if (power === undefined && digit) return undefined
    total += power === undefined ? 0 : (digit ?? 1) * power
    digit = power === undefined ? numerals[letter] : undefined
  }
  return total + (digit ?? 0)
}
