import Decimal from 'decimal.js'
import { printDate } from './print-date.ts'

/** What one section of a format is made of, in order. */
export type Part =
  | { readonly kind: 'literal'; readonly text: string }
  /** A place for a digit: `0` always shows one, `#` only where there is one, `?` a space. */
  | { readonly kind: 'digit'; readonly sign: string }
  | { readonly kind: 'point' | 'comma' | 'percent' | 'general' | 'text' | 'fraction' }
  | { readonly kind: 'exponent'; readonly sign: string }
  | { readonly kind: 'date'; readonly text: string }

interface Section {
  readonly parts: readonly Part[]
  /** For which numbers it is, where the format says so: [>=10000]. */
  readonly condition: { readonly sign: string; readonly bound: Decimal } | undefined
}

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP })

/**
 * A number as Excel shows it in a cell of this format: 3802700000000 in `0!.00,,"亿元"` is 38027.00亿元.
 * A number below zero has its minus sign, also where the format shows it by brackets, a triangle or a colour.
 * @param epoch the year from which days are counted, for dates: 1900 or 1904.
 */
export function printNumber(value: number, format: string, epoch: 1900 | 1904 = 1900): string {
  const exact = new Exact(value.toPrecision(15))
  const section = sectionFor(exact, readFormat(format))
  if (section.parts.some(({ kind }) => kind === 'date')) return printDate(value, section.parts, epoch)
  const text = fill(exact.abs(), section.parts).trim()
  const isSigned = exact.isNegative() && !exact.isZero() && /\d/.test(text) && !text.includes('-')
  return isSigned ? `-${text.replace(/[()▲△▼]/g, '')}` : text
}

/** A text as Excel shows it: in the section for text, where the format has one. */
export function printText(text: string, format: string): string {
  if (!format.includes('@') && !format.includes(';')) return text
  const sections = readFormat(format)
  const own = sections.find(({ parts }) => parts.some(({ kind }) => kind === 'text')) ?? sections[3]
  if (!own) return text
  return own.parts
    .map((part) => (part.kind === 'text' ? text : part.kind === 'literal' ? part.text : ''))
    .join('')
}

const formats = new Map<string, readonly Section[]>()

function readFormat(format: string): readonly Section[] {
  const known = formats.get(format)
  if (known) return known
  const read = sectionsOf(format.replace(/G\/通用格式/g, 'General')).map(readSection)
  formats.set(format, read)
  return read
}

/** The signs of a format, quoted or escaped text as one. */
const signs = /"([^"]*)"?|[\\!]([\s\S])|\[([^\]]*)\]|[_*][\s\S]?|[\s\S]/g

function sectionsOf(format: string): string[] {
  const sections: string[] = ['']
  for (const { 0: sign } of format.matchAll(signs)) {
    if (sign === ';') sections.push('')
    else sections[sections.length - 1] += sign
  }
  return sections
}

/** The pieces of a section: words of dates, quoted and escaped text, brackets, spaces as wide as a sign, signs. */
const pieces = new RegExp(
  [
    '(?<word>General|上午/下午|AM/PM|A/P|E[+-]|y+|m+|d+|h+|s+|e+|b+|g+|a{3,4}|\\[(?:h+|m+|s+)\\])',
    '"(?<quoted>[^"]*)"?',
    '[\\\\!](?<escaped>[\\s\\S])',
    '\\[(?<bracket>[^\\]]*)\\]',
    '_(?<space>[\\s\\S]?)',
    '\\*[\\s\\S]?',
    '(?<sign>[\\s\\S])',
  ].join('|'),
  'gi',
)

function readSection(section: string): Section {
  const found = [...section.matchAll(pieces)].map(({ groups = {} }) => groups)
  const condition = found.map(({ bracket = '' }) => conditionOf(bracket)).find((each) => each !== undefined)
  return { parts: withoutStrayWords(found.map(partOf)), condition }
}

function partOf({ word, sign, bracket, quoted, escaped, space }: Partial<Record<string, string>>): Part {
  if (word !== undefined) return partOfWord(word)
  if (sign !== undefined) return partOfSign(sign)
  // [$¥-804] is a currency, other brackets are colours and conditions.
  if (bracket !== undefined) return literal(/^\$([^-]*)/.exec(bracket)?.[1] ?? '')
  return literal(quoted ?? escaped ?? (space === undefined ? '' : ' '))
}

const literal = (text: string): Part => ({ kind: 'literal', text })

function partOfWord(word: string): Part {
  if (/^general$/i.test(word)) return { kind: 'general' }
  return /^e[+-]/i.test(word)
    ? { kind: 'exponent', sign: word[1] ?? '+' }
    : { kind: 'date', text: word.toLowerCase() }
}

const partKinds: Readonly<Record<string, Part>> = {
  '.': { kind: 'point' },
  ',': { kind: 'comma' },
  '%': { kind: 'percent' },
  '@': { kind: 'text' },
  '/': { kind: 'fraction' },
}

