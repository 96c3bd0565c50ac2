import type { Catalog } from '#data/catalog/catalog.ts'
import { compilationsOf, type SeriesCompilation } from '#data/model/compilation.ts'
import { groupBy } from '#data/model/group-by.ts'
import { type Indicator, unitCodeOf } from '#data/model/indicator.ts'
import type { Measure } from '#data/model/measure.ts'
import { admits, type Basis, comparePeriods } from '#data/model/period.ts'
import { type Series, toSeries } from '#data/model/series.ts'
import type { Source } from '#data/model/source.ts'
import type { Store } from '#data/store/open-store.ts'
import type { Answer, SeriesAnswer } from '#server/answers.ts'
import { Problem } from '#server/errors.ts'
import { mostRows, type SeriesQuery } from '#server/input.ts'
import { indicatorOf, regionOf } from '#server/known.ts'
import { checkBasesUsed, checkCompilations, chooseBases } from '#server/meaning.ts'
import { checkTransform, chooseDerivedBases } from '#server/meaning-of-transform.ts'
import { compareLists } from './compare-lists.ts'
import { deriveSeries, isInWindow, refuseBase, widen } from './derive-series.ts'
import { toDerivedPoint } from './derived-point.ts'
import { type NumbersWanted, readWanted } from './find-numbers.ts'
import { always, checkTimes, isOutAfter } from './known-by.ts'
import { nameSources } from './name-sources.ts'
import { type Amend, type NationalTotals, nation, readNationalTotals, unchanged } from './national-totals.ts'
import { type PrintedNumber, type Row, toPoint, toPrintedNumber } from './printed-number.ts'
import { breaksOf, type KnownBreak, markBreaks, type PlacedPoint, readBreaks } from './read-breaks.ts'
import { isActual, isOneOf, type Meant, readNumbers } from './read-numbers.ts'
import { vintagesOf } from './vintages-of.ts'

/**
 * The numbers of each indicator × region × measure × basis asked for, in that order; one without numbers is there
 * with no points. Shares of different wholes and gaps to different things are series of their own.
 * @param amend what is taken for shown instead of what is.
 */
export async function readSeries(
  store: Store,
  query: SeriesQuery,
  amend: Amend = unchanged,
): Promise<Answer<'series'>> {
  const scope = checkSeries(store.catalog, query)
  const wanted = combine(scope, query)
  if (wanted.length > mostRows) throw tooLarge('序列')
  checkTimes(query)
  const answer = await readPart(store, query, { wanted, most: mostRows, amend })
  const count = countPoints(answer)
  if (count > mostRows) throw tooLarge('数字')
  checkIndexed(query, count)
  return answer
}

/** As many pairs of indicator and region as are in memory at a time. */
const pairsOfPart = 50

/**
 * The same for a file, without a bound on its length: some indicators and regions after the other, in the same order,
 * each part read when it is asked for. An index that is to choose its base needs all numbers at once, and is bounded.
 * @throws Problem as `readSeries` does, before the first part.
 */
export async function* readAllSeries(store: Store, query: SeriesQuery): AsyncGenerator<Answer<'series'>> {
  if (query.transform === 'index' && !query.indexBase) return yield await readSeries(store, query)
  const scope = checkSeries(store.catalog, query)
  checkTimes(query)
  let count = 0
  for (const part of partsOf(scope)) {
    const { indicators, regions } = part
    const own = { ...query, indicator: indicators.map(({ code }) => code), region: [...regions] }
    const answer = await readPart(store, own, { wanted: combine(part, query) })
    count += countPoints(answer)
    yield answer
  }
  checkIndexed(query, count)
}

const countPoints = ({ series }: Answer<'series'>) =>
  series.reduce((count, { points }) => count + points.length, 0)

function checkIndexed(query: SeriesQuery, points: number): void {
  if (query.transform === 'index' && points === 0) refuseBase(query)
}

interface Scope {
  readonly indicators: readonly Indicator[]
  readonly regions: readonly string[]
}

/**
 * What a question asks about, as entries of the catalogue.
 * @throws Problem 404 or 422 when it asks for what there is not, or means nothing.
 */
function checkSeries(catalog: Catalog, query: SeriesQuery): Scope {
  const indicators = query.indicator.map((code) => indicatorOf(catalog, code))
  const regions = query.region.map((code) => regionOf(catalog, code).code)
  checkTransform(query, indicators, regions, ({ partOf }) =>
    partOf === undefined ? undefined : catalog.indicators.get(partOf),
  )
  checkCompilations(query.compilation, indicators)
  const pairs = indicators.flatMap((indicator) => query.measure.map((measure) => ({ indicator, measure })))
  if (query.basis && query.transform !== 'decumulate') checkBasesUsed(query.basis, pairs)
  for (const { indicator, measure } of pairs) basesOf(query, indicator, measure)
  return { indicators, regions }
}

