import type { Language } from './language.ts'
import type { Unit } from './unit.ts'

/** What it takes to print values of a unit. */
export type Ladder = Pick<Unit, 'name' | 'ladder'>

/** One step of a unit's ladder: values are divided by 10 ** power and followed by the label. */
export interface Scale {
  readonly power: number
  readonly label: string
}

/**
 * The step at which a reader says values of this size: 3.8万亿元, 483.8万个.
 * @param largest the largest absolute value to be shown, in base units; one axis has one scale.
 * @param counter the classifier of counted things (户 个 家), put where the ladder says `{}`.
 */
export function scaleFor(largest: number, unit: Ladder, language: Language, counter?: string): Scale {
  const ladder = unit.ladder[language]
  const [power, label] = ladder.find(([step]) => Math.abs(largest) >= 10 ** step) ?? ladder.at(-1) ?? [0, '']
  return { power, label: label.replace('{}', counter ?? unit.name[language]) }
}

/**
 * A value at a scale, without the label.
 * @param digits most decimals to show; trailing zeros are dropped.
 */
function formatAt(value: number, { power }: Scale, digits = 2): string {
  const scaled = value / 10 ** power
  return scaled.toLocaleString('en-US', { maximumFractionDigits: digits })
}

const wordless = new Set(['%', '', '个百分点'])

/** A value as a reader says it: `3.8万亿元`, `11.6%`, `3.8 trillion yuan`. At most four significant digits before the label. */
export function formatQuantity(value: number, unit: Ladder, language: Language, counter?: string): string {
  const scale = scaleFor(value, unit, language, counter)
  const whole = Math.abs(value / 10 ** scale.power)
  const number = formatAt(value, scale, whole >= 1000 ? 0 : whole >= 100 ? 1 : 2)
  const space = language === 'en' && !wordless.has(scale.label) ? ' ' : ''
  return number + space + scale.label
}

/** A printed number with thousands separators, digits untouched: 137276 → 137,276. */
export function groupDigits(printed: string): string {
  const [whole = '', fraction] = printed.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/**
 * A printed number with its decimal point moved: `311637931.6` by −4 is `31163.79316`, `1.20` by 1 is `12.0`. No digit is
 * lost, and none is added but zeros at places that it did not print.
 */
export function movePoint(printed: string, places: number): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(printed) ?? []
  const digits = whole + fraction
  const at = whole.length + places
  const before = at > 0 ? digits.slice(0, at).padEnd(at, '0') : '0'
  const after = at > 0 ? digits.slice(at) : '0'.repeat(-at) + digits
  return sign + before.replace(/^0+(?=\d)/, '') + (after && `.${after}`)
}

/** The decimals of a printed number. */
export const decimalsOf = (printed: string): number => printed.split('.')[1]?.length ?? 0
