import { and, between, count, eq, getTableColumns, max, type SQL, sql } from 'drizzle-orm'
import { type PgColumn, QueryBuilder } from 'drizzle-orm/pg-core'
import type { Compilation } from '#data/model/compilation.ts'
import { groupBy } from '#data/model/group-by.ts'
import type { Store } from '#data/store/open-store.ts'
import { number } from '#data/store/schema.ts'
import { selectStatement } from '#data/store/select-statement.ts'
import { readWanted } from './find-numbers.ts'
import { keptNumbers, type NumbersByRegion } from './kept-numbers.ts'
import { type Form, keysOf, type NumberKeys, readNumberKeys } from './number-keys.ts'
import { type NumberRow, toRows } from './number-row.ts'
import type { ShownRow } from './printed-number.ts'

/** What of a form tells whether its numbers are meant. */
export type Meant = Pick<Form, 'measure' | 'compilation' | 'compared_to' | 'share_of'>

/** Which of the numbers that are shown and that are or were, as opposed to hoped for. */
export interface NumbersAsked {
  readonly indicators: readonly string[]
  readonly regions: readonly string[]
  /** Which of them, by what their forms say. */
  readonly isMeant: (form: Meant) => boolean
  /** The first and last month in which they end, both included; since year 0. */
  readonly from?: number | undefined
  readonly to?: number | undefined
}

/** The most indicators of which each is looked up alone; the range of more than these is read through. */
const fewIndicators = 8

/**
 * Reads numbers, in the order of the narrow table.
 * @param most how many are enough to see that they are too many, where many indicators are asked for.
 */
export async function readNumbers(store: Store, asked: NumbersAsked, most: number): Promise<ShownRow[]> {
  const read = await Promise.all(asked.indicators.map((indicator) => keptNumbers(store, indicator)))
  const kept = new Map(
    asked.indicators.flatMap((indicator, at) => {
      const numbers = read[at]
      return numbers ? [[indicator, pick(numbers, asked)] as const] : []
    }),
  )
  const others = asked.indicators.filter((indicator) => !kept.has(indicator))
  if (others.length === 0) return inOrder(kept)
  const found = await findMany(store, { ...asked, indicators: others }, most)
  return inOrder(new Map([...kept, ...groupBy(found, ({ indicator }) => indicator)]))
}

/** Indicators are sorted by code, as in the table. */
const inOrder = (byIndicator: ReadonlyMap<string, readonly ShownRow[]>): ShownRow[] =>
  [...byIndicator].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, rows]) => rows)

function pick(numbers: NumbersByRegion, { regions, isMeant, from = 0, to = lastMonth }: NumbersAsked) {
  const [only, ...others] = regions
  const wanted = new Set(regions)
  const rows =
    only !== undefined && others.length === 0
      ? (numbers.get(only) ?? [])
      : [...numbers].flatMap(([region, rows]) => (wanted.has(region) ? rows : []))
  return rows.filter((row) => row.end_month >= from && row.end_month <= to && isActual(row) && isMeant(row))
}

/** Those of indicators that have many, from the table. */
async function findMany(store: Store, asked: NumbersAsked, most: number): Promise<ShownRow[]> {
  const keys = await readNumberKeys(store)
  const question = toQuestion(keys, asked)
  if (!question) return []
  const { indicators, parameters, are } = question
  const ofOne = async (indicator: number): Promise<NumberRow[]> => {
    const [region, ...others] = parameters.regions
    if (region === undefined || others.length > 0)
      return (await ofIndicator(store, { ...parameters, indicator })).map((row) =>
        Object.assign(row, { indicator }),
      )
    const rows = await ofPair(store, { ...parameters, indicator, region })
    return rows.map((row) => Object.assign(row, { indicator, region }))
  }
  const found =
    indicators.length <= fewIndicators
      ? (await Promise.all(indicators.map(ofOne))).flat()
      : await ofMany(store, { ...parameters, ...spanOfKeys(indicators), most })
  return toRows(store, found.filter(({ form }) => are[form]).sort(byId))
}

/**
 * Of one region, the numbers of the months in which each indicator's newest level ends; in the order of the table.
 * @param isMeant which of the forms of numbers; those of levels among them say which months are the newest.
 */
export async function readNewestNumbers(
  store: Store,
  region: string,
  isMeant: NumbersAsked['isMeant'],
): Promise<ShownRow[]> {
  const keys = await readNumberKeys(store)
  const [place] = keysOf(keys.regions, [region])
  const are = keys.forms.map((form) => isActual(form) && isMeant(form))
  const formsWhere = (is: (form: Form) => boolean) =>
    [...are.keys()].filter((id) => are[id] && is(keys.forms[id] as Form))
  const levels = formsWhere(({ measure }) => measure === 'level')
  if (place === undefined || levels.length === 0) return []
  const rows = await newestOf(store, { region: place, levels, forms: formsWhere(() => true) })
  return toRows(store, rows.map((row) => Object.assign(row, { region: place })).sort(byId))
}

/**
 * The same as it was known at the end of a day: ranked among what was out by then.
 * @param asOf today when left out.
 */
