import { and, asc, between, eq, sql } from 'drizzle-orm'
import { type Fact, hopedOf } from '#data/model/fact-id.ts'
import { cellOf } from '#data/model/series.ts'
import type { Store } from '#data/store/open-store.ts'
import { number } from '#data/store/schema.ts'
import { selectStatement } from '#data/store/select-statement.ts'
import { byFact, keptStatements, type StatementsByFact } from './kept-statements.ts'
import { readNumberKeys } from './number-keys.ts'
import { readRows } from './number-row.ts'

/** A fact as the history and the rows know it, whatever basis it is seen through. */
export const cellOfFact = (fact: Fact): string => cellOf({ ...fact, status: fact.hoped || 'actual' })

/** All statements of some facts, by `cellOfFact`, the one shown first; a fact that nothing states is left out. */
export async function readStatements(store: Store, facts: readonly Fact[]): Promise<StatementsByFact> {
  const indicators = [...new Set(facts.map(({ indicator }) => indicator))]
  const kept = await Promise.all(indicators.map((indicator) => keptStatements(store, indicator)))
  const isKept = new Map(indicators.map((indicator, at) => [indicator, kept[at]]))
  const others = await findStatements(
    store,
    facts.filter(({ indicator }) => isKept.get(indicator) === undefined),
  )
  return new Map(
    facts.flatMap((fact) => {
      const cell = cellOfFact(fact)
      const rows = (isKept.get(fact.indicator) ?? others).get(cell)
      return rows ? [[cell, rows] as const] : []
    }),
  )
}

/** The same from the table. */
export async function findStatements(store: Store, facts: readonly Fact[]): Promise<StatementsByFact> {
  const { indicators, regions, forms } = await readNumberKeys(store)
  const places = facts.flatMap(({ indicator, region, period: { start, end } }) => {
    const [thing, place] = [indicators.keys.get(indicator), regions.keys.get(region)]
    return thing === undefined || place === undefined ? [] : [{ thing, place, start, end }]
  })
  if (places.length === 0) return new Map()
  const things = places.map(({ thing }) => thing)
  const found = await inPlaces(store, {
    things,
    spots: places.map(({ place }) => place),
    starts: places.map(({ start }) => start),
    ends: places.map(({ end }) => end),
    first: Math.min(...things),
    last: Math.max(...things),
  })
  const wanted = new Set(facts.map(formOf))
  const isMeant = forms.map(({ share_of: of, compared_to: comparedTo, status, ...form }) =>
    wanted.has(formOf({ ...form, of, comparedTo, hoped: hopedOf(status) })),
  )
  const meant = found.filter(({ form }) => isMeant[form])
  return byFact(await readRows(store, meant, undefined))
}

const formOf = (fact: Pick<Fact, 'measure' | 'compilation' | 'of' | 'comparedTo' | 'hoped'>) =>
  [fact.measure, fact.compilation, fact.of, fact.comparedTo, fact.hoped].join('|')

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
