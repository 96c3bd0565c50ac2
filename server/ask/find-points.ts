import { type Compilation, compilationCodes, defaultCompilation } from '#data/model/compilation.ts'
import type { Transform } from '#data/model/derive/derived.ts'
import { type Indicator, timeOf } from '#data/model/indicator.ts'
import type { Measure } from '#data/model/measure.ts'
import {
  admits,
  type Basis,
  comparePeriods,
  isSamePeriod,
  type Period,
  parsePeriod,
  printPeriod,
} from '#data/model/period.ts'
import type { Store } from '#data/store/open-store.ts'
import type { PointAnswer, SeriesAnswer } from '#server/answers.ts'
import { answerOr } from '#server/errors.ts'
import { mostRows } from '#server/input.ts'
import { indicatorOf } from '#server/known.ts'
import { type ShownRow, toPeriod, toPoint } from '#server/queries/printed-number.ts'
import { type Meant, readNumbers } from '#server/queries/read-numbers.ts'
import { readSeries } from '#server/queries/read-series.ts'
import { isWanted, type Wanted } from './asked-time.ts'

/** A number of a series, with what identifies it there. */
export interface Found
  extends Pick<
    SeriesAnswer,
    'indicator' | 'region' | 'measure' | 'compilation' | 'basis' | 'of' | 'transform'
  > {
  readonly period: Period
  readonly point: PointAnswer
}

/** What is looked for: numbers as they are printed, or made of levels. */
export interface Look {
  readonly measure: Measure
  readonly transform: Transform
  /** Only shares of this whole. */
  readonly of?: string | undefined
  /** Sums of the provinces too, where nobody printed the nation's own. */
  readonly isWithSums?: true
}

/**
 * The numbers of an indicator in regions that fit a look, each once; none where it means nothing for the indicator.
 * @param wanted only those that may answer; all when left out.
 */
export async function findPoints(
  store: Store,
  indicator: string,
  regions: readonly string[],
  look: Look,
  wanted?: Wanted,
): Promise<Found[]> {
  const isPrinted = look.transform === 'none' && !look.isWithSums
  if (isPrinted) return findPrinted(store, indicator, regions, look, wanted)
  const found = await findInSeries(store, indicator, regions, look)
  return wanted ? found.filter(({ period }) => isWanted(period, wanted)) : found
}

/** As they were printed: the rows themselves, for which no series need be made. */
async function findPrinted(
  store: Store,
  indicator: string,
  regions: readonly string[],
  { measure, of }: Look,
  wanted: Wanted | undefined,
): Promise<Found[]> {
  const isMeant = (form: Meant) => form.measure === measure && (of === undefined || form.share_of === of)
  const rows = await readNumbers(store, { indicators: [indicator], regions, isMeant }, mostRows)
  const chosen = wanted ? wantedRows(rows, wanted) : rows
  return chosen.flatMap((row) => {
    const period = toPeriod(row)
    const basis = plainestBasis(period)
    const { region, compilation, share_of } = row
    const key = { indicator, region, measure, compilation, of: share_of, transform: 'none' } as const
    return basis ? [{ ...key, basis, period, point: toPoint(row) }] : []
  })
}

/** The rows of the periods wanted; of the newest those that end last. */
function wantedRows(rows: readonly ShownRow[], wanted: Wanted): readonly ShownRow[] {
  const inside = rows.filter((row) => isWanted(toPeriod(row), wanted))
  if (wanted.kind === 'exact') return inside
  const last = Math.max(...inside.map(({ end_month }) => end_month))
  return inside.filter(({ end_month }) => end_month === last)
}

/** Made of others: as series have them. */
async function findInSeries(
  store: Store,
  indicator: string,
  regions: readonly string[],
  { measure, transform, of }: Look,
): Promise<Found[]> {
  const { compilations } = indicatorOf(store.catalog, indicator)
  const compilation: Compilation[] = compilations.length > 0 ? [...compilations] : [defaultCompilation]
  const basis: Basis[] | undefined = transform === 'decumulate' ? ['month', 'quarter'] : undefined
  const query = {
    indicator: [indicator],
    region: [...regions],
    measure: [measure],
    compilation,
    transform,
    basis,
  }
  const { series } = await answerOr(readSeries(store, { ...query, includeHistory: false }), { series: [] })
  const found = series.filter((each) => of === undefined || each.of === of).flatMap(toFound)
  return found.filter(({ basis, period }) => basis === plainestBasis(period))
}

const toFound = ({ points, ...key }: SeriesAnswer): Found[] =>
  points.flatMap((point) => {
    const period = parsePeriod(point.period, point.time)
    const { indicator, region, measure, compilation, basis, of, transform } = key
    return period ? [{ indicator, region, measure, compilation, basis, of, transform, period, point }] : []
  })

