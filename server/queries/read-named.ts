import { asc, eq, sql } from 'drizzle-orm'
import type { Store } from '#data/store/open-store.ts'
import { number } from '#data/store/schema.ts'
import { selectStatement } from '#data/store/select-statement.ts'
import { readNumberKeys } from './number-keys.ts'
import { readRows } from './number-row.ts'
import type { Row } from './printed-number.ts'

/** The id of an observation: its source, and its place there. */
export function partsOfId(id: string): { readonly source: string; readonly place: string } {
  const at = id.indexOf(':')
  return { source: id.slice(0, at), place: id.slice(at + 1) }
}

/** Reads observations by their ids; those that are not there are left out. */
export async function readNamed(store: Store, ids: readonly string[]): Promise<Row[]> {
  const { sources } = await readNumberKeys(store)
  const named = ids.map(partsOfId).flatMap(({ source, place }) => {
    const key = sources.keys.get(source)
    return key === undefined ? [] : [{ key, place }]
  })
  if (named.length === 0) return []
  const found = await byPlace(store, {
    sources: named.map(({ key }) => key),
    places: named.map(({ place }) => place),
  })
  return readRows(store, found, undefined)
}

const { id, rank, others, source, place } = number

const byPlace = selectStatement({ id, rank, others }, (select) =>
  select
    .from(number)
    .innerJoin(
      sql`(select unnest(${sql.placeholder('sources')}::integer[]) as source, unnest(${sql.placeholder('places')}::varchar[]) as place) named`,
      sql`${eq(source, sql`named.source`)} and ${eq(place, sql`named.place`)}`,
    )
    .orderBy(asc(id)),
)
