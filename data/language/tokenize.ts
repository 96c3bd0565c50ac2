import { scanDate, scanShortDate } from './dates.ts'
import type { Entry, Lexicon } from './lexicon.ts'
import type { NormalizedText } from './normalize.ts'
import { scanNumber } from './numbers.ts'
import { parseChinese } from './numerals.ts'
import { readUnit, type ScannedNumber, unreadable } from './scanned-number.ts'
import { scanSpan } from './spans.ts'
import { scanSpeedTier, tierFirst } from './speed-tiers.ts'
import { nameOf, type Quantity, type StopToken, type Token, wordOf } from './token.ts'
import { type Hit, longestAt } from './trie.ts'

const codeOf = (letter: string) => letter.charCodeAt(0)
const stops = new Map<number, StopToken['strength']>([
  ...[...',:：'].map((sign) => [codeOf(sign), 'clause'] as const),
  ...[...';；'].map((sign) => [codeOf(sign), 'part'] as const),
  ...[...'。!！?？'].map((sign) => [codeOf(sign), 'sentence'] as const),
])
const ordinal = /第[一二三四五六七八九十百\d]+|(?:前|居|列|位)[十\d]+(?:名|位|强|大)?/y
const countedRegions =
  /([一二两三四五六七八九]|\d{1,2})(?:个|大)?(?:地区|区域|省市|省份|省区市|省级行政区|直辖市|省|市)(?!级|场|内|外|长)/y
const ordinals = new Set([...'第前居列位'].map(codeOf))
const suffix = /(?:(?<=数)量|总数|数量|总量|总额|总规模|规模|额|数|值)(?![据字以子得度])/y
const latin = /[a-z0-9][a-z0-9.+/_-]*/y
const numeralStart = new Set([...'0123456789一二三四五六七八九两十百千万半'].map(codeOf))
/** Latin words, and phrases that are no words of the lexicon: 除北京外, 按上年价格, 速率在100Mbps. */
const pricesFirst = new Set('按以依')
const exceptionsFirst = new Set('除不若如剔扣')
const others = [...'abcdefghijklmnopqrstuvwxyz', ...pricesFirst, ...exceptionsFirst, ...tierFirst].map(codeOf)
const notPortion = /[立熟为员效果本功长交]/

/** The number of an item: 1. 软件产品收入, 2)利润总额, ③出口, 4、5G基站; 1.5亿户 is none. */
const itemMark = /^(?:\d{1,2}(?:\.(?!\d)|\.(?=[2-6]g[\u4e00-\u9fff])|[、．)])|[①-⑳])/

/** 1、2月份 at the beginning of a paragraph are two months; 1、5月份 is the first item. */
function isListOfMonths(text: string): boolean {
  const [, first, second] = /^(\d{1,2})、(\d{1,2})(?:月|季度)/.exec(text) ?? []
  return first !== undefined && Number(second) === Number(first) + 1
}

/** Reads a normalized text once from left to right. Linear: each place is looked at a bounded number of times. */
export function tokenize(normalized: NormalizedText, lexicon: Lexicon): Token[] {
  const tokens: Token[] = []
  const { length } = normalized.text
  let known = isListOfMonths(normalized.text) ? 0 : (itemMark.exec(normalized.text)?.[0].length ?? 0)
  const starts = startsOf(lexicon)
  for (let at = known; at < length; ) {
    if (starts[normalized.text.charCodeAt(at)] === 0) {
      at++
      continue
    }
    const token = readToken(normalized, at, lexicon, tokens.at(-1))
    if (typeof token === 'number') {
      at = token
      continue
    }
    if (known < at) tokens.push({ kind: 'text', start: known, end: at })
    tokens.push(token)
    at = token.end
    known = at
  }
  if (known < length) tokens.push({ kind: 'text', start: known, end: length })
  return tokens
}

const startsByLexicon = new WeakMap<Lexicon, Uint8Array>()

/** For each character code, whether anything but an unknown word can begin with it. */
function startsOf(lexicon: Lexicon): Uint8Array {
  const found = startsByLexicon.get(lexicon)
  if (found) return found
  const starts = new Uint8Array(65536)
  for (const codes of [stops.keys(), ordinals, numeralStart, others, lexicon.words.next.keys()]) {
    for (const code of codes) starts[code] = 1
  }
  startsByLexicon.set(lexicon, starts)
  return starts
}

/** The token that begins at a place, or where the unknown word there ends. */
function readToken(
  normalized: NormalizedText,
  start: number,
  lexicon: Lexicon,
  last: Token | undefined,
): Token | number {
  const { text } = normalized
  const strength = stops.get(text.charCodeAt(start))
  if (strength) return { kind: 'stop', strength, start, end: start + 1 }
  return (
    atPrices(text, start) ??
    except(text, start) ??
    scanSpeedTier(text, start, lexicon) ??
    readWord(normalized, start, lexicon, last)
  )
}

