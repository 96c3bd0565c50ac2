import { wholeDigits } from '#data/model/digits.ts'
import type { Language } from '#data/model/language.ts'
import type { Scale } from '#data/model/quantity.ts'

/** All values a number may have, in base units, both ends included; null where an end is open. */
export interface Ends {
  readonly low: number | null
  readonly high: number | null
}

/** How many decimals of a number at a scale are certain enough to be shown: those above half of what is uncertain. */
export function decimalsFor({ value, low, high }: Ends & { readonly value: number }, power: number): number {
  const isClosed = low !== null && high !== null
  const half = isClosed ? (high - low) / 2 : Math.abs(value - (low ?? high ?? value))
  return half === 0 ? 2 : digitsAbove(half / 10 ** power)
}

/** Decimals that make three significant digits of a number at a scale; one of more whole digits keeps them all. */
export const threeDigits = (value: number, power: number) =>
  Math.max(0, Math.min(6, 3 - wholeDigits(value / 10 ** power)))

/**
 * An interval at a scale: `124,739—124,854亿元` · `≥101.2%` · `−0.06至−0.02个百分点`. Ends are rounded outward, to so
 * many digits that this hardly widens it; one value is said once; nothing where both ends are open.
 * @param most the most decimals to show, where more would only be noise.
 */
export function intervalAt(ends: Ends, scale: Scale, language: Language, most = 6): string {
  const [low, high] = [ends.low, ends.high].map((end) => (end === null ? null : end / 10 ** scale.power))
  const text = endsText(low ?? null, high ?? null, language, most)
  return text && withUnit(text, scale.label, language)
}

/** A number before its unit: close in Chinese except before Latin letters, apart in English except before %. */
export function withUnit(text: string, label: string, language: Language): string {
  if (label === '' || label === '%') return text + label
  if (language === 'en') return `${text} ${label}`
  return text + (/^[A-Z]/i.test(label) ? '\u202f' : '') + label
}

function endsText(low: number | null, high: number | null, language: Language, most: number): string {
  if (low === null) return high === null ? '' : `≤${withoutZeros(upward(high, oneEndDigits(high, most)))}`
  if (high === null) return `≥${withoutZeros(downward(low, oneEndDigits(low, most)))}`
  if (low === high) return withoutZeros(write(low, Math.max(0, 6 - wholeDigits(low))))
  const places = Math.min(most, placesOf(low, high))
  return downward(low, places) + dashes[language][low < 0 ? 1 : 0] + upward(high, places)
}

const dashes: Readonly<Record<Language, readonly [string, string]>> = { zh: ['—', '至'], en: ['–', ' to '] }

/** One decimal more than is certain where rounding the ends outward would widen the interval much. */
function placesOf(low: number, high: number): number {
  const places = digitsAbove((high - low) / 2)
  const width = (high - low) * 10 ** places
  const widened = round(high, places, Math.ceil) - round(low, places, Math.floor) - width
  return widened > 0.02 * width ? Math.min(6, places + 1) : places
}

/** The decimals down to the first digit of a size: 0.05 → 2, 57 → 0. */
const digitsAbove = (size: number) => Math.max(0, Math.min(6, -Math.floor(Math.log10(size) + 1e-9)))

const oneEndDigits = (end: number, most: number) => Math.min(most, Math.max(1, 4 - wholeDigits(end)))

/** In units of the last place; what binary fractions add in the thirteenth digit does not count. */
const round = (end: number, places: number, towards: (value: number) => number) =>
  towards(Number((end * 10 ** places).toPrecision(12)))

const downward = (end: number, places: number) => write(round(end, places, Math.floor) / 10 ** places, places)
const upward = (end: number, places: number) => write(round(end, places, Math.ceil) / 10 ** places, places)

const write = (end: number, places: number) =>
  end
    .toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places })
    .replace(/^-(?=.*[1-9])/, '−')
    .replace(/^-/, '')

const withoutZeros = (digits: string) => (digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits)
