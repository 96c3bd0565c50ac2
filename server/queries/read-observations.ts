import type { Catalog } from '#data/catalog/catalog.ts'
import { measureCodes } from '#data/model/measure.ts'
import type { Source } from '#data/model/source.ts'
import type { Store } from '#data/store/open-store.ts'
import { takeTurn } from '#data/store/take-turn.ts'
import type { Answer } from '#server/answers.ts'
import { type Position, printCursor } from '#server/cursor.ts'
import type { ObservationsQuery } from '#server/input.ts'
import { indicatorOf, regionOf, sourceOf } from '#server/known.ts'
import { checkPeriodFits } from '#server/meaning.ts'
import { findNumbers, type NumbersWanted } from './find-numbers.ts'
import { checkTimes, isOutAfter } from './known-by.ts'
import { nameSources } from './name-sources.ts'
import { readRows } from './number-row.ts'
import { placeOf } from './place-of-cursor.ts'
import { type Row, toObservation } from './printed-number.ts'
import { isOneOf } from './read-numbers.ts'

/** One page of printed numbers with where each stands, those behind the shown one too. */
export async function readObservations(
  store: Store,
  query: ObservationsQuery,
): Promise<Answer<'observations'>> {
  check(store.catalog, query)
  checkTimes(query)
  const { rows, last } = await readPage(store, query, {
    after: await startOf(store, query),
    limit: query.limit,
  })
  await takeTurn()
  return toAnswer(store, rows, last === undefined ? undefined : nextOf(store, query, rows))
}

/** As many rows of a file as are in memory at a time. */
const pageOfFile = 5000

/**
 * The same from the cursor to the end, page by page: each is read when it is asked for.
 * @throws Problem as `readObservations` does, before the first page.
 */
export async function* readAllObservations(
  store: Store,
  query: Question,
): AsyncGenerator<Answer<'observations'>> {
  check(store.catalog, query)
  checkTimes(query)
  let after = await startOf(store, query)
  do {
    const { rows, last } = await readPage(store, query, { after, limit: pageOfFile })
    yield toAnswer(store, rows, undefined)
    after = last
  } while (after !== undefined)
}

type Question = Omit<ObservationsQuery, 'limit'>

/** @returns the place of the last row where more come behind it. */
async function readPage(
  store: Store,
  query: Question,
  { after, limit }: { readonly after: number | undefined; readonly limit: number },
): Promise<{ rows: Row[]; last: number | undefined }> {
  const { asOf, updatedAfter } = query
  const wanted = wantedObservations(query)
  const isNew = (source: Source) => updatedAfter === undefined || isOutAfter(source, updatedAfter)
  const isSource = (source: Source) => (wanted.isSource?.(source) ?? true) && isNew(source)
  const found = await findNumbers(store, { ...wanted, asOf, isSource }, { after, limit: limit + 1 })
  const sent = found.slice(0, limit)
  const rows = await readRows(store, sent, asOf)
  return { rows, last: found.length > sent.length ? sent.at(-1)?.id : undefined }
}

const startOf = async (store: Store, { cursor }: Question) => cursor && placeOf(store, cursor)

/** Where the page behind some rows begins. */
function nextOf({ snapshot }: Store, { asOf }: Question, rows: readonly Row[]): Position | undefined {
  const last = rows.at(-1)
  return last && { snapshot: asOf === undefined ? snapshot.id : '', ...positionOf(last) }
}

const toAnswer = ({ snapshot, catalog }: Store, rows: readonly Row[], next: Position | undefined) => ({
  snapshot: snapshot.id,
  observations: rows.map(toObservation),
  sources: nameSources(catalog, rows),
  nextCursor: next ? printCursor(next) : null,
})

function check(catalog: Catalog, { indicator, region, source, period, measure }: Question): void {
  const indicators = indicator?.map((code) => indicatorOf(catalog, code))
  for (const code of region ?? []) regionOf(catalog, code)
  if (source !== undefined) sourceOf(catalog, source)
  if (period && indicators) checkPeriodFits(period, indicators, measure ?? measureCodes)
}

/** Which numbers a question asks for, whenever known. */
export function wantedObservations({
  indicator: indicators,
  region: regions,
  period,
  measure,
  compilation,
  status,
  source,
}: Question): NumbersWanted {
  return {
    indicators,
    regions,
    span: period?.span,
    isForm: (form) =>
      (measure?.includes(form.measure) ?? true) &&
      (status?.includes(form.status) ?? true) &&
      (compilation === undefined || isOneOf(compilation, form)),
    isSource: source === undefined ? undefined : ({ id }) => id === source,
  }
}

const positionOf = (row: Row): Omit<Position, 'snapshot'> => ({
  indicator: row.indicator,
  region: row.region,
  end: row.end_month,
  start: row.start_month,
  id: row.id,
})
