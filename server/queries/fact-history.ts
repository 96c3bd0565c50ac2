import { and, asc, gt, inArray, sql } from 'drizzle-orm'
import { denominatorOf } from '#data/model/derive/derived.ts'
import type { Fact } from '#data/model/fact-id.ts'
import type { Store } from '#data/store/open-store.ts'
import { type ChangeKind, change } from '#data/store/schema.ts'
import type { PointAnswer } from '#server/answers.ts'
import { widen } from './derive-series.ts'
import { type Amend, nation } from './national-totals.ts'
import { deriveNumber, questionOf } from './number-of-fact.ts'
import { type Row, type ShownRow, toPoint } from './printed-number.ts'
import { isActual } from './read-numbers.ts'
import { cellOfFact } from './read-statements.ts'
import { factOf } from './vintages-of.ts'

/** A printed fact that a version shows otherwise than the one before. */
export interface Changed {
  readonly fact: string
  readonly kind: ChangeKind
  /** null where it was added. */
  readonly previous: Row | null
  /** Of the version that brought it. */
  readonly position: number
}

/**
 * What later versions changed of the indicators and regions on which a fact depends, the oldest first.
 * @param after the position of a version.
 */
export async function readChangesFor(store: Store, fact: Fact, after: number): Promise<Changed[]> {
  const { indicators, regions } = reachOf(store, fact)
  const part = (at: number) => sql`split_part(${change.fact}, '|', ${sql.raw(String(at))})`
  const rows = await store.db
    .select()
    .from(change)
    .where(and(gt(change.position, after), inArray(part(1), indicators), inArray(part(2), regions)))
    .orderBy(asc(change.position), asc(change.fact))
  return rows.map(({ previous, ...rest }) => ({ ...rest, previous: previous as Row | null }))
}

/** Everything whose figures may be among its parents. */
function reachOf({ catalog }: Store, fact: Fact) {
  const { indicator, region } = widen(catalog, questionOf(fact))
  const denominator = denominatorOf(fact.transform)
  const regions = region.includes(nation)
    ? [...region, ...(catalog.regions.get(nation)?.members ?? [])]
    : region
  return { indicators: denominator ? [...indicator, denominator] : indicator, regions: [...new Set(regions)] }
}

/**
 * What a fact was shown as before some changes.
 * @param now what is shown of it, where it is printed.
 * @param changes all that concern it since, the oldest first.
 */
export async function numberBefore(
  store: Store,
  fact: Fact,
  { now, changes }: { readonly now: Row | undefined; readonly changes: readonly Changed[] },
): Promise<PointAnswer | undefined> {
  const first = firstOf(changes)
  const own = first.get(cellOfFact(fact))
  const row = own ? own.previous : now
  if (fact.transform === 'none' && row) return toPoint(row)
  return deriveNumber(store, fact, undoing(first))
}

const firstOf = (changes: readonly Changed[]): ReadonlyMap<string, Changed> =>
  new Map(changes.toReversed().map((each) => [each.fact, each]))

/** Numbers with changes undone: what was added is not there, what was revised or removed is as it was. */
function undoing(first: ReadonlyMap<string, Changed>): Amend {
  return (rows, { indicators, regions, isMeant }) => {
    const isAsked = (row: ShownRow) =>
      indicators.includes(row.indicator) && regions.includes(row.region) && isActual(row) && isMeant(row)
    const former = [...first.values()].flatMap(({ previous }) => (previous ? [previous] : []))
    return [...rows.filter((row) => !first.has(factOf(row as Row))), ...former.filter(isAsked)]
  }
}

/** What a fact was shown as before the last version that took it away; undefined where none did. */
export async function lastShown(
  store: Store,
  fact: Fact,
): Promise<{ readonly number: PointAnswer; readonly position: number } | undefined> {
  const changes = await readChangesFor(store, fact, 0)
  const removals = changes.filter(({ kind }) => kind === 'removed').map(({ position }) => position)
  for (const position of [...new Set(removals)].toReversed()) {
    const later = changes.filter((each) => each.position >= position)
    const number = await numberBefore(store, fact, { now: undefined, changes: later })
    if (number) return { number, position }
  }
  return undefined
}
