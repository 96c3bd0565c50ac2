import { and, asc, between, type Column, count, eq, gt, gte, lte, max, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { Source } from '#data/model/source.ts'
import type { Store } from '#data/store/open-store.ts'
import { form, number } from '#data/store/schema.ts'
import { isOutBy } from './known-by.ts'
import { type Coded, type Form, type NumberKeys, readNumberKeys } from './number-keys.ts'
import { type Found, readRows } from './number-row.ts'
import type { Row } from './printed-number.ts'

/** Which printed numbers are meant; what is left out does not matter. */
export interface NumbersWanted {
  readonly indicators?: readonly string[] | undefined
  readonly regions?: readonly string[] | undefined
  /** Exactly this span; months since year 0. */
  readonly span?: { readonly start: number; readonly end: number } | undefined
  /** The first and last month in which they end, both included; since year 0. */
  readonly from?: number | undefined
  readonly to?: number | undefined
  /** By what many numbers have in common: measure, compilation, status and the like. */
  readonly isForm?: ((form: Form) => boolean) | undefined
  readonly isSource?: ((source: Source) => boolean) | undefined
  /**
   * As it was known at the end of a day: of the documents out by then, ranked among themselves. All when left out,
   * those without a date too.
   */
  readonly asOf?: string | undefined
}

/** What is told by the place of a number among the statements of its fact. */
interface Standing {
  /** Only the statement that is shown of each fact. */
  readonly isShown?: boolean
  /** true: only where no other statement is known; false: only where one is. */
  readonly isAlone?: boolean
}

interface Portion {
  /** Only those behind this one in the order of the table. */
  readonly after?: number | undefined
  readonly limit?: number | undefined
}

/** Finds numbers, in the order of the table: indicator, region, end, start, id of the observation. */
export async function findNumbers(
  store: Store,
  wanted: NumbersWanted & Standing,
  { after, limit = mostNumbers }: Portion = {},
): Promise<Found[]> {
  const known = await knownNumbers(store, wanted, after)
  const { id, rank, others } = known
  const { isShown = false, isAlone } = wanted
  const found = store.db
    .select({ id, rank, others })
    .from(known)
    .where(
      and(
        isShown ? eq(rank, 1) : undefined,
        isAlone === undefined ? undefined : isAlone ? eq(others, 0) : gt(others, 0),
      ),
    )
  // The table lies in this order: sorted again, all of it would be read before the first is given.
  const rows = await (wanted.asOf === undefined ? found : found.orderBy(asc(id))).limit(limit)
  for (const [at, row] of rows.entries())
    if (row.id <= (rows[at - 1]?.id ?? -1)) throw new Error('the table of numbers is not in its order')
  return rows
}

/** The same with all that is known of them. */
export async function readWanted(
  store: Store,
  wanted: NumbersWanted & Standing,
  portion?: Portion,
): Promise<Row[]> {
  return readRows(store, await findNumbers(store, wanted, portion), wanted.asOf)
}

/** How many numbers are meant. */
export async function countWanted(store: Store, wanted: NumbersWanted): Promise<number> {
  const known = await knownNumbers(store, wanted)
  const [counted] = await store.db.select({ numbers: count() }).from(known)
  return counted?.numbers ?? 0
}

/** How many of the numbers that are meant are shown of each document, by its id. */
export async function countShown(store: Store, wanted: NumbersWanted): Promise<ReadonlyMap<string, number>> {
  const known = await knownNumbers(store, wanted)
  const { sources } = await readNumberKeys(store)
  const rows = await store.db
    .select({ source: known.source, numbers: count() })
    .from(known)
    .where(eq(known.rank, 1))
    .groupBy(known.source)
  return new Map(rows.map(({ source, numbers }) => [sources.codes[source] ?? '', numbers]))
}

/** The last month in which a number that is meant ends, by region; since year 0. */
export async function newestMonths(
  store: Store,
  wanted: NumbersWanted,
): Promise<ReadonlyMap<string, number>> {
  const known = await knownNumbers(store, wanted)
  const { regions } = await readNumberKeys(store)
  const rows = await store.db
    .select({ region: known.region, end: max(known.end_month) })
    .from(known)
    .groupBy(known.region)
  return new Map(rows.map(({ region, end }) => [regions.codes[region] ?? '', end ?? 0]))
}

/** One number for all that is shown of an indicator in a region, whatever integers its words have in this store. */
export async function digestNumbers(store: Store, wanted: NumbersWanted) {
  const { indicator, region, start_month, end_month, value } = number
  const { is_moment, measure, compilation, compared_to, share_of, status, unit } = form
  const standing = sql`case when ${status} = 'preliminary' then 'actual' else ${status} end`
  const fact = sql`${is_moment}, ${measure}, ${compilation}, ${compared_to}, ${share_of}, ${standing}, ${unit}`
  const digest = sql<string>`bit_xor(hash(${start_month}, ${end_month}, ${value}, ${fact}))`
  return store.db
    .select({ indicator, region, digest })
    .from(number)
    .innerJoin(form, eq(form.id, number.form))
    .where(and(inCells(await readNumberKeys(store), wanted), eq(number.rank, 1)))
    .groupBy(indicator, region)
}

/** More than there are. */
const mostNumbers = 2 ** 31 - 1

/** The numbers that are meant, as a narrow table, ranked by what was known. */
async function knownNumbers(store: Store, wanted: NumbersWanted, after?: number) {
  const keys = await readNumberKeys(store)
  const { asOf, isForm, isSource } = wanted
  const cells = inCells(keys, wanted)
  const isMeant = (columns: Columns) =>
    and(
      isForm && isOneOf(columns.form, keys.forms.map(isForm)),
      isSource && isOneOf(columns.source, flagSources(store, keys, isSource)),
      after === undefined ? undefined : gt(columns.id, after),
    )
  const all = store.db.select(columns).from(number)
  if (asOf === undefined) return all.where(and(cells, isMeant(number))).as('known')
  const out = flagSources(store, keys, (source) => isOutBy(source, asOf))
  const wereOut = and(cells, isOneOf(number.source, out))
  const alone = all.where(and(wereOut, eq(number.others, 0), isMeant(number)))
  const others = rankedAmong(store, keys, and(wereOut, gt(number.others, 0)))
  return unionAll(alone, store.db.select().from(others).where(isMeant(others))).as('known')
}

const { id, region, end_month, source, rank, others } = number
const columns = { id, region, end_month, form: number.form, source, rank, others }
type Columns = Readonly<Record<'form' | 'source' | 'id', Column>>

/**
 * The statements of facts that have several, ranked among some of them. The order of precedence is total, so that
 * leaving some out does not change the order of the others.
 */
function rankedAmong(store: Store, { forms }: NumberKeys, some: SQL | undefined) {
  const fact = sql`list_extract(${sql.param(factsOf(forms))}::integer[], ${number.form} + 1)`
  const cell = sql`partition by ${number.indicator}, ${number.region}, ${number.start_month}, ${number.end_month}, ${fact}`
  const smallint = (expression: SQL) => sql<number>`cast(${expression} as smallint)`
  return store.db
    .select({
      ...columns,
      rank: smallint(sql`row_number() over (${cell} order by ${number.rank})`).as('rank'),
      others: smallint(sql`count(*) over (${cell}) - 1`).as('others'),
    })
    .from(number)
    .where(some)
    .as('ranked')
}

/** Of each form, the first that states the same of a region and period: what is preliminary is the same fact. */
function factsOf(forms: readonly Form[]): number[] {
  const first = new Map<string, number>()
  return forms.map(({ id, is_moment, measure, compilation, compared_to, share_of, status }) => {
    const standing = status === 'preliminary' ? 'actual' : status
    const fact = JSON.stringify([is_moment, measure, compilation, compared_to, share_of, standing])
    const known = first.get(fact) ?? id
    first.set(fact, known)
    return known
  })
}

function inCells(
  { indicators, regions }: NumberKeys,
  { indicators: things, regions: places, span, from, to }: NumbersWanted,
): SQL | undefined {
  return and(
    things && isOneOf(number.indicator, flagCodes(indicators, things)),
    places && isOneOf(number.region, flagCodes(regions, places)),
    span && eq(number.start_month, span.start),
    span && eq(number.end_month, span.end),
    from === undefined ? undefined : gte(number.end_month, from),
    to === undefined ? undefined : lte(number.end_month, to),
  )
}

/**
 * The rows whose key is one of those with a flag. The bounds say no more than the flags, and let the database skip
 * blocks of the table; a list would be joined, and lose the order of the rows.
 */
function isOneOf(column: Column, flags: readonly boolean[]): SQL | undefined {
  const [first, last] = [flags.indexOf(true), flags.lastIndexOf(true)]
  if (first < 0) return sql`false`
  if (first === last) return eq(column, first)
  const isWithin = between(column, first, last)
  if (!flags.slice(first, last).includes(false)) return isWithin
  return and(isWithin, sql`list_extract(${sql.param(flags)}::boolean[], ${column} + 1)`)
}

const flagCodes = ({ codes }: Coded, wanted: readonly string[]): boolean[] => {
  const are = new Set(wanted)
  return codes.map((code) => are.has(code))
}

const flagSources = (
  { catalog }: Store,
  { sources }: NumberKeys,
  is: (source: Source) => boolean,
): boolean[] =>
  sources.codes.map((code) => {
    const source = catalog.sources.get(code)
    return source !== undefined && is(source)
  })
