import type { Bulk, Cell } from './open-bulk.ts'

/** Rows of one verdict, with the first of them. */
export interface Counted {
  /** null for rows that stand. */
  readonly reason: number | null
  readonly rows: number
  /** How many of them stand but for their value, which must be told one by one. */
  readonly odd: number
  readonly first: readonly number[]
}

/** How many rows there are of each verdict. */
export async function countVerdicts(bulk: Bulk): Promise<readonly Counted[]> {
  const counted = await bulk.ask(`
    select reason, count(*), count(*) filter (is_odd and reason is null), min(place, 3)
    from verdict group by reason order by min(place)`)
  return counted.map(([reason, rows, odd, first]) => ({
    reason: reason === null ? null : Number(reason),
    rows: Number(rows),
    odd: Number(odd),
    first: (first as unknown[]).map(Number),
  }))
}

/** The rows that stand but for their value, which this arithmetic cannot tell. */
export const oddRows =
  'select * from raw where place in (select place from judged where is_odd and reason is null)'

export const rowsAt = (places: readonly number[]) =>
  `select * from raw where place in (${places.join(', ')}) order by place`

/** The places of the first rows that are refused. */
export async function readRefusedPlaces(bulk: Bulk, most: number): Promise<number[]> {
  const places = await bulk.ask(
    `select place from verdict where reason is not null order by place limit ${most}`,
  )
  return places.map(([place]) => Number(place))
}

/** Columns of a number beside those of its table, until `provenance` is written of them. */
const carried = {
  cell: 'integer',
  period: 'varchar',
  column_number: 'integer',
  rule: 'varchar',
  implied: 'varchar',
  quote: 'varchar',
} as const

/**
 * Writes the rows that stand into the empty table `number` of the store, in its order, each the only statement of its fact.
 * @param formIds the number of each form with each trust in the table `form`.
 */
export async function writeNumbers(bulk: Bulk, formIds: readonly number[]): Promise<void> {
  for (const [name, type] of Object.entries(carried))
    await bulk.run(`alter table store.number add column "${name}" ${type}`)
  await bulk.run(`insert into store.number by name
    select cast(row_number() over () - 1 as integer) as id, * from (
      select indicator, region, start_month, end_month, [${formIds.join(', ')}][form * 3 + if(quote <> '', 0, trust) + 1] as form,
        1 as rank, 0 as others, source, try_cast(nullif(line, '') as integer) as line, value, low, high,
        printed as printed_value, cast(place as varchar) as place, cell, printed_period as period,
        try_cast(nullif("column", '') as integer) as column_number, nullif(rule, '') as rule,
        nullif(implied, '') as implied, nullif(quote, '') as quote
      from verdict where reason is null
      order by indicator, region, end_month, start_month, cell, source, verdict.place)`)
}

const cellColumns = ['indicator', 'region', 'start_month', 'end_month', 'cell']

/** The statements of facts that are stated more than once, those of one fact one after the other; `follows` those of the same fact. */
export const sharedCells = `
  with neighbours as (
    select id, ${cellColumns.map((name) => `${name} = lag(${name}) over ()`).join(' and ')} as follows from store.number),
  shared as (
    select id, true as follows from neighbours where follows
    union all
    select id - 1, false from neighbours n where follows and id - 1 not in (select id from neighbours where follows))
  select n.id, s.follows, n.indicator, n.region, n.start_month, n.end_month, n.form, n.source, n.value, n.low, n.high, n.printed_value, n.place
  from store.number n join shared s using (id) order by n.id`

/** A statement of a fact that has several: its place among them, from 1, or 0 where it repeats another of its source. */
export async function makeStandings(bulk: Bulk): Promise<void> {
  await bulk.run('create table standing (id integer, rank smallint, others smallint)')
}
export const addStandings = (bulk: Bulk, rows: readonly (readonly Cell[])[]) => bulk.append('standing', rows)

export async function applyStandings(bulk: Bulk): Promise<void> {
  await bulk.run('delete from store.number where id in (select id from standing where rank = 0)')
  await bulk.run(`update store.number n set rank = s.rank, others = s.others from standing s
    where s.id = n.id and s.rank > 0 and (s.rank > 1 or s.others > 0)`)
}

/** Writes `provenance` of what the numbers carry, and makes the file whole. */
export async function finishNumbers(bulk: Bulk): Promise<number> {
  await bulk.run(`insert into store.provenance by name
    select id, period, column_number, rule, implied, quote from store.number`)
  for (const name of Object.keys(carried)) await bulk.run(`alter table store.number drop column "${name}"`)
  await bulk.run('checkpoint store')
  const [counted] = await bulk.ask('select count(*) from store.number')
  return Number(counted?.[0])
}