/** All regions of some indicators, or where there are many, one indicator in some regions after the other. */
function* partsOf({ indicators, regions }: Scope): Generator<Scope> {
  const wide = Math.max(1, Math.floor(pairsOfPart / regions.length))
  for (let first = 0; first < indicators.length; first += wide) {
    for (let from = 0; from < regions.length; from += pairsOfPart) {
      yield {
        indicators: indicators.slice(first, first + wide),
        regions: regions.slice(from, from + pairsOfPart),
      }
    }
  }
}

interface PartAsked {
  readonly wanted: readonly Wanted[]
  /** More printed numbers than these are refused. */
  readonly most?: number
  readonly amend?: Amend
}

async function readPart(store: Store, query: SeriesQuery, part: PartAsked): Promise<Answer<'series'>> {
  const { catalog, snapshot } = store
  const needed = query.transform === 'none' ? query : widen(catalog, query)
  const read = query.includeHistory ? readHistory : readShown
  const shown = await read(store, query.includeHistory ? query : needed, part.most)
  const amend = part.amend ?? unchanged
  const numbers =
    amend === unchanged
      ? shown
      : amend(
          shown.map(({ row }) => row),
          askedOf(needed),
        ).map(toPrintedNumber)
  const breaks = await readBreaks(store, query.indicator, query.region, query.asOf)
  const isOfNow = !query.includeHistory && query.updatedAfter === undefined
  const summed = needed.indicator.map((code) => indicatorOf(catalog, code))
  const isOfNation = needed.region.includes(nation) && needed.measure.includes('level')
  const totals = await readNationalTotals(store, isOfNow && isOfNation ? summed : [], { ...query, amend })
  const series =
    query.transform === 'none'
      ? place(part.wanted, toSeries(numbers, query.basis), { breaks, totals, query })
      : deriveSeries(part.wanted, { numbers, breaks, totals }, query)
  const points = series.flatMap(({ points }) => points)
  const parents = new Set(points.flatMap(({ derived }) => derived?.parents ?? []))
  const rows = [...numbers.map(({ row }) => row), ...totals.rows]
  const used = [...points, ...rows.filter(({ id }) => parents.has(id))]
  return { snapshot: snapshot.id, series, sources: nameSources(catalog, used) }
}

/** Which numbers a question asks for, whenever known. */
export function wantedSeries(query: SeriesQuery): NumbersWanted {
  const { isMeant, ...asked } = askedOf(query)
  return { ...asked, isForm: (form) => isActual(form) && isMeant(form) }
}

function askedOf({ indicator, region, measure, compilation, from, to }: SeriesQuery) {
  return {
    indicators: indicator,
    regions: region,
    isMeant: (form: Meant) => measure.includes(form.measure) && isOneOf(compilation, form),
    from: from?.span.start,
    to: to?.span.end,
  }
}

/**
 * The numbers that are shown, as of a day if one is asked for. With `updatedAfter`, in the sense of SDMX REST: the
 * latest version of what has changed since. What is shown now and was published before was shown then too.
 */
async function readShown(store: Store, query: SeriesQuery, most?: number): Promise<PrintedNumber[]> {
  const { asOf, updatedAfter } = query
  if (asOf === undefined && updatedAfter === undefined) return readCurrent(store, query)
  const isSource =
    updatedAfter === undefined ? undefined : (source: Source) => isOutAfter(source, updatedAfter)
  const rows = await readRows(store, { ...wantedSeries(query), asOf, isSource, isShown: true }, most)
  return rows.map(toPrintedNumber)
}

/** The same of today, from the narrow table. */
async function readCurrent(store: Store, query: SeriesQuery): Promise<PrintedNumber[]> {
  const rows = await readNumbers(store, askedOf(query), mostRows + 1)
  if (rows.length > mostRows) throw tooLarge('数字')
  return rows.map(toPrintedNumber)
}

/**
 * `includeHistory` in the sense of SDMX REST: each version of each number as it was disseminated, with the days it
 * was valid, in order of publication. An answer for a day holds the versions valid on that day.
 */
async function readHistory(store: Store, query: SeriesQuery, most?: number): Promise<PrintedNumber[]> {
  const rows = await readRows(store, { ...wantedSeries(query), asOf: query.asOf ?? always }, most)
  return vintagesOf(store.catalog, rows)
    .filter(({ from }) => query.updatedAfter === undefined || from > query.updatedAfter)
    .map(({ statement: { row }, from, to }) => ({ ...toPrintedNumber(row), valid: { from, to } }))
}

