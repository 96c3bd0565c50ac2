import type { Transform } from '#data/model/derive/derived.ts'
import { significantDigits, wholeDigits } from '#data/model/digits.ts'
import type { Language, Text } from '#data/model/language.ts'
import { measureEntry } from '#data/model/measure.ts'
import type { Qualifier } from '#data/model/observation.ts'
import { groupDigits, type Ladder, type Scale, scaleFor } from '#data/model/quantity.ts'
import { acrossBreak, derivedWord } from '#data/wording/derived-names.ts'
import { decimalsFor, intervalAt, threeDigits, withUnit } from '#data/wording/interval-text.ts'
import type { ChartPoint, ChartSeries } from '../chart-kind.ts'

/** What of a number is said. */
export type Sayable = Pick<
  ChartPoint,
  'value' | 'low' | 'high' | 'printedValue' | 'printedUnit' | 'qualifier'
> & { readonly derived: object | null }

/** What it takes to say a value of a series. */
export type Measured = Pick<ChartSeries, 'indicator' | 'measure' | 'transform'>

const percent: Ladder = { name: { zh: '%', en: '%' }, ladder: { zh: [[0, '%']], en: [[0, '%']] } }
const points: Ladder = {
  name: { zh: '个百分点', en: 'percentage points' },
  ladder: { zh: [[0, '个百分点']], en: [[0, 'pp']] },
}

/** An index counts nothing. */
const bare: Ladder = { name: { zh: '', en: '' }, ladder: { zh: [[0, '']], en: [[0, '']] } }

const isPercent = (unit: Ladder) => unit.name.en === '%'

const inPercent: ReadonlySet<Transform> = new Set(['pct_change', 'yoy', 'share', 'per_gdp'])

/** The unit a measure's values are in. */
export function unitOf({ indicator, measure, transform }: Measured): Ladder {
  if (transform === 'index') return bare
  if (transform && inPercent.has(transform)) return percent
  if (transform === 'change' && isPercent(indicator.unit)) return points
  const { unit } = measureEntry(measure)
  if (unit === 'percent') return percent
  if (unit === 'pp' || (unit === 'own_or_pp' && isPercent(indicator.unit))) return points
  return indicator.unit
}

/** The one scale on which all values of these series are shown. */
export function scaleOf(series: readonly ChartSeries[], language: Language): Scale {
  const [first] = series
  if (!first) return { power: 0, label: '' }
  const values = series.flatMap(({ points }) => points.map(({ value }) => Math.abs(value)))
  return scaleFor(Math.max(0, ...values), unitOf(first), language, first.indicator.counter ?? undefined)
}

/** A true minus sign, as wide as a plus. */
export const withMinus = (text: string) => text.replace(/^-/, '−')

export const qualifierWords: Readonly<Record<Qualifier, Text>> = {
  '': { zh: '', en: '' },
  '~': { zh: '约', en: 'about ' },
  '>': { zh: '超', en: 'over ' },
  '<': { zh: '不足', en: 'under ' },
  '>=': { zh: '不低于', en: 'at least ' },
  '<=': { zh: '不超过', en: 'at most ' },
}

const unitWords: Readonly<Record<string, string>> = { pp: '个百分点' }

/** The number as printed, without its unit: `137,276`, `−0.2`. English moves it to the steps English counts in. */
export function printedDigits(point: Sayable, series: Measured, language: Language): string {
  if (language === 'zh') return withMinus(groupDigits(point.printedValue))
  return inEnglish(point, series).digits
}

/** The number as printed, with 约 or 超 and its unit: `约3.8万亿元`, `about 3.8 trillion yuan`; a derived one as far as it is certain. */
export function printedText(point: Sayable, series: Measured, language: Language): string {
  if (point.derived) return derivedText(point, series, language)
  const words = qualifierWords[point.qualifier][language]
  if (language === 'zh')
    return words + printedDigits(point, series, language) + printedUnit(point, series, language)
  const { digits, unit } = inEnglish(point, series)
  return words + digits + (unit === '%' || unit === '' ? unit : ` ${unit}`)
}

/** The unit as printed, or as English says it. */
export function printedUnit(point: Sayable, series: Measured, language: Language): string {
  if (language === 'en') return inEnglish(point, series).unit
  return unitWords[point.printedUnit] ?? point.printedUnit
}

/** The same number without its sign, for sentences that say 下降 or fell. */
export const withoutSign = (point: ChartPoint): ChartPoint => ({
  ...point,
  value: Math.abs(point.value),
  printedValue: point.printedValue.replace(/^-/, ''),
})

