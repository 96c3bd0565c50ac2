import type { Catalog } from '#data/catalog/catalog.ts'
import type { SeriesCompilation } from '#data/model/compilation.ts'
import { denominatorOf, type Known, type Transform } from '#data/model/derive/derived.ts'
import { transforms } from '#data/model/derive/index.ts'
import { exactBase } from '#data/model/derive/index-to-base.ts'
import { groupBy } from '#data/model/group-by.ts'
import { type Indicator, timeOf, unitCodeOf } from '#data/model/indicator.ts'
import type { Measure } from '#data/model/measure.ts'
import { admits, type Basis, comparePeriods, type Period, parsePeriod } from '#data/model/period.ts'
import { toSeries } from '#data/model/series.ts'
import type { SeriesAnswer } from '#server/answers.ts'
import { meaningless, quoted } from '#server/errors.ts'
import type { SeriesQuery } from '#server/input.ts'
import { wholeOf } from '#server/meaning-of-transform.ts'
import { toDerivedPoint, toKnown } from './derived-point.ts'
import { derivedToKnown, type NationalTotals, nation } from './national-totals.ts'
import { type PrintedNumber, toPoint } from './printed-number.ts'
import { breaksOf, type KnownBreak, markBreaks, type PlacedPoint } from './read-breaks.ts'

/** What is asked for: a transform of the levels of one series. */
interface Wanted {
  readonly indicator: Indicator
  readonly region: string
  readonly compilation: SeriesCompilation
  readonly basis: Basis
}

/** Every number that derivations of these series may need, and the breaks of the indicators. */
interface Material {
  readonly numbers: readonly PrintedNumber[]
  readonly breaks: readonly KnownBreak[]
  readonly totals: NationalTotals
}

/**
 * The question for the numbers that derivations need: those asked for, their wholes, growth and net additions, of all
 * times, since an earlier number than asked for may be a parent.
 */
export function widen(catalog: Catalog, { from: _, to: __, ...query }: SeriesQuery): SeriesQuery {
  if (query.transform === 'implied_base') return { ...query, measure: ['level', 'yoy_pct', 'net_add'] }
  const denominator = denominatorOf(query.transform)
  if (denominator) return { ...query, indicator: [...new Set([...query.indicator, denominator])] }
  if (query.transform !== 'share') return query
  const wholes = query.indicator.flatMap((code) => catalog.indicators.get(code)?.partOf ?? [])
  return {
    ...query,
    indicator: [...new Set([...query.indicator, ...wholes])],
    region: [...new Set([...query.region, 'CN'])],
  }
}

/**
 * What the asked transform makes of the levels of each indicator × region × basis, in the order asked. Months are
 * made of cumulative numbers, and the January–Februaries that nobody divided are a series beside them.
 * @throws Problem 422 when no series has a number for the base of its index.
 */
export function deriveSeries(
  wanted: readonly Wanted[],
  material: Material,
  query: SeriesQuery,
): SeriesAnswer[] {
  const find = finderOf(material.numbers)
  const rows = [...material.numbers.map(({ row }) => row), ...material.totals.rows]
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const series = wanted.flatMap((each) => {
    const { levels, derived, breaks, key } = derive(each, query, find, material)
    const points = derived.map((one) => ({
      period: one.period,
      point: toDerivedPoint(one, key.unit, rowOf),
    }))
    const kept = query.transform === 'decumulate' ? keep(levels, each.basis) : { inSeries: [], pairs: [] }
    const placed = [...points, ...kept.inSeries.map(toPlaced)]
    const marked = markedTransforms.has(query.transform) ? breaks : []
    return [
      { ...key, points: finish(placed, query, marked) },
      { ...key, basis: 'cumulative' as const, points: finish(kept.pairs.map(toPlaced), query, []) },
    ].filter(({ points }, position) => position === 0 || points.length > 0)
  })
  if (query.transform === 'index') checkBase(series, query)
  return series
}

/** Levels and what is made of them are on one scale: there a break is marked as in the printed series. */
const markedTransforms: ReadonlySet<Transform> = new Set(['decumulate', 'share'])

