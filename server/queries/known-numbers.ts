import { and, count, eq, getViewSelectedFields, gt, inArray, lte, not, or, type SQL, sql } from 'drizzle-orm'
import type { Compilation } from '#data/model/compilation.ts'
import { latestOutBy } from '#data/model/published.ts'
import type { Store } from '#data/store/open-store.ts'
import { type Oddity, observation, seriesBreak, source } from '#data/store/schema.ts'
import { meaningless } from '#server/errors.ts'
import type { TimeAsked } from '#server/vintage.ts'

/** The day after all others: everything that has a date. */
export const always = '9999-12-31'

/**
 * The numbers that were known at the end of a day, as a table like that of all observations: those whose documents
 * were out by then, ranked among themselves. The order of precedence is total, so that leaving some out does not
 * change the order of the others.
 * @param asOf all numbers when left out, those without a date too.
 */
export function knownNumbers({ db }: Pick<Store, 'db'>, asOf?: string) {
  const { is_moment, start_month, end_month, measure, compilation, compared_to, share_of, status } =
    observation
  const { indicator, region, rank, others } = observation
  const standing = sql`case when ${status} = 'preliminary' then 'actual' else ${status} end`
  const cell = sql`partition by ${indicator}, ${region}, ${is_moment}, ${start_month}, ${end_month}, ${measure}, ${compilation}, ${compared_to}, ${share_of}, ${standing}`
  const place =
    asOf === undefined ? sql<number>`${rank}` : sql<number>`row_number() over (${cell} order by ${rank})`
  const oddity =
    asOf === undefined
      ? sql<Oddity | null>`${observation.oddity}`
      : sql<Oddity | null>`case when ${observation.oddity_known} <= ${asOf} then ${observation.oddity} end`
  const company = asOf === undefined ? sql<number>`${others}` : sql<number>`count(*) over (${cell}) - 1`
  return db
    .select({
      ...getViewSelectedFields(observation),
      oddity: oddity.mapWith(observation.oddity).as('oddity'),
      rank: place.mapWith(Number).as('rank'),
      others: company.mapWith(Number).as('others'),
    })
    .from(observation)
    .where(asOf === undefined ? undefined : inArray(observation.source, sourcesOutBy({ db }, asOf)))
    .as('known')
}
export type Numbers = ReturnType<typeof knownNumbers>

const isOutBy = (asOf: string) => {
  const { day, month, year } = latestOutBy(asOf)
  const written = (length: number, latest: string) =>
    and(eq(sql`length(${source.published})`, length), lte(source.published, latest))
  return or(written(10, day), written(7, month), written(4, year))
}

const sourcesOutBy = ({ db }: Pick<Store, 'db'>, day: string) =>
  db.select({ id: source.id }).from(source).where(isOutBy(day))

/** Those of numbers whose documents came out after a day. */
export function publishedAfter({ db }: Pick<Store, 'db'>, numbers: Numbers, day: string): SQL {
  const later = db
    .select({ id: source.id })
    .from(source)
    .where(and(gt(source.published, ''), not(isOutBy(day) ?? sql`false`)))
  return inArray(numbers.source, later)
}

/** The numbers of each fact that is or was, as opposed to hoped for. */
export const isActual = ({ status }: Numbers): SQL => inArray(status, ['actual', 'preliminary'])

/** Those of a compilation, and of indicators whose compilations agree. */
export const isOfCompilations = (
  { compilation }: Pick<Numbers, 'compilation'>,
  asked: readonly Compilation[],
): SQL => inArray(compilation, ['', ...asked])

/** The statement that is shown of each fact. */
export const isShown = ({ rank }: Numbers): SQL => eq(sql`${rank}`, 1)

/** How many numbers that fit a question have no date of publication. */
export async function countUndated(
  store: Pick<Store, 'db'>,
  fits: (numbers: Numbers) => SQL | undefined,
): Promise<number> {
  const numbers = knownNumbers(store)
  const [counted] = await store.db
    .select({ rows: count() })
    .from(numbers)
    .innerJoin(source, eq(source.id, numbers.source))
    .where(and(eq(source.published, ''), fits(numbers)))
  return counted?.rows ?? 0
}

/** Breaks that were known at the end of a day: what the catalogue declares, and what numbers out by then showed. */
export function breaksKnownBy(asOf?: string): SQL | undefined {
  if (asOf === undefined) return undefined
  const shown = and(gt(seriesBreak.known, ''), lte(seriesBreak.known, asOf))
  return or(eq(seriesBreak.kind, 'declared'), shown)
}

/**
 * Refuses to look for changes after the day that is looked at, as SDMX has it.
 * @throws Problem 422
 */
export function checkTimes({ asOf, updatedAfter }: TimeAsked): void {
  if (asOf === undefined || updatedAfter === undefined || updatedAfter <= asOf) return
  throw meaningless(
    `updatedAfter（${updatedAfter}）晚于 asOf（${asOf}）：那一天还没有之后的更新`,
    'updatedAfter',
  )
}