const partOfSign = (sign: string): Part =>
  /[0#?]/.test(sign) ? { kind: 'digit', sign } : (partKinds[sign] ?? literal(sign))

/** Letters beside places for digits are a unit that nobody put in quotes, not a date. */
function withoutStrayWords(parts: readonly Part[]): Part[] {
  const isNumber =
    parts.some(({ kind }) => kind === 'digit') &&
    !parts.some((part) => part.kind === 'date' && /^(?:[yhs]|\[)/.test(part.text))
  const isDate = parts.some(({ kind }) => kind === 'date') && !isNumber
  return parts.map((part) => {
    if (part.kind === 'date' && isNumber) return literal(part.text)
    return isDate && part.kind === 'fraction' ? literal('/') : part
  })
}

function conditionOf(text: string): Section['condition'] {
  const found = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$/.exec(text)
  return found ? { sign: found[1] ?? '', bound: new Exact(found[2] ?? 0) } : undefined
}

function sectionFor(value: Decimal, sections: readonly Section[]): Section {
  const [first = { parts: [], condition: undefined }, second = first, third = first] = sections
  if (sections.some(({ condition }) => condition)) {
    const fitting = sections.slice(0, 2).find(({ condition }) => condition && holds(value, condition))
    return fitting ?? sections.find(({ condition }) => !condition) ?? first
  }
  if (value.isNegative() && !value.isZero()) return second
  return value.isZero() && sections.length > 2 ? third : first
}

function holds(value: Decimal, { sign, bound }: NonNullable<Section['condition']>): boolean {
  const order = value.cmp(bound)
  return (order < 0 && /</.test(sign)) || (order > 0 && />/.test(sign)) || (order === 0 && /=/.test(sign))
}

/** A number not below zero, laid into the places of a section. */
function fill(value: Decimal, parts: readonly Part[]): string {
  if (parts.some(({ kind }) => kind === 'general' || kind === 'text' || kind === 'fraction'))
    return parts
      .map((part) =>
        part.kind === 'literal' ? part.text : part.kind === 'digit' ? '' : kindText(part, value),
      )
      .join('')
  const lastDigit = parts.findLastIndex(({ kind }) => kind === 'digit')
  const point = parts.findIndex(({ kind }) => kind === 'point')
  const lastWhole =
    point < 0 ? lastDigit : parts.slice(0, point).findLastIndex(({ kind }) => kind === 'digit')
  const isScale = (_: Part, i: number) => i > lastDigit || (i > lastWhole && i < point)
  const commas = parts.map((part, i) => part.kind === 'comma' && isScale(part, i))
  const percents = parts.filter(({ kind }) => kind === 'percent').length
  const scaled = value
    .mul(new Exact(100).pow(percents))
    .div(new Exact(1000).pow(commas.filter(Boolean).length))
  const grouped = parts.some(({ kind }, i) => kind === 'comma' && !commas[i])
  const exponent = parts.findIndex(({ kind }) => kind === 'exponent')
  return exponent < 0 ? fillPlain(scaled, parts, grouped) : fillExponent(scaled, parts, exponent)
}

function kindText(part: Part, value: Decimal): string {
  if (part.kind === 'general' || part.kind === 'text') return value.toFixed()
  if (part.kind === 'fraction') return value.toFixed()
  return part.kind === 'percent' ? '%' : ''
}

function fillPlain(value: Decimal, parts: readonly Part[], grouped: boolean): string {
  const point = parts.findIndex(({ kind }) => kind === 'point')
  const before = point < 0 ? parts : parts.slice(0, point)
  const after = point < 0 ? [] : parts.slice(point + 1)
  const decimals = after.filter(({ kind }) => kind === 'digit').length
  const [digits = '', rest = ''] = value.toFixed(decimals, Decimal.ROUND_HALF_UP).split('.')
  const fraction = fillAfter(rest, after)
  return `${fillBefore(digits === '0' ? '' : digits, before, grouped)}${point < 0 ? '' : '.'}${fraction}`
}

/** From the right; what has no place of its own stands at the leftmost. */
function fillBefore(digits: string, parts: readonly Part[], grouped: boolean): string {
  const first = parts.findIndex(({ kind }) => kind === 'digit')
  let end = digits.length
  let placed = 0
  const take = (count: number, empty: string) => {
    const taken = end > 0 ? digits.slice(Math.max(0, end - count), end) : empty
    end -= count
    return [...taken].reverse().reduce((text, digit) => {
      const comma = grouped && placed > 0 && placed % 3 === 0 && digit !== ' ' ? ',' : ''
      placed++
      return digit + comma + text
    }, '')
  }
  return parts.reduceRight((text, part, i) => {
    if (part.kind === 'literal') return part.text + text
    if (part.kind === 'percent') return `%${text}`
    return part.kind === 'digit'
      ? take(i === first ? Math.max(1, end) : 1, emptyPlace(part.sign)) + text
      : text
  }, '')
}

const emptyPlace = (sign: string) => ({ '0': '0', '?': ' ' })[sign] ?? ''

function fillAfter(digits: string, parts: readonly Part[]): string {
  const last = digits.replace(/0+$/, '').length
  let at = 0
  return parts
    .map((part) => {
      if (part.kind === 'literal') return part.text
      if (part.kind === 'percent') return '%'
      if (part.kind !== 'digit') return ''
      const digit = digits[at] ?? '0'
      at++
      return at > last && part.sign !== '0' ? emptyPlace(part.sign) : digit
    })
    .join('')
}

function fillExponent(value: Decimal, parts: readonly Part[], at: number): string {
  const mantissa = parts.slice(0, at)
  const point = mantissa.findIndex(({ kind }) => kind === 'point')
  const decimals = point < 0 ? 0 : mantissa.slice(point).filter(({ kind }) => kind === 'digit').length
  const [digits = '0', power = '+0'] = value.toExponential(decimals, Decimal.ROUND_HALF_UP).split('e')
  const places = parts.slice(at).filter(({ kind }) => kind === 'digit').length
  const rest = parts
    .slice(at)
    .map((part) => (part.kind === 'literal' ? part.text : ''))
    .join('')
  const shown = Math.abs(Number(power)).toString().padStart(places, '0')
  const part = parts[at]
  const sign = Number(power) < 0 ? '-' : part?.kind === 'exponent' && part.sign === '+' ? '+' : ''
  return `${digits}E${sign}${shown}${rest}`
}