function derive(wanted: Wanted, query: SeriesQuery, find: Finder, { breaks: all, totals }: Material) {
  const { indicator, region, compilation, basis } = wanted
  const { transform } = query
  const levelsOf = (of: Omit<Sought, 'measure' | 'compilation'>): readonly Known[] => {
    const printed = find({ ...of, measure: 'level', compilation })
    const sums = of.region === nation ? totals.of({ indicator: of.indicator, compilation }, printed) : []
    const admitted = sums.filter(({ period }) => of.basis !== 'any' && admits[of.basis](period))
    return [...printed.map(toKnown), ...admitted.map(derivedToKnown)].sort((a, b) =>
      comparePeriods(a.period, b.period),
    )
  }
  const own = { indicator: indicator.code, region }
  const basisOfLevels = transform === 'decumulate' ? 'cumulative' : basis
  const levels = levelsOf({ ...own, basis: basisOfLevels })
  const whole = transform === 'share' ? wholeOf(indicator, region) : undefined
  const denominator = denominatorOf(transform)
  const breaks = breaksOf(all, { ...own, compilation })
  const derived =
    transform === 'none'
      ? []
      : transforms[transform](levels, {
          basis,
          breaks,
          indexBase: indexBaseOf(wanted, query, levels),
          whole: whole && { of: whole.of, levels: levelsOf({ ...whole, basis }) },
          denominator: denominator
            ? find({ indicator: denominator, region, measure: 'level', compilation, basis: 'any' }).map(
                toKnown,
              )
            : undefined,
          growth: find({ ...own, measure: 'yoy_pct', compilation, basis }).map(toKnown),
          netAdditions: find({ ...own, measure: 'net_add', compilation, basis: 'any' }).map(toKnown),
        })
  const key = {
    ...own,
    measure: 'level' as const,
    compilation,
    basis,
    of: whole?.of ?? '',
    comparison: 'usual',
    transform,
    unit: unitAfter(transform, indicator),
  }
  const printed = find({ ...own, measure: 'level', compilation, basis: basisOfLevels })
  return { levels: printed, derived, breaks, key }
}

/** The numbers of one series; `any` basis: each period once. */
export interface Sought {
  readonly indicator: string
  readonly region: string
  readonly measure: Measure
  readonly compilation: SeriesCompilation
  readonly basis: Basis | 'any'
}

export type Finder = (sought: Sought) => readonly PrintedNumber[]

/**
 * Finds the numbers of a series that are measured against nothing unusual, each period once: those of the compilation,
 * or of an indicator whose compilations agree.
 */
export function finderOf(numbers: readonly PrintedNumber[]): Finder {
  const usual = numbers.filter(({ of, comparedTo }) => of === '' && comparedTo === '')
  const keyOf = ({ indicator, region, measure, compilation, basis }: Sought) =>
    [indicator, region, measure, compilation, basis].join('|')
  const byKey = new Map<string, readonly PrintedNumber[]>([
    ...toSeries(usual).map((series) => [keyOf(series), series.points] as const),
    ...groupBy(usual, (number) => keyOf({ ...number, basis: 'any' })),
  ])
  return (sought) => byKey.get(keyOf(sought)) ?? byKey.get(keyOf({ ...sought, compilation: '' })) ?? []
}

export const isInWindow = ({ end }: Period, { from, to }: SeriesQuery) =>
  (!from || end >= from.span.start) && (!to || end <= to.span.end)

/** The base asked for, or the first number of the window that is known at both ends. */
function indexBaseOf(
  { indicator }: Wanted,
  query: SeriesQuery,
  levels: readonly Known[],
): Period | undefined {
  const { indexBase } = query
  return indexBase
    ? parsePeriod(indexBase.text, timeOf(indicator, 'level'))
    : exactBase(levels.filter(({ period }) => isInWindow(period, query)))?.period
}

const toPlaced = ({ period, row }: PrintedNumber): PlacedPoint => ({ period, point: toPoint(row) })

/** The cumulative numbers that stay as printed: those that are a month or quarter, and first pairs of months. */
function keep(levels: readonly PrintedNumber[], basis: Basis) {
  const inSeries = levels.filter(({ period }) => admits[basis](period))
  const januaries = new Set(inSeries.map(({ period }) => period.start))
  const pairs = levels.filter(({ period }) => period.end === period.start + 1 && !januaries.has(period.start))
  return { inSeries, pairs: basis === 'month' ? pairs : [] }
}

const finish = (placed: readonly PlacedPoint[], query: SeriesQuery, breaks: readonly KnownBreak[]) =>
  markBreaks(
    placed
      .filter(({ period }) => isInWindow(period, query))
      .sort((a, b) => comparePeriods(a.period, b.period)),
    breaks,
  )

const inPercent: ReadonlySet<Transform> = new Set(['pct_change', 'yoy', 'share', 'per_gdp'])

function unitAfter(transform: Transform, indicator: Indicator): string {
  if (inPercent.has(transform)) return 'percent'
  if (transform === 'index') return 'one'
  return unitCodeOf(indicator, transform === 'change' ? 'level_change' : 'level')
}

function checkBase(series: readonly SeriesAnswer[], { indexBase }: SeriesQuery): void {
  if (!indexBase || series.some(({ points }) => points.length > 0)) return
  throw meaningless(
    `${quoted(indexBase.text)}没有大于 0 的数字，不能作为指数的基期；可不写 indexBase，以第一个数字为 100`,
    'indexBase',
  )
}
