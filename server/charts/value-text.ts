import type { Language, Text } from '#data/model/language.ts'
import { measureEntry } from '#data/model/measure.ts'
import type { Qualifier } from '#data/model/observation.ts'
import { groupDigits, type Ladder, type Scale, scaleFor } from '#data/model/quantity.ts'
import type { ChartPoint, ChartSeries } from './chart-kind.ts'

type Measured = Pick<ChartSeries, 'indicator' | 'measure'>

const percent: Ladder = { name: { zh: '%', en: '%' }, ladder: { zh: [[0, '%']], en: [[0, '%']] } }
const points: Ladder = {
  name: { zh: '个百分点', en: 'percentage points' },
  ladder: { zh: [[0, '个百分点']], en: [[0, 'pp']] },
}

const isPercent = (unit: Ladder) => unit.name.en === '%'

/** The unit a measure's values are in. */
export function unitOf({ indicator, measure }: Measured): Ladder {
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

const qualifierWords: Readonly<Record<Qualifier, Text>> = {
  '': { zh: '', en: '' },
  '~': { zh: '约', en: 'about ' },
  '>': { zh: '超', en: 'over ' },
  '<': { zh: '不足', en: 'under ' },
  '>=': { zh: '不低于', en: 'at least ' },
  '<=': { zh: '不超过', en: 'at most ' },
}

const unitWords: Readonly<Record<string, string>> = { pp: '个百分点' }

/** The number as printed, without its unit: `137,276`, `−0.2`. English moves it to the steps English counts in. */
export function printedDigits(point: ChartPoint, series: Measured, language: Language): string {
  if (language === 'zh') return withMinus(groupDigits(point.printedValue))
  return inEnglish(point, series).digits
}

/** The number as printed, with 约 or 超 and its unit: `约3.8万亿元`, `about 3.8 trillion yuan`. */
export function printedText(point: ChartPoint, series: Measured, language: Language): string {
  const words = qualifierWords[point.qualifier][language]
  if (language === 'zh')
    return words + printedDigits(point, series, language) + printedUnit(point, series, language)
  const { digits, unit } = inEnglish(point, series)
  return words + digits + (unit === '%' || unit === '' ? unit : ` ${unit}`)
}

/** The unit as printed, or as English says it. */
export function printedUnit(point: ChartPoint, series: Measured, language: Language): string {
  if (language === 'en') return inEnglish(point, series).unit
  return unitWords[point.printedUnit] ?? point.printedUnit
}

/** The same number without its sign, for sentences that say 下降 or fell. */
export const withoutSign = (point: ChartPoint): ChartPoint => ({
  ...point,
  value: Math.abs(point.value),
  printedValue: point.printedValue.replace(/^-/, ''),
})

function inEnglish(point: ChartPoint, series: Measured): { digits: string; unit: string } {
  const scale = scaleFor(point.value, unitOf(series), 'en', '')
  return { digits: digitsAt(point, scale), unit: scale.label }
}

/** The number with as many digits as were printed, at a scale it was perhaps not printed at. */
export function digitsAt({ value, printedValue }: ChartPoint, { power }: Scale): string {
  const scaled = value / 10 ** power
  const decimals = Math.min(6, Math.max(0, significantDigits(printedValue) - wholeDigits(scaled)))
  return withMinus(
    scaled.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
  )
}

const significantDigits = (printed: string) => printed.replace(/^-?0*\.?0*|\./g, '').length
const wholeDigits = (value: number) => (value === 0 ? 1 : Math.floor(Math.log10(Math.abs(value))) + 1)
