import type { Language } from '#data/model/language.ts'
import { decimalsOf, groupDigits, movePoint, type Scale, scaleFor } from '#data/model/quantity.ts'
import { withUnit } from '#data/wording/interval-text.ts'
import type { ChartPoint, ShownNumber } from '../chart-kind.ts'
import {
  derivedTextAt,
  intervalText,
  printedPower,
  printedUnit,
  qualifierWords,
  saidScale,
  unitOf,
  withInterval,
  withMinus,
} from './value-text.ts'

/**
 * The one scale of numbers that stand below one another, where they would be said in several units: the smallest of
 * these at which none has a digit that was not printed, or is not certain.
 * @returns undefined where all are said in one unit already.
 */
export function commonScale(numbers: readonly ShownNumber[], language: Language): Scale | undefined {
  if (new Set(numbers.map((number) => unitSaid(number, language))).size < 2) return undefined
  const counted = numbers.filter(({ point }) => point.value !== 0)
  const scales = counted.map(({ series, point }) => saidScale(point, series, language))
  const least = Math.max(...counted.map(({ point }, at) => lastPlace(point, scales[at]?.power ?? 0)))
  const [scale] = scales.filter(({ power }) => power >= least).toSorted((a, b) => a.power - b.power)
  return scale && spelled(scale, numbers, language)
}

const unitSaid = ({ series, point }: ShownNumber, language: Language) =>
  point.derived ? saidScale(point, series, language).label : printedUnit(point, series, language)

/** The power of ten of its last digit: of a derived number that of the unit in which it needs few decimals. */
const lastPlace = (point: ChartPoint, power: number) =>
  point.derived ? power : printedPower(point) - decimalsOf(point.printedValue)

/** 万座 and 万千米 as the catalogue spells them: 万个, 万公里. */
function spelled(scale: Scale, [first]: readonly ShownNumber[], language: Language): Scale {
  if (!first) return scale
  const { indicator } = first.series
  const counter = language === 'zh' ? (indicator.counter ?? undefined) : ''
  const own = scaleFor(10 ** scale.power, unitOf(first.series), language, counter)
  return own.power === scale.power ? own : scale
}

/** The digits of a printed number at a scale, exactly: `311637931.6`万元 in 亿元 is `31163.79316`. */
export const exactDigits = (point: ChartPoint, { power }: Scale): string =>
  point.value === 0 ? point.printedValue : movePoint(point.printedValue, printedPower(point) - power)

/** A number at a scale, with 约 or 超 and its unit: a printed one exactly, a derived one as far as it is certain. */
export function textAt(point: ChartPoint, scale: Scale, language: Language): string {
  if (point.derived) return derivedTextAt(point, scale, language)
  const digits = withMinus(groupDigits(exactDigits(point, scale)))
  return qualifierWords[point.qualifier][language] + withUnit(digits, scale.label, language)
}

/** The one scale of numbers that stand below one another: that in which all are said already, else their common one. */
export function scaleOfAll(numbers: readonly ShownNumber[], language: Language): Scale {
  const [first] = [...numbers.filter(({ point }) => point.value !== 0), ...numbers]
  const own = first && saidScale(first.point, first.series, language)
  return commonScale(numbers, language) ?? own ?? { power: 0, label: '' }
}

/** A number at a scale whose unit stands elsewhere: a derived one with its interval. */
export function digitsIn({ series, point }: ShownNumber, scale: Scale, language: Language): string {
  const bare = { ...scale, label: '' }
  const interval = point.derived ? intervalText(point, series, language, bare) : ''
  return withInterval(textAt(point, bare, language), point, interval, language)
}

/** The number as its document prints it, whatever the language: `311,637,931.6万元`. */
export const asPrinted = ({ printedValue, printedUnit, qualifier }: ChartPoint): string =>
  qualifierWords[qualifier].zh + withUnit(withMinus(groupDigits(printedValue)), printedUnit, 'zh')
