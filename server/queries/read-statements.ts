import { and, asc, between, eq, sql } from 'drizzle-orm'
import { type Fact, hopedOf } from '#data/model/fact-id.ts'
import { groupBy } from '#data/model/group-by.ts'
import { cellOf } from '#data/model/series.ts'
import type { Store } from '#data/store/open-store.ts'
import { number } from '#data/store/schema.ts'
import { selectStatement } from '#data/store/select-statement.ts'
import { readNumberKeys } from './number-keys.ts'
import { readRows } from './number-row.ts'
import type { Row } from './printed-number.ts'
import { factOf } from './vintages-of.ts'

/** A fact as the history and the rows know it, whatever basis it is seen through. */
export const cellOfFact = (fact: Fact): string => cellOf({ ...fact, status: fact.hoped || 'actual' })

/** All statements of some facts, by `cellOfFact`, the one shown first; a fact that nothing states is left out. */
export async function readStatements(
  store: Store,
  facts: readonly Fact[],
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const { indicators, regions, forms } = await readNumberKeys(store)
  const cells = new Set(facts.map(cellOfFact))
  const places = facts.flatMap(({ indicator, region, period: { start, end } }) => {
    const [thing, place] = [indicators.keys.get(indicator), regions.keys.get(region)]
    return thing === undefined || place === undefined ? [] : [{ thing, place, start, end }]
  })
  if (places.length === 0) return new Map()
  const [things, spots] = [places.map(({ thing }) => thing), places.map(({ place }) => place)]
  const found = await inPlaces(store, {
    things,
    spots,
    starts: places.map(({ start }) => start),
    ends: places.map(({ end }) => end),
    first: Math.min(...things),
    last: Math.max(...things),
  })
  const isWanted = facts.map(({ measure, compilation, of, comparedTo, hoped }) =>
    [measure, compilation, of, comparedTo, hoped].join('|'),
  )
  const wanted = new Set(isWanted)
  const isForm = forms.map(({ measure, compilation, share_of, compared_to, status }) =>
    wanted.has([measure, compilation, share_of, compared_to, hopedOf(status)].join('|')),
  )
  const rows = await readRows(
    store,
    found.filter(({ form }) => isForm[form]),
    undefined,
  )
  const byCell = groupBy(rows, factOf)
  return new Map(
    [...byCell]
      .filter(([cell]) => cells.has(cell))
      .map(([cell, those]) => [cell, those.toSorted((a, b) => a.rank - b.rank)]),
  )
}

const { id, rank, others, form, indicator, region, start_month, end_month } = number

const wantedPlaces = sql`(select distinct unnest(${sql.placeholder('things')}::smallint[]) as thing,
  unnest(${sql.placeholder('spots')}::smallint[]) as spot, unnest(${sql.placeholder('starts')}::smallint[]) as first_month,
  unnest(${sql.placeholder('ends')}::smallint[]) as last_month) wanted`

const inPlaces = selectStatement({ id, rank, others, form }, (select) =>
  select
    .from(number)
    .innerJoin(
      wantedPlaces,
      and(
        eq(indicator, sql`wanted.thing`),
        eq(region, sql`wanted.spot`),
        eq(start_month, sql`wanted.first_month`),
        eq(end_month, sql`wanted.last_month`),
        between(indicator, sql.placeholder('first'), sql.placeholder('last')),
      ),
    )
    .orderBy(asc(id)),
)
