import type { Catalog } from '#data/catalog/catalog.ts'
import type { Told } from '#data/language/render/told.ts'
import type { Transform } from '#data/model/derive/derived.ts'
import { wholeDigits } from '#data/model/digits.ts'
import type { Language } from '#data/model/language.ts'
import type { Measure } from '#data/model/measure.ts'
import { parsePeriod } from '#data/model/period.ts'
import { movePoint } from '#data/model/quantity.ts'
import { respell } from '#data/model/unit.ts'
import { unusualCompilation } from '#data/wording/compilation-names.ts'
import { derivedWord } from '#data/wording/derived-names.ts'
import type { FactRole, PointAnswer, SaidNumber, SeriesAnswer } from '#server/answers.ts'
import { certainScale, derivedDigits, type Measured, oddityReason } from '#server/charts/index.ts'

/** A number that a sentence quotes: what it is of, and the point. Its role says what it does in a sentence of several. */
export type Fact = SaidNumber

/** What a transform makes of levels, where sentences have words for it. */
const measureAfter: Readonly<Partial<Record<Transform, Measure>>> = {
  decumulate: 'level',
  yoy: 'yoy_pct',
  share: 'share_pct',
}

/** The measure as which a number is said; undefined where no release has a sentence for what the transform makes. */
export const saidMeasure = (measure: Measure, transform: Transform): Measure | undefined =>
  transform === 'none' ? measure : measureAfter[transform]

/** How far a derived number of a unit may be off though it is small. */
const least: Readonly<Record<string, number>> = { percent: 0.1, pp: 1 }

/** Whether the digits of a number say something: a derived one is sure to a quarter of it, or is sure to be small. */
export function isTelling({ value, low, high, unit, derived }: PointAnswer): boolean {
  if (!derived) return true
  if (low === null || high === null) return false
  return (high - low) / 2 <= Math.max(Math.abs(value) / 4, least[unit] ?? 0)
}

/**
 * A point of a series as something to be said; undefined where sentences have no words for what the transform makes, or
 * where too little is certain of a derived one.
 * @param role `figure` for what was asked, `growth` and the like for what is said beside it.
 */
export function factOf(
  { indicator, region, measure, compilation, of, transform }: Omit<SeriesAnswer, 'points'>,
  point: PointAnswer,
  role: FactRole = 'figure',
): Fact | undefined {
  const said = saidMeasure(measure, transform)
  if (!said || !isTelling(point)) return undefined
  return { role, indicator, region, measure: said, compilation, of, point }
}

/** What it takes to say a number of an indicator. */
export function measuredOf({ indicators, units }: Catalog, { indicator: code, measure }: Fact): Measured {
  const indicator = indicators.get(code)
  const unit = indicator && units.get(indicator.unit)
  if (!indicator || !unit) throw new Error(`the catalogue has no indicator ${code}`)
  return { measure, indicator: { ...indicator, unit } }
}

/** The period of a number. */
export function periodOf({ point: { period, time } }: Pick<Fact, 'point'>) {
  const read = parsePeriod(period, time)
  if (!read) throw new Error(`${period} is no period`)
  return read
}

/**
 * A number as a release prints it: one that was printed with its own digits, one that was derived with those that are
 * certain, as 约 and marked 推算.
 */
export function toTold(fact: Fact, catalog: Catalog): Told {
  const { indicator, region, measure, of, point } = fact
  const { unit, comparedTo, status, qualifier } = point
  const said = { indicator, region, measure, of, comparedTo, status, unit, period: periodOf(fact) }
  const about = { ...said, ...withAside(asidesOf(fact, 'zh')) }
  if (!point.derived) return { ...about, qualifier, ...printedAs(fact, catalog) }
  if (isUndecided(fact)) return { ...said, ...(point.value === 0 ? level : nearlyLevel) }
  const { digits, label } = derivedAs(fact, catalog, 'zh')
  const printedUnit = label === '个百分点' ? 'pp' : label
  return { ...about, qualifier: '~', printedValue: digits.replaceAll(',', ''), printedUnit }
}

const withAside = (asides: readonly string[]) => (asides.length > 0 ? { aside: asides.join('，') } : {})

/** What stands behind a number in brackets: that nobody printed it, the compilation of the one asked for, where not the usual, that it is off its course. */
export function asidesOf({ role, compilation, point }: Fact, language: Language): readonly string[] {
  const unusual = role === 'figure' ? unusualCompilation(compilation) : undefined
  return [
    ...(point.derived ? [derivedWord[language]] : []),
    ...(unusual ? [unusual[language]] : []),
    ...[oddityReason(point, language)].filter((reason) => reason !== ''),
  ]
}

const level = { qualifier: '', printedValue: '0', printedUnit: 'pp' } as const
const nearlyLevel = { ...level, qualifier: '~' } as const

/** Whether the digits that a move is derived of leave open which way it goes. */
export const isUndecided = ({ measure, point: { derived, low, high } }: Fact): boolean =>
  (measure === 'growth_change_pp' || measure === 'yoy_pct') &&
  derived !== null &&
  (low ?? 0) <= 0 &&
  (high ?? 0) >= 0

/** A derived number as far as its digits are certain; of a percentage no more than releases print. */
export function derivedAs(fact: Fact, catalog: Catalog, language: Language) {
  const scale = certainScale(fact.point, measuredOf(catalog, fact), language)
  return { digits: derivedDigits(fact.point, scale, mostDecimals(fact)), label: scale.label }
}

/** 18.5, 0.74; of a share that is smaller still two digits, while so small a move is none. */
function mostDecimals({ measure, point: { unit, value } }: Fact): number | undefined {
  if (unit !== 'percent' && unit !== 'pp') return undefined
  const size = Math.abs(value)
  if (size >= 1) return 1
  return measure === 'share_pct' && size > 0 ? 1 + Math.ceil(-Math.log10(size)) : 2
}

/** Digits and unit as printed, the unit in its usual spelling: Efllops as EFLOPS. */
export function printedAs(
  { point: { printedValue, printedUnit, unit } }: Pick<Fact, 'point'>,
  { units }: Catalog,
) {
  const entry = units.get(unit)
  const spelled = entry ? respell(printedUnit, entry) : printedUnit
  const isLong =
    spelled.startsWith('万') && !spelled.startsWith('万亿') && wholeDigits(Number(printedValue)) > mostOfWan
  if (!isLong) return { printedValue, printedUnit: spelled }
  return { printedValue: movePoint(printedValue, -4), printedUnit: spelled.replace(/^万/, '亿') }
}

/** More whole digits before 万 than a reader can take in: tables print 311637931.6万元, and releases 亿元. */
const mostOfWan = 6