export async function readNumbersOf(
  store: Store,
  asked: NumbersAsked,
  asOf: string | undefined,
): Promise<ShownRow[]> {
  if (asOf === undefined) return readNumbers(store, asked, mostNumbers)
  const isForm = (form: Form) => isActual(form) && asked.isMeant(form)
  return readWanted(store, { ...asked, isForm, isShown: true, asOf })
}

/** More than there are: for questions that leave none out. */
const mostNumbers = 2 ** 31 - 1

/** How many numbers there are of each kind of period and reference, of one indicator; each of another region. */
export async function countNumbers(store: Store, asked: NumbersAsked) {
  const keys = await readNumberKeys(store)
  const question = toQuestion(keys, asked)
  if (!question) return []
  const [indicator] = question.indicators
  const rows = await counts(store, { ...question.parameters, indicator })
  const groups = groupBy(
    rows.flatMap(({ form: id, ...row }) => {
      const form = keys.forms[id]
      if (!form || !question.are[id]) return []
      const { is_moment, share_of, compared_to } = form
      return [{ ...row, is_moment, share_of, compared_to }]
    }),
    ({ is_moment, start_month, end_month, share_of, compared_to }) =>
      [is_moment, start_month, end_month, share_of, compared_to].join('|'),
  )
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, regions: others.reduce((sum, { numbers }) => sum + numbers, first.numbers) }] : [],
  )
}

/** The last month that the table can hold. */
const lastMonth = 32_767

const byId = (a: NumberRow, b: NumberRow) => a.id - b.id

/** Of one of these compilations, or of an indicator whose compilations agree. */
export const isOneOf = (asked: readonly Compilation[], { compilation }: Meant) =>
  compilation === '' || asked.includes(compilation)

/** Of what is or was, as opposed to hoped for. */
export const isActual = ({ status }: Pick<Form, 'status'>) => status === 'actual' || status === 'preliminary'

/** A question in the keys of the table; undefined where there can be nothing. */
function toQuestion(
  keys: NumberKeys,
  { indicators, regions, isMeant, from = 0, to = lastMonth }: NumbersAsked,
) {
  const are = keys.forms.map((form) => isActual(form) && isMeant(form))
  const firstForm = are.indexOf(true)
  const places = keysOf(keys.regions, regions)
  const things = keysOf(keys.indicators, indicators)
  if (firstForm < 0 || places.length === 0 || things.length === 0) return undefined
  const parameters = {
    regions: places,
    firstRegion: Math.min(...places),
    lastRegion: Math.max(...places),
    firstForm,
    lastForm: are.lastIndexOf(true),
    from,
    to,
  }
  return { indicators: things, parameters, are }
}

const spanOfKeys = (keys: readonly number[]) => ({
  indicators: keys,
  firstIndicator: Math.min(...keys),
  lastIndicator: Math.max(...keys),
})

const among = (column: PgColumn, list: string): SQL =>
  sql`list_contains(${sql.placeholder(list)}::${sql.raw(column.getSQLType())}[], ${column})`

const within = (column: PgColumn, first: string, last: string) =>
  between(column, sql.placeholder(first), sql.placeholder(last))

const inSpan = and(
  within(number.end_month, 'from', 'to'),
  within(number.form, 'firstForm', 'lastForm'),
  eq(number.rank, 1),
)

const inRegions = and(within(number.region, 'firstRegion', 'lastRegion'), among(number.region, 'regions'))

const isOf = (column: PgColumn, name: string) => eq(column, sql.placeholder(name))

const { rank: _, indicator, region, ...others } = getTableColumns(number)
const { form, start_month, end_month } = number

/*
 * The statements that most questions are made of. What is one is asked for as one, and columns that the question tells
 * are not read: with lists, limits and more columns a look-up takes twice as long.
 */

const ofPair = selectStatement(others, (select) =>
  select.from(number).where(and(isOf(indicator, 'indicator'), isOf(region, 'region'), inSpan)),
)
const ofIndicator = selectStatement({ region, ...others }, (select) =>
  select.from(number).where(and(isOf(indicator, 'indicator'), inRegions, inSpan)),
)
const ofMany = selectStatement({ indicator, region, ...others }, (select) =>
  select
    .from(number)
    .where(
      and(
        within(indicator, 'firstIndicator', 'lastIndicator'),
        among(indicator, 'indicators'),
        inRegions,
        inSpan,
      ),
    )
    .limit(sql.placeholder('most')),
)
const newest = new QueryBuilder()
  .select({ indicator, end: max(end_month).as('newest_end') })
  .from(number)
  .where(and(isOf(region, 'region'), eq(number.rank, 1), among(form, 'levels')))
  .groupBy(indicator)
  .as('newest')
const newestOf = selectStatement({ indicator, ...others }, (select) =>
  select
    .from(number)
    .innerJoin(newest, and(eq(indicator, newest.indicator), eq(end_month, newest.end)))
    .where(and(isOf(region, 'region'), eq(number.rank, 1), among(form, 'forms'))),
)
const counts = selectStatement({ form, start_month, end_month, numbers: count() }, (select) =>
  select
    .from(number)
    .where(and(isOf(indicator, 'indicator'), inRegions, inSpan))
    .groupBy(form, start_month, end_month),
)