/** Of spans that several bases admit, the plainer word: a year rather than twelve months cumulated. */
const plainest: readonly Basis[] = ['year', 'stock', 'cumulative', 'quarter', 'month']

/** The plainest basis that admits a period; none for a span such as July to December. */
export const plainestBasis = (period: Period) => plainest.find((basis) => admits[basis](period))

/** The usual compilation first, with that of indicators whose compilations agree. */
export const rankOfCompilation = ({ compilation }: Pick<Found, 'compilation'>) =>
  compilation === '' ? 0 : compilationCodes.indexOf(compilation)

/** Where a question leaves several numbers of one period, the one that is meant first. */
const order: readonly ((found: Found) => number)[] = [
  ({ point }) => Number(point.comparedTo !== ''),
  ({ transform }) => Number(transform !== 'none'),
  (found) => rankOfCompilation(found),
  ({ basis }) => plainest.indexOf(basis),
]
const byMeaning = (a: Found, b: Found) =>
  order.map((rank) => rank(a) - rank(b)).find((difference) => difference !== 0) ?? 0

/** The number that answers, of those found. */
export function choosePoint(found: readonly Found[], wanted: Wanted): Found | undefined {
  if (wanted.kind === 'exact') {
    for (const period of wanted.periods) {
      const [chosen] = found.filter((each) => isSamePeriod(each.period, period)).toSorted(byMeaning)
      if (chosen) return chosen
    }
    return undefined
  }
  const inside = found.filter(({ period }) => isWanted(period, wanted))
  return inside.toSorted((a, b) => b.period.end - a.period.end || byMeaning(a, b))[0]
}

/** What of a reading tells what is looked for. */
export interface Measured {
  readonly measure: Measure
  readonly transform: Transform
  readonly whole?: string | undefined
}

const printed = (measure: Measure, of?: string): Look => ({ measure, transform: 'none', of })
const made = (transform: Transform): Look => ({ measure: 'level', transform })

/** What is looked for, one after the other, where a measure is asked of an indicator in a region. */
export function looksFor(indicator: Indicator, region: string, asked: Measured): readonly Look[] {
  const { measure, transform } = asked
  if (transform !== 'none') return [made(transform)]
  if (measure === 'yoy_pct')
    return indicator.growsInConstantPrices ? [printed(measure)] : [printed(measure), made('yoy')]
  const isShare = indicator.unit === 'percent'
  const levels = isShare ? [printed('level'), printed('share_pct')] : [printed('level')]
  if (measure === 'level') return [...levels, ...madeLevels(indicator, region)]
  if (measure !== 'share_pct') return [printed(measure)]
  return isShare ? levels.toReversed() : sharesOf(indicator, region, asked)
}

/** Levels that nobody printed: of the nation as sums, of months and quarters out of what has added up. */
function madeLevels({ kind, aggregation }: Indicator, region: string): readonly Look[] {
  const sums: Look[] =
    region === 'CN' && aggregation === 'sum' ? [{ ...printed('level'), isWithSums: true }] : []
  return kind === 'flow' ? [...sums, made('decumulate')] : sums
}

/** A share of the whole that is named; else of what the indicator is part of, else of the nation. */
function sharesOf({ partOf }: Indicator, region: string, { whole }: Measured): readonly Look[] {
  const isOfNation = whole === 'CN' || (whole === undefined && partOf === undefined && region !== 'CN')
  if (isOfNation) return [printed('share_pct', 'region:CN'), made('share')]
  // Levels of a region are only ever divided by those of the nation.
  const isOfOwnWhole = region === 'CN' && (whole === undefined || whole === partOf)
  return [printed('share_pct', whole ?? partOf), ...(isOfOwnWhole ? [made('share')] : [])]
}

/** The time that numbers of a look cover. */
export const timeOfLook = (indicator: Indicator, { measure }: Look) => timeOf(indicator, measure)

/** The numbers nearest in time to what was wanted, each period once. */
export function nearestTo(found: readonly Found[], wanted: Wanted, most = 3): Found[] {
  const target = wanted.kind === 'exact' ? wanted.periods[0]?.end : undefined
  const far = ({ period }: Found) => (target === undefined ? -period.end : Math.abs(period.end - target))
  const seen = new Set<string>()
  return found
    .toSorted((a, b) => far(a) - far(b) || byMeaning(a, b) || comparePeriods(a.period, b.period))
    .filter(({ period, region }) => {
      const key = `${region} ${period.time} ${printPeriod(period)}`
      return !seen.has(key) && seen.add(key)
    })
    .slice(0, most)
}
