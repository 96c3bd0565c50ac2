import type { Language } from '#data/model/language.ts'
import { groupDigits, type Scale, scaleFor } from '#data/model/quantity.ts'
import { withUnit } from '#data/wording/interval-text.ts'
import type { ChartPoint } from '../chart-kind.ts'
import type { Ranked, Row } from '../points/ranked.ts'
import { withOddity } from './oddity-words.ts'
import {
  digitsAt,
  insidePlaces,
  printedDigits,
  printedText,
  printedUnit,
  qualifierWords,
  scaleOf,
  unitOf,
  withMinus,
} from './value-text.ts'

/** How the numbers of regions beside one another are written. */
export interface NumberLabels {
  /** The unit of all of them; empty where each carries its own. */
  readonly unit: string
  /** The number, with ※ where it leaves its course. */
  write(row: Row): string
  /** The number with its unit, for sentences. */
  say(row: Row): string
}

/** Digits beyond these are read in the table and on hover, not on a label. */
const longest = 8

/** From here on, numbers in units of their own are hard to hold against one another. */
const manyRows = 8

/**
 * Digits alone where all were printed in one unit, else each with its unit. English has one scale for all, and so
 * has Chinese where there is no room for units. Numbers printed to the last digit (`311637931.6`万元) are said at
 * one scale that suits most of them, and rounded.
 */
export function numberLabels(
  rows: readonly Row[],
  language: Language,
  room: 'wide' | 'narrow',
): NumberLabels {
  const labels = plainLabels(rows, language, room)
  return { ...labels, write: (row) => withOddity(labels.write(row), row.point) }
}

function plainLabels(rows: readonly Row[], language: Language, room: 'wide' | 'narrow'): NumberLabels {
  const units = [...new Set(rows.map(({ series, point }) => printedUnit(point, series, language)))]
  const [unit = ''] = units
  if (rows.every(isPercent)) return { unit: '%', write: percentText(language), say: percentText(language) }
  if (rows.some(isLong)) return roundedLabels(rows, language)
  const say = ({ series, point }: Row) => printedText(point, series, language)
  if (language === 'zh' && units.length === 1) {
    return {
      unit,
      say,
      write: ({ series, point }) => qualified(point, language) + printedDigits(point, series, language),
    }
  }
  if (language === 'zh' && room === 'wide' && rows.length < manyRows) return { unit: '', say, write: say }
  if (language === 'zh' && rows.length >= manyRows) return roundedLabels(rows, language)
  const scale = scaleOf(
    rows.map(({ series, point }) => ({ ...series, points: [point] })),
    language,
  )
  return { unit: scale.label, say, write: ({ point }) => qualified(point, language) + digitsAt(point, scale) }
}

/** 约, 超, 不足 before a number that was printed with it. */
const qualified = ({ qualifier }: ChartPoint, language: Language) => qualifierWords[qualifier][language]

const isPercent = ({ series, point }: Row) =>
  point.derived ? unitOf(series).name.en === '%' : point.printedUnit === '%'

const isLong = ({ point }: Row) =>
  point.derived !== null || groupDigits(point.printedValue.replace('-', '')).length > longest

/** One number with its unit where there is little room: as printed, but at a scale of fewer digits where those are many. */
export const shortText = (row: Row, language: Language): string =>
  row.point.derived === null && isLong(row)
    ? roundedLabels([row], language).say(row)
    : printedText(row.point, row.series, language)

/** As printed; one that was computed with four digits at most. */
const percentText =
  (language: Language) =>
  ({ series, point }: Row): string =>
    point.derived ? `${rounded(point, { power: 0, label: '%' })}%` : printedText(point, series, language)

/** One scale that suits the middle one of the numbers. */
function roundedLabels(rows: readonly Row[], language: Language): NumberLabels {
  const sizes = rows.map(({ point }) => Math.abs(point.value)).toSorted((a, b) => a - b)
  const [first] = rows
  if (!first) return { unit: '', write: () => '', say: () => '' }
  const { indicator } = first.series
  const middle = sizes[Math.floor(sizes.length / 2)] ?? 0
  const scale = scaleFor(middle, unitOf(first.series), language, indicator.counter ?? undefined)
  const write = ({ point }: Row) =>
    qualified(point, language) + rounded(point, scale, printedPlaces(point, scale))
  return { unit: scale.label, write, say: (row) => withUnit(write(row), scale.label, language) }
}

/** How many decimals at a scale were printed; without limit where nothing was. */
const printedPlaces = (point: ChartPoint, scale: Scale) =>
  point.derived ? Number.POSITIVE_INFINITY : (digitsAt(point, scale).split('.')[1]?.length ?? 0)

/**
 * `31,164` `905.3` `32.15` `0.09`: four digits, and no more than two behind the point unless all are zero.
 * @param most the decimals that are known.
 */
function rounded(point: ChartPoint, scale: Scale, most = Number.POSITIVE_INFINITY): string {
  const scaled = point.value / 10 ** scale.power
  const size = Math.abs(scaled)
  if (size > 0 && size < 0.1)
    return withMinus(scaled.toLocaleString('en-US', { maximumSignificantDigits: 2 }))
  const wanted = size >= 1000 || size === 0 ? 0 : size >= 100 ? 1 : 2
  const places = insidePlaces(point, scale, Math.min(wanted, most))
  const options = { minimumFractionDigits: places, maximumFractionDigits: places }
  return withMinus(scaled.toLocaleString('en-US', options))
}

/**
 * The labels of a ranking: the regions in one unit, and the nation in its own where it was printed in another, for
 * `6.7亿户` are not `67,000万户`.
 */
export function rankedLabels({ rows, nation }: Ranked, language: Language): NumberLabels {
  const labels = numberLabels(rows, language, 'wide')
  const isApart =
    nation !== undefined &&
    labels.unit !== '%' &&
    labels.unit !== printedUnit(nation.point, nation.series, language)
  const own = (row: Row) => row === nation && isApart && !row.point.derived
  return {
    unit: labels.unit,
    write: (row) => (own(row) ? printedText(row.point, row.series, language) : labels.write(row)),
    say: (row) => (own(row) ? printedText(row.point, row.series, language) : labels.say(row)),
  }
}