function readWord(
  normalized: NormalizedText,
  start: number,
  lexicon: Lexicon,
  last: Token | undefined,
): Token | number {
  const { text } = normalized
  const hit = wordAt(text, start, lexicon)
  const isNumeral = mayCount(text, start, last)
  const span = isNumeral || text[start] === '第' ? scanSpan(text, start) : undefined
  if (span) return span
  const counted = isNumeral ? readNumeral(normalized, start, lexicon) : undefined
  const isTerm = hit?.value.term && !cutsWord(text, start, hit.end)
  if (counted && !isTerm && counted.end > (hit?.end ?? start)) return counted
  if (hit && !isPiece(hit, text, start)) return toToken(withSuffix(hit, text), start)
  return readUnknown(text, start)
}

/** 以上年不变单价计: at which prices, which is no time that figures are of. */
const pricesOfYear =
  /[按以依](?:照)?(?:上年|去年|上一年|\d{4}年)的?(?:不变单?价格?|可比价格?|价格|单价)(?:来)?(?:计算|核算|测算|计|算)?(?:的)?/y

function atPrices(text: string, start: number): Token | undefined {
  if (!pricesFirst.has(text[start] ?? '')) return undefined
  pricesOfYear.lastIndex = start
  return pricesOfYear.test(text) ? wordOf('transparent', { start, end: pricesOfYear.lastIndex }) : undefined
}

/** 除北京外, 不含西藏, 若剔除汇率影响: what follows is not of all that it names. */
const withoutSome =
  /除(?!此|上述|这)(?:了)?[^,。;:]{1,12}?(?:以|之)?外|(?:不(?:含|包括|考虑)|[若如]?(?:剔除|扣除))(?=[\u4e00-\u9fff]{2})[^,。;:)）]{2,12}/y

function except(text: string, start: number): Token | undefined {
  if (!exceptionsFirst.has(text[start] ?? '')) return undefined
  withoutSome.lastIndex = start
  return withoutSome.test(text) ? wordOf('except', { start, end: withoutSome.lastIndex }) : undefined
}

/** Digits begin a number unless they belong to a name: not in NAT44, but in GDP1.9. */
function mayCount(text: string, start: number, last: Token | undefined): boolean {
  const isNamed = last?.kind === 'indicator' && last.end === start
  return numeralStart.has(text.charCodeAt(start)) && (isNamed || !isLetter(text[start - 1]))
}

/** Whether a word found is a piece of a longer one; the name of an indicator may stand right before its number. */
function isPiece({ value, end }: Hit<Entry>, text: string, start: number): boolean {
  const isBeforeNumber = value.senses.length > 0 && /[0-9]/.test(text[end] ?? '')
  return !isBeforeNumber && cutsWord(text, start, end)
}

/**
 * The word that begins at a place: the longest, unless it cuts a name or a bound, or leaves a rest that is no word, where two
 * words read farther: 增长 and 至少 in 增长至少5%, 中国 and 移动电话基站 in 中国移动电话基站.
 */
function wordAt(text: string, start: number, { words }: Lexicon): Hit<Entry> | undefined {
  const hit = longestAt(words, text, start)
  if (!hit?.value.splits) return hit
  const isCut = !longestAt(words, text, hit.end)
  const split = hit.value.splits.find(({ length }) => {
    const second = longestAt(words, text, start + length)
    return second && second.end > hit.end && (isCut || isNameOrBound(second.value))
  })
  return split ? { value: split.first, end: start + split.length } : hit
}

const isNameOrBound = ({ senses, classes }: Entry) =>
  senses.length > 0 || classes.has('>=') || classes.has('<=')

/** 移动通信固定资产投资额, 5G基站总数: the same indicator, whatever noun says that it is a size. */
function withSuffix(hit: Hit<Entry>, text: string): Hit<Entry> {
  if (hit.value.senses.length === 0) return hit
  suffix.lastIndex = hit.end
  return { ...hit, end: hit.end + (suffix.exec(text)?.[0].length ?? 0) }
}

/** Whether a Latin word of the lexicon is only a piece of a longer one: `dou` in `double`. */
function cutsWord(text: string, start: number, end: number): boolean {
  return (
    (isLetter(text[end - 1]) && isLatin(text[end])) || (isLatin(text[start]) && isLetter(text[start - 1]))
  )
}

const isLetter = (letter: string | undefined) => letter !== undefined && letter >= 'a' && letter <= 'z'
const isLatin = (letter: string | undefined) =>
  isLetter(letter) || (letter !== undefined && letter >= '0' && letter <= '9')