/** @param most more than these are refused. */
async function readRows(store: Store, wanted: Parameters<typeof readWanted>[1], most?: number) {
  const rows = await readWanted(store, wanted, most === undefined ? {} : { limit: most + 1 })
  if (most !== undefined && rows.length > most) throw tooLarge('数字')
  return rows.sort((a, b) => compareLists(orderOf(a), orderOf(b)))
}

const orderOf = ({ indicator, region, end_month, id }: Row) => [indicator, region, end_month, id]

interface Wanted {
  readonly indicator: Indicator
  readonly region: string
  readonly measure: Measure
  readonly compilation: SeriesCompilation
  readonly basis: Basis
}

function combine({ indicators, regions }: Scope, query: SeriesQuery): Wanted[] {
  return indicators.flatMap((indicator) =>
    regions.flatMap((region) =>
      query.measure.flatMap((measure) =>
        compilationsOf(indicator, query.compilation).flatMap((compilation) =>
          basesOf(query, indicator, measure).map((basis) => ({
            indicator,
            region,
            measure,
            compilation,
            basis,
          })),
        ),
      ),
    ),
  )
}

const basesOf = (query: SeriesQuery, indicator: Indicator, measure: Measure): readonly Basis[] =>
  query.transform === 'none'
    ? chooseBases(indicator, measure, query.basis)
    : chooseDerivedBases(indicator, query)

const tooLarge = (what: string) =>
  new Problem(
    422,
    'too_large',
    `答案超过 ${mostRows} 个${what}；请减少指标、地区或口径，或用 from、to 缩短时期`,
  )

type Combination = readonly [
  indicator: string,
  region: string,
  measure: Measure,
  compilation: SeriesCompilation,
  basis: Basis,
]
const keyOf = (...combination: Combination) => combination.join('|')

interface Surroundings {
  readonly breaks: readonly KnownBreak[]
  readonly totals: NationalTotals
  readonly query: SeriesQuery
}

function place(
  wanted: readonly Wanted[],
  found: readonly Series<PrintedNumber>[],
  { breaks, totals, query }: Surroundings,
): SeriesAnswer[] {
  const byKey = groupBy(found, ({ indicator, region, measure, compilation, basis }) =>
    keyOf(indicator, region, measure, compilation, basis),
  )
  return wanted.flatMap((each): SeriesAnswer[] => {
    const { indicator, region, measure, compilation, basis } = each
    const unit = unitCodeOf(indicator, measure)
    const key = {
      indicator: indicator.code,
      region,
      measure,
      compilation,
      basis,
      transform: 'none',
      indexBase: null,
      unit,
    } as const
    const own = measure === 'level' ? breaksOf(breaks, key) : []
    const series = byKey.get(keyOf(indicator.code, region, measure, compilation, basis)) ?? []
    const [usual = nothing, ...others] = series.toSorted(usualFirst)
    return [usual, ...others].map(({ of, comparison, points }, position) => {
      const printed = points.map((number) => ({ period: number.period, point: toPointOfSeries(number) }))
      const standIns = position === 0 ? standInsFor(each, points, totals) : []
      const inWindow = standIns.filter(({ period }) => isInWindow(period, query))
      const placed = [...printed, ...inWindow].sort((a, b) => comparePeriods(a.period, b.period))
      return { ...key, of, comparison, points: markBreaks(placed, own) }
    })
  })
}

const nothing = { of: '', comparison: 'usual', points: [] }

/** Sums of the provinces where the nation's own level was not printed. */
function standInsFor(
  { indicator, region, measure, compilation, basis }: Wanted,
  printed: readonly PrintedNumber[],
  totals: NationalTotals,
): PlacedPoint[] {
  if (region !== nation || measure !== 'level') return []
  const rowOf = new Map(totals.rows.map((row) => [row.id, row]))
  return totals
    .of({ indicator: indicator.code, compilation }, printed)
    .filter(({ period }) => admits[basis](period))
    .map((sum) => ({ period: sum.period, point: toDerivedPoint(sum, indicator.unit, rowOf) }))
}

const toPointOfSeries = ({ row, valid }: PrintedNumber) =>
  Object.assign(toPoint(row), valid && { validFrom: valid.from, validTo: valid.to })

function usualFirst(a: Series<PrintedNumber>, b: Series<PrintedNumber>): number {
  return (
    Number(a.comparison !== 'usual') - Number(b.comparison !== 'usual') || b.points.length - a.points.length
  )
}