function inEnglish(point: Sayable, series: Measured): { digits: string; unit: string } {
  const scale = scaleFor(point.value, unitOf(series), 'en', '')
  return { digits: digitsAt(point, scale), unit: scale.label }
}

/** The number with as many digits as were printed, at a scale it was perhaps not printed at. */
export function digitsAt({ value, printedValue }: Sayable, { power }: Scale): string {
  const scaled = value / 10 ** power
  const decimals = Math.min(6, Math.max(0, significantDigits(printedValue) - wholeDigits(scaled)))
  return withMinus(
    scaled.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
  )
}

/** The scale at which a derived number needs few decimals to say what is certain of it. */
export function certainScale(point: Sayable, series: Measured, language: Language): Scale {
  const unit = unitOf(series)
  const counter = series.indicator.counter ?? undefined
  const largest = Math.max(...[point.value, point.low ?? 0, point.high ?? 0].map(Math.abs))
  const start = scaleFor(largest, unit, language, counter)
  const steps = unit.ladder[language].map(([power]) => power).filter((power) => power <= start.power)
  const power = steps.find((each) => decimalsFor(point, each) <= 2) ?? steps.at(-1) ?? start.power
  return scaleFor(10 ** power, unit, language, counter)
}

/** As many decimals as are certain, and no more than three significant digits need: the rest is in the interval. */
const derivedPlaces = (point: Sayable, scale: Scale) =>
  insidePlaces(point, scale, Math.min(decimalsFor(point, scale.power), threeDigits(point.value, scale.power)))

/**
 * The decimals of a derived number: those wanted, and of an index, which has no unit by which a reader would round it,
 * up to two more, so that what is written is a value that it can have.
 */
export function insidePlaces({ value, low, high, derived }: Sayable, scale: Scale, wanted: number): number {
  if (!derived || scale.label !== '' || low === null || high === null) return wanted
  const isInside = (places: number) => {
    const written = Number((value / 10 ** scale.power).toFixed(places)) * 10 ** scale.power
    return written >= low && written <= high
  }
  return [0, 1, 2].map((more) => wanted + more).find(isInside) ?? wanted
}

const derivedText = (point: Sayable, series: Measured, language: Language): string =>
  derivedTextAt(point, certainScale(point, series, language), language)

/** A derived number at a scale, as far as it is certain. */
export const derivedTextAt = (point: Sayable, scale: Scale, language: Language): string =>
  withUnit(withMinus(derivedDigits(point, scale)), scale.label, language)

/**
 * The digits of a derived number at a scale that are certain: `1,481`.
 * @param most the most decimals to show.
 */
export function derivedDigits(point: Sayable, scale: Scale, most = 6): string {
  const places = Math.min(most, derivedPlaces(point, scale))
  return (point.value / 10 ** scale.power).toLocaleString('en-US', {
    minimumFractionDigits: point.low === null || point.high === null ? 0 : places,
    maximumFractionDigits: places,
  })
}

/**
 * Every value a number can have: `98,190.5—98,191.5亿元`, `≥38,000亿元`.
 * @param scale that of the number itself when left out.
 */
export function intervalText(
  point: ChartPoint,
  series: Measured,
  language: Language,
  scale: Scale = saidScale(point, series, language),
): string {
  const most = point.derived ? derivedPlaces(point, scale) + 1 : undefined
  const text = intervalAt(point, scale, language, most)
  return text || { zh: '两端不定', en: 'open at both ends' }[language]
}

/** The scale at which a number is said. */
export function saidScale(point: ChartPoint, series: Measured, language: Language): Scale {
  if (point.derived) return certainScale(point, series, language)
  if (language === 'en' || Number(point.printedValue) === 0)
    return scaleFor(point.value, unitOf(series), language, '')
  return { power: printedPower(point), label: printedUnit(point, series, language) }
}

/** The power of ten of the unit in which a number was printed; of a zero none. */
export const printedPower = ({ value, printedValue }: ChartPoint): number =>
  value === 0 ? 0 : Math.round(Math.log10(value / Number(printedValue)))

/** A number as a sentence says it: a derived one never without its interval. */
export function saidText(point: ChartPoint, series: Measured, language: Language): string {
  const value = printedText(point, series, language)
  return withInterval(value, point, intervalText(point, series, language), language)
}

/** A derived number with its interval and what else makes it other than a printed one. */
export function withInterval(value: string, point: ChartPoint, interval: string, language: Language): string {
  if (!point.derived) return value
  const across = point.derived.isAcrossBreak ? acrossBreak[language] : ''
  const aside = [derivedWord[language], interval, across].filter((word) => word !== '')
  return language === 'zh'
    ? `${value}（${aside.join('，')}）`
    : `${value} (${aside.join(', ').toLowerCase()})`
}