function readUnknown(text: string, start: number): number {
  const letter = text.charCodeAt(start)
  const pattern = letter < 128 && isLatin(text[start]) ? latin : ordinals.has(letter) ? ordinal : undefined
  if (!pattern) return start + 1
  pattern.lastIndex = start
  return start + (pattern.exec(text)?.[0].length ?? 1)
}

/** A date, a number or 四个地区; undefined where the digits belong to a name: 39AI. */
function readNumeral(normalized: NormalizedText, start: number, lexicon: Lexicon): Token | undefined {
  const { text } = normalized
  const date = /\d/.test(text[start] ?? '')
    ? (scanDate(text, start) ?? scanShortDate(text, start))
    : undefined
  if (date) return date.token ?? { kind: 'text', start, end: date.end }
  countedRegions.lastIndex = start
  const regions = countedRegions.exec(text)
  if (regions && !/\d/.test(text[start - 1] ?? '')) {
    const [, said = ''] = regions
    const count = Number(/^\d+$/.test(said) ? said : parseChinese(said))
    return { kind: 'counted-regions', count, start, end: start + regions[0].length }
  }
  return readQuantity(normalized, start, lexicon)
}

/** Not of 每一百个, which says how the number that follows is counted. */
function readQuantity(normalized: NormalizedText, start: number, lexicon: Lexicon): Quantity | undefined {
  const { text } = normalized
  const number = scanNumber(text, start, lexicon.units)
  if (!number || text[start - 1] === '每' || isCut(text, number)) return undefined
  const { scale, unit } = unitInAside(normalized, number, lexicon) ?? number
  const negative = text[start - 1] === '-' && !ofRange.test(text[start - 2] ?? '')
  return {
    kind: 'quantity',
    start,
    digit: start,
    end: number.end,
    value: negative ? `-${number.value}` : number.value,
    scale,
    unit: unit === 'pp' ? '个百分点' : unit,
    qualifier: number.qualifier,
    ...(somePlaces.test(text.slice(number.end, number.end + placesLength)) ? { places: true } : {}),
  }
}

/** 19个城市中，: the clause says of whom the next ones speak. */
const somePlaces =
  /^(?:重点|主要|中心|样本|试点)?(?:城市|地级市|国家|经济体|县|园区)(?:之)?(?:中|里|内|方面|看|来看)?[,，]/
const placesLength = 12

/** What stands before the dash of a range: 3.1万亿-3.3万亿元, 11%-12%. */
const ofRange = /[\d%月年万亿千百元户个台部点a-z]/

/** 三成立, 39ai: no number but the beginning of a word. */
function isCut(text: string, { unit, end }: { unit: string; end: number }): boolean {
  const next = text[end] ?? ''
  return unit === '成' ? notPortion.test(next) : unit === '' && /[a-z]/.test(next)
}

/**
 * 32.85泽字节(ZB), 0.23十万亿亿次浮点运算(ZFLOPS): the symbol in parentheses stands for scale and unit;
 * 538亿元(人民币), 538(亿元): a word keeps the scale of the number, or gives its own where the number has none. With two
 * scales nobody can say which.
 */
function unitInAside(
  { asides }: NormalizedText,
  number: ScannedNumber,
  { units }: Lexicon,
): Pick<Quantity, 'scale' | 'unit'> | undefined {
  if (asides.length === 0 || number.unit === unreadable) return undefined
  const aside = asideAt(asides, number.end)
  const { scale, unit, end } = readUnit(aside ?? '', 0, units)
  if (unit === '' || end !== aside?.length) return undefined
  if (number.unit !== '' && /^[a-z]/i.test(unit)) return { scale, unit }
  const [first = '', second] = new Set([number.scale, scale].filter((each) => each !== ''))
  return { scale: first, unit: second === undefined ? unit : unreadable }
}

/** The aside at an index; they are sorted. */
function asideAt(asides: NormalizedText['asides'], index: number): string | undefined {
  let low = 0
  let high = asides.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((asides[middle]?.index ?? 0) < index) low = middle + 1
    else high = middle
  }
  const found = asides[low]
  return found?.index === index ? found.normalized.text : undefined
}

function toToken({ value, end }: Hit<Entry>, start: number): Token | number {
  if (value.term) return end
  if (value.senses.length > 0) return nameOf(value, { start, end })
  const regions = value.regions ?? (value.region === undefined ? [] : [value.region])
  if (regions.length > 0) return { kind: 'region', codes: regions, start, end }
  if (value.home) return { kind: 'home', ...value.home, start, end }
  if (value.topic !== undefined) return { kind: 'industry', topic: value.topic, start, end }
  if (value.period) {
    const { flag, ...period } = value.period
    return { kind: 'period', ...period, ...(flag ? { [flag]: true } : {}), start, end }
  }
  return { kind: 'word', classes: value.classes, start, end }
}
