import type { Catalog } from '#data/catalog/catalog.ts'
import { compilationsOf, type SeriesCompilation } from '#data/model/compilation.ts'
import { groupBy } from '#data/model/group-by.ts'
import type { Indicator } from '#data/model/indicator.ts'
import { admits, comparePeriods, isSamePeriod, type Period, printPeriod } from '#data/model/period.ts'
import type { Store } from '#data/store/open-store.ts'
import type { Answer, PointAnswer } from '#server/answers.ts'
import { Problem } from '#server/errors.ts'
import type { CompareQuery } from '#server/input.ts'
import { indicatorOf } from '#server/known.ts'
import { checkCompilations, chooseBases, chooseBasis, choosePeriod } from '#server/meaning.ts'
import { checkWhole } from './check-whole.ts'
import { chooseRegions } from './choose-regions.ts'
import { toDerivedPoint } from './derived-point.ts'
import type { NumbersWanted } from './find-numbers.ts'
import { nameSources } from './name-sources.ts'
import { nation, readNationalTotals } from './national-totals.ts'
import { type PrintedNumber, type ShownRow, toPeriod, toPoint, toPrintedNumber } from './printed-number.ts'
import { countNumbers, isActual, isOneOf, type Meant, readNumbersOf } from './read-numbers.ts'

/** One period of one indicator across regions, the largest first; equal values share a rank, and who is missing is named. */
export async function compareRegions(store: Store, query: CompareQuery): Promise<Answer<'compare'>> {
  const { catalog, snapshot } = store
  const { measure } = query
  const { indicator, regions } = checkComparison(catalog, query)
  const totals = await readTotalsOf(store, indicator, query, regions)
  const period = query.period
    ? choosePeriod(indicator, measure, query.period)
    : await findLatestPeriod(store, indicator, query, { regions, sums: totals.of([]) })
  const basis = chooseBasis(period, query.period?.text ?? printPeriod(period), query.basis)
  const candidates = await readPeriod(store, query, regions, period)
  const of = query.of ?? mostFrequent(candidates.map((number) => number.of)) ?? ''
  const alike = keepAlike(candidates.filter((number) => number.of === of))
  const sums = totals.of(alike).filter((sum) => comparePeriods(sum.period, period) === 0)
  const rows = rank([...alike.map(toPlaced), ...sums])
  return {
    snapshot: snapshot.id,
    ...{ indicator: indicator.code, measure, compilation: compilationOf(indicator, query), basis, of },
    period: printPeriod(period),
    rows,
    ...absent(catalog, regions, rows),
    sources: nameSources(catalog, sourcesOf(rows, totals.rows)),
  }
}

/** What a comparison asks, as entries of the catalogue. */
export function checkComparison(
  catalog: Catalog,
  { indicator: code, regions, measure, compilation, basis, of }: Omit<CompareQuery, 'period'>,
): { indicator: Indicator; regions: readonly string[] } {
  const indicator = indicatorOf(catalog, code)
  if (basis) chooseBases(indicator, measure, [basis])
  if (of !== undefined) checkWhole(catalog, of)
  checkCompilations([compilation], [indicator])
  return { indicator, regions: chooseRegions(catalog, regions) }
}

export const compilationOf = (
  indicator: Indicator,
  { compilation }: Pick<CompareQuery, 'compilation'>,
): SeriesCompilation => compilationsOf(indicator, [compilation])[0] ?? ''

/** A number of a region, or a sum that stands in for one, with the period it stands for. */
export interface Placed {
  readonly region: string
  readonly period: Period
  readonly point: PointAnswer
}

export const toPlaced = ({ region, period, row }: PrintedNumber): Placed => ({
  region,
  period,
  point: toPoint(row),
})

/** The sums of the provinces that stand in for the nation, where the nation is asked for and levels are. */
export async function readTotalsOf(
  store: Store,
  indicator: Indicator,
  { measure, compilation, asOf }: Pick<CompareQuery, 'measure' | 'compilation' | 'asOf'>,
  regions: readonly string[],
) {
  const isAsked = measure === 'level' && regions.includes(nation)
  const totals = await readNationalTotals(store, isAsked ? [indicator] : [], {
    compilation: [compilation],
    asOf,
  })
  const rowOf = new Map(totals.rows.map((row) => [row.id, row]))
  const key = { indicator: indicator.code, compilation }
  return {
    rows: totals.rows,
    of: (printed: readonly PrintedNumber[]): Placed[] => {
      const own = printed.filter(({ region }) => region === nation)
      return totals.of(key, own).map((sum) => {
        const point = toDerivedPoint(sum, indicator.unit, rowOf)
        return { region: nation, period: sum.period, point }
      })
    },
  }
}

/** The largest first; equal values share a rank. */
export function rank(placed: readonly Placed[]): Answer<'compare'>['rows'] {
  const sorted = placed.toSorted((a, b) => b.point.value - a.point.value)
  return sorted.map(({ region, point }) => ({
    rank: 1 + sorted.findIndex((other) => other.point.value === point.value),
    region,
    point,
  }))
}

/** The regions asked for that have no number, those apart that national statistics do not cover. */
export function absent(
  { regions: entries }: Catalog,
  regions: readonly string[],
  rows: readonly { readonly region: string }[],
): Pick<Answer<'compare'>, 'missing' | 'notCovered'> {
  const covered = new Set(entries.get(nation)?.members)
  const present = new Set(rows.map(({ region }) => region))
  const without = regions.filter((region) => !present.has(region))
  const isOutside = (code: string) => entries.get(code)?.kind === 'province' && !covered.has(code)
  return { missing: without.filter((code) => !isOutside(code)), notCovered: without.filter(isOutside) }
}

