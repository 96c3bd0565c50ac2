import { and, asc, eq, gt, gte, inArray, or, type SQL } from 'drizzle-orm'
import type { Catalog } from '#data/catalog/catalog.ts'
import { measureCodes } from '#data/model/measure.ts'
import type { Store } from '#data/store/open-store.ts'
import type { Answer } from '#server/answers.ts'
import { type Position, printCursor } from '#server/cursor.ts'
import type { ObservationsQuery } from '#server/input.ts'
import { indicatorOf, regionOf, sourceOf } from '#server/known.ts'
import { checkPeriodFits } from '#server/meaning.ts'
import { checkTimes, isOfCompilations, knownNumbers, type Numbers, publishedAfter } from './known-numbers.ts'
import { nameSources } from './name-sources.ts'
import { type Row, toObservation } from './printed-number.ts'

/** One page of printed numbers with where each stands, those behind the shown one too. */
export async function readObservations(
  store: Store,
  query: ObservationsQuery,
): Promise<Answer<'observations'>> {
  check(store.catalog, query)
  checkTimes(query)
  const { rows, next } = await readPage(store, query)
  return toAnswer(store, rows, next)
}

/** As many rows of a file as are in memory at a time. */
const pageOfFile = 5000

/**
 * The same from the cursor to the end, page by page: each is read when it is asked for.
 * @throws Problem as `readObservations` does, before the first page.
 */
export async function* readAllObservations(
  store: Store,
  query: Omit<ObservationsQuery, 'limit'>,
): AsyncGenerator<Answer<'observations'>> {
  check(store.catalog, query)
  checkTimes(query)
  let cursor = query.cursor
  do {
    const { rows, next } = await readPage(store, { ...query, cursor, limit: pageOfFile })
    yield toAnswer(store, rows, next)
    cursor = next
  } while (cursor)
}

async function readPage(store: Store, query: ObservationsQuery) {
  const numbers = knownNumbers(store, query.asOf)
  const { indicator, region, end_month, start_month, id } = numbers
  const { updatedAfter, cursor } = query
  const isNew = updatedAfter === undefined ? undefined : publishedAfter(store, numbers, updatedAfter)
  const found = await store.db
    .select()
    .from(numbers)
    .where(and(fitsObservations(query)(numbers), isNew, cursor && after(numbers, cursor)))
    .orderBy(asc(indicator), asc(region), asc(end_month), asc(start_month), asc(id))
    .limit(query.limit + 1)
  const rows = found.slice(0, query.limit)
  const last = rows.at(-1)
  const snapshot = query.asOf === undefined ? store.snapshot.id : ''
  const next = last && found.length > rows.length ? { snapshot, ...placeOf(last) } : undefined
  return { rows, next }
}

const toAnswer = ({ snapshot, catalog }: Store, rows: readonly Row[], next: Position | undefined) => ({
  snapshot: snapshot.id,
  observations: rows.map(toObservation),
  sources: nameSources(catalog, rows),
  nextCursor: next ? printCursor(next) : null,
})

function check(
  catalog: Catalog,
  { indicator, region, source, period, measure }: Omit<ObservationsQuery, 'limit'>,
): void {
  const indicators = indicator?.map((code) => indicatorOf(catalog, code))
  for (const code of region ?? []) regionOf(catalog, code)
  if (source !== undefined) sourceOf(catalog, source)
  if (period && indicators) checkPeriodFits(period, indicators, measure ?? measureCodes)
}

/** What of the numbers a question asks for, whenever known. */
export const fitsObservations =
  ({ indicator, region, period, measure, compilation, status, source }: Omit<ObservationsQuery, 'limit'>) =>
  (numbers: Numbers): SQL | undefined =>
    and(
      indicator && inArray(numbers.indicator, indicator),
      region && inArray(numbers.region, region),
      period && eq(numbers.start_month, period.span.start),
      period && eq(numbers.end_month, period.span.end),
      measure && inArray(numbers.measure, measure),
      compilation && isOfCompilations(numbers, compilation),
      status && inArray(numbers.status, status),
      source === undefined ? undefined : eq(numbers.source, source),
    )

const placeOf = (row: Row): Omit<Position, 'snapshot'> => ({
  indicator: row.indicator,
  region: row.region,
  end: row.end_month,
  start: row.start_month,
  id: row.id,
})

/** The rows behind a position, in the order of the page. */
function after(numbers: Numbers, position: Position) {
  const { indicator, region, end_month, start_month, id } = numbers
  const sameIndicator = eq(indicator, position.indicator)
  const sameRegion = and(sameIndicator, eq(region, position.region))
  const sameEnd = and(sameRegion, eq(end_month, position.end))
  const sameStart = and(sameEnd, eq(start_month, position.start))
  const behind = or(
    gt(indicator, position.indicator),
    and(sameIndicator, gt(region, position.region)),
    and(sameRegion, gt(end_month, position.end)),
    and(sameEnd, gt(start_month, position.start)),
    and(sameStart, gt(id, position.id)),
  )
  // Says no more than the rest, and lets the database skip what lies before: the rows are sorted by indicator.
  return and(gte(indicator, position.indicator), behind)
}
