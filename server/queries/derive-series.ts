import type { Catalog } from '#data/catalog/catalog.ts'
import type { SeriesCompilation } from '#data/model/compilation.ts'
import { commonBase } from '#data/model/derive/common-base.ts'
import { denominatorOf, type Known, type Transform } from '#data/model/derive/derived.ts'
import { transforms } from '#data/model/derive/index.ts'
import { groupBy } from '#data/model/group-by.ts'
import { type Indicator, timeOf, unitCodeOf } from '#data/model/indicator.ts'
import type { Measure } from '#data/model/measure.ts'
import {
  admits,
  type Basis,
  comparePeriods,
  type Period,
  parsePeriod,
  printPeriod,
} from '#data/model/period.ts'
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
 */
export function deriveSeries(
  wanted: readonly Wanted[],
  material: Material,
  query: SeriesQuery,
): SeriesAnswer[] {
  const find = finderOf(material.numbers)
  const levelsOf = levelFinder(find, material.totals)
  const rows = [...material.numbers.map(({ row }) => row), ...material.totals.rows]
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const baseOf = query.transform === 'index' ? indexBases(wanted, query, levelsOf) : noBase
  return wanted.flatMap((each) => {
    const { levels, derived, breaks, key } = derive(each, {
      query,
      find,
      levelsOf,
      breaks: material.breaks,
      indexBase: baseOf(each),
    })
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
}

/** Levels and what is made of them are on one scale: there a break is marked as in the printed series. */
const markedTransforms: ReadonlySet<Transform> = new Set(['decumulate', 'share'])

interface Deriving {
  readonly query: SeriesQuery
  readonly find: Finder
  readonly levelsOf: LevelFinder
  readonly breaks: readonly KnownBreak[]
  readonly indexBase: Period | undefined
}

function derive(wanted: Wanted, { query, find, levelsOf, breaks: all, indexBase }: Deriving) {
  const { indicator, region, compilation, basis } = wanted
  const { transform } = query
  const own = { indicator: indicator.code, region }
  const basisOfLevels = transform === 'decumulate' ? 'cumulative' : basis
  const levels = levelsOf({ ...own, compilation, basis: basisOfLevels })
  const whole = transform === 'share' ? wholeOf(indicator, region) : undefined
  const denominator = denominatorOf(transform)
  const breaks = breaksOf(all, { ...own, compilation })
  const derived =
    transform === 'none'
      ? []
      : transforms[transform](levels, {
          basis,
          breaks,
          indexBase,
          whole: whole && { of: whole.of, levels: levelsOf({ ...whole, compilation, basis }) },
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
    indexBase: indexBase ? printPeriod(indexBase) : null,
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

type LevelFinder = (sought: Omit<Sought, 'measure'>) => readonly Known[]

/** Finds the levels of a series, in time order; of the nation also the sums of its provinces where nobody printed it. */
const levelFinder =
  (find: Finder, totals: NationalTotals): LevelFinder =>
  (sought) => {
    const printed = find({ ...sought, measure: 'level' })
    const sums = sought.region === nation ? totals.of(sought, printed) : []
    const { basis } = sought
    const admitted = sums.filter(({ period }) => basis !== 'any' && admits[basis](period))
    return [...printed.map(toKnown), ...admitted.map(derivedToKnown)].sort((a, b) =>
      comparePeriods(a.period, b.period),
    )
  }

export const isInWindow = ({ end }: Period, { from, to }: SeriesQuery) =>
  (!from || end >= from.span.start) && (!to || end <= to.span.end)

const noBase = () => undefined

/** The base of each series: the one asked for, else one for all of a basis that is in the window. */
function indexBases(wanted: readonly Wanted[], query: SeriesQuery, levelsOf: LevelFinder) {
  const { indexBase } = query
  if (indexBase) return ({ indicator }: Wanted) => parsePeriod(indexBase.text, timeOf(indicator, 'level'))
  const common = new Map(
    [...groupBy(wanted, ({ basis }) => basis)].map(([basis, all]) => {
      const levels = all.map(({ indicator, ...each }) => levelsOf({ ...each, indicator: indicator.code }))
      const inWindow = levels.map((each) => each.filter(({ period }) => isInWindow(period, query)))
      return [basis, commonBase(inWindow, basis)] as const
    }),
  )
  return ({ basis }: Wanted) => common.get(basis)
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

/**
 * Refuses the base of an index for which no series has a number.
 * @throws Problem 422
 */
export function refuseBase({ indexBase }: SeriesQuery): void {
  if (!indexBase) return
  throw meaningless(
    `${quoted(indexBase.text)}没有大于 0 的数字，不能作为指数的基期；可换一个基期`,
    'indexBase',
  )
}