/** The sources of numbers, and of the figures that derived ones are made of. */
export function sourcesOf(rows: Answer<'compare'>['rows'], parents: readonly ShownRow[]) {
  const ids = new Set(rows.flatMap(({ point }) => point.derived?.parents ?? []))
  return [...rows.map(({ point }) => point), ...parents.filter(({ id }) => ids.has(id))]
}

/** Which numbers a question asks for, whenever known. */
export function wantedComparison(
  query: Omit<CompareQuery, 'period'>,
  asked: readonly string[],
): NumbersWanted {
  const { indicators, regions, isMeant } = askedOf(query, asked)
  return { indicators, regions, isForm: (form) => isActual(form) && isMeant(form) }
}

/** The latest period that two of the regions have, or one where none has two; a sum stands in for its region. */
async function findLatestPeriod(
  store: Store,
  indicator: Indicator,
  query: CompareQuery,
  { regions, sums }: { readonly regions: readonly string[]; readonly sums: readonly Placed[] },
): Promise<Period> {
  const rows =
    query.asOf === undefined
      ? await countNumbers(store, askedOf(query, regions))
      : await countKnown(store, query, regions)
  const groups = [
    ...rows.map((row) => ({ period: toPeriod(row), regions: row.regions })),
    ...sums.map(({ period }) => ({ period, regions: 1 })),
  ]
    .filter(({ period }) => !query.basis || admits[query.basis](period))
    .sort(
      (a, b) => b.period.end - a.period.end || comparePeriods(a.period, b.period) || b.regions - a.regions,
    )
  const latest = groups.find((group) => group.regions >= 2) ?? groups[0]
  if (latest) return latest.period
  throw noNumbers(indicator, regions, query)
}

/** How many regions have a number of each kind of period and reference, as was known at the end of a day. */
async function countKnown(store: Store, query: CompareQuery, regions: readonly string[]) {
  const rows = await readNumbersOf(store, askedOf(query, regions), query.asOf)
  const groups = groupBy(rows, ({ is_moment, start_month, end_month, share_of, compared_to }) =>
    [is_moment, start_month, end_month, share_of, compared_to].join('|'),
  )
  return [...groups.values()].flatMap((group) =>
    group
      .slice(0, 1)
      .map((first) => ({ ...first, regions: new Set(group.map(({ region }) => region)).size })),
  )
}

/** What of a question may be why there is nothing, in the order in which a reader would doubt it. */
const doubtful = ['of', 'basis', 'asOf', 'compilation'] as const

/** There is no such number: 404 naming what of the question may be why. */
export function noNumbers(
  indicator: Indicator,
  regions: readonly string[],
  query: Omit<CompareQuery, 'period'>,
): Problem {
  const isAsked = (name: (typeof doubtful)[number]) =>
    query[name] !== undefined && !(name === 'compilation' && indicator.compilations.length === 0)
  const asked = doubtful.filter(isAsked)
  const what = `${indicator.name.zh}（${indicator.code}）`
  const why = asked.length > 0 ? `（所限：${asked.map((name) => `${name}=${query[name]}`).join('、')}）` : ''
  const hint = `有数字的地区见 /api/v1/indicators/${indicator.code}`
  const message = `${what}在所选的 ${regions.length} 个地区没有符合条件的数字${why}；${hint}`
  return new Problem(404, 'no_numbers', message, asked[0] ?? 'regions')
}

async function readPeriod(
  store: Store,
  query: CompareQuery,
  regions: readonly string[],
  period: Period,
): Promise<PrintedNumber[]> {
  const asked = { from: period.end, to: period.end }
  const numbers = await readComparable(store, query, regions, asked)
  return numbers.filter((number) => isSamePeriod(number.period, period))
}

interface Span {
  readonly from?: number
  readonly to?: number
}

/** The numbers that a comparison may hold, of all periods or of those that end in a span of months; in the order of their ids. */
export async function readComparable(
  store: Store,
  query: Omit<CompareQuery, 'period'>,
  regions: readonly string[],
  span: Span = {},
): Promise<PrintedNumber[]> {
  const rows = await readNumbersOf(store, { ...askedOf(query, regions), ...span }, query.asOf)
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1)).map(toPrintedNumber)
}

function askedOf(
  { indicator, measure, compilation, of }: Omit<CompareQuery, 'period'>,
  regions: readonly string[],
) {
  const isMeant = (form: Meant) =>
    form.measure === measure && isOneOf([compilation], form) && (of === undefined || form.share_of === of)
  return { indicators: [indicator], regions, isMeant }
}

/** Numbers measured against the same thing: the usual base where there is one, else the most frequent. */
export function keepAlike(candidates: readonly PrintedNumber[]): PrintedNumber[] {
  const bases = candidates.map(({ comparedTo }) => comparedTo)
  const comparedTo = bases.includes('') ? '' : mostFrequent(bases)
  return candidates.filter((number) => number.comparedTo === comparedTo)
}

export function mostFrequent(words: readonly string[]): string | undefined {
  const groups = [...groupBy(words, (word) => word)]
  return groups.sort(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1))[0]?.[0]
}
