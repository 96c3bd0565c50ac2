import { and, between, eq, getTableColumns, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { printPeriod } from '#data/model/period.ts'
import type { Store } from '#data/store/open-store.ts'
import { number, provenance } from '#data/store/schema.ts'
import { selectStatement } from '#data/store/select-statement.ts'
import { takeTurn } from '#data/store/take-turn.ts'
import { type NumberKeys, readNumberKeys } from './number-keys.ts'
import type { Row, ShownRow } from './printed-number.ts'

/** A row of the narrow table. */
export type NumberRow = Omit<typeof number.$inferSelect, 'rank'>

/** A number by its place in the order of the table, with its place among the statements of its fact. */
export interface Found {
  readonly id: number
  readonly rank: number
  readonly others: number
}

type Remark = Pick<ShownRow, 'correction' | 'oddity'>

const unremarked: Remark = { correction: null, oddity: null }

/** A row of the narrow table in the words of the wide one. */
function toRow(
  { indicators, regions, sources, forms }: NumberKeys,
  row: NumberRow,
  remark = unremarked,
): ShownRow {
  const form = forms[row.form]
  const [indicator, region] = [indicators.codes[row.indicator], regions.codes[row.region]]
  const source = sources.codes[row.source]
  if (!form || indicator === undefined || region === undefined || source === undefined)
    throw new Error(`the number ${row.id} has a key that stands for nothing`)
  const { start_month, end_month } = row
  return {
    id: `${source}:${row.place}`,
    indicator,
    region,
    period: printPeriod({ time: form.is_moment ? 'moment' : 'span', start: start_month, end: end_month }),
    is_moment: form.is_moment,
    start_month,
    end_month,
    measure: form.measure,
    compilation: form.compilation,
    value: row.value,
    low: row.low,
    high: row.high,
    unit: form.unit,
    printed_value: row.printed_value,
    printed_unit: form.printed_unit,
    compared_to: form.compared_to,
    share_of: form.share_of,
    status: form.status,
    qualifier: form.qualifier,
    source,
    line: row.line,
    trust: form.trust,
    correction: remark.correction,
    oddity: remark.oddity,
    others: row.others,
  }
}

/** More rows than these hold up others while they are put together. */
const manyRows = 1000

/**
 * Reads all that is known of some numbers, in their order: that of the table.
 * @param asOf the day whose knowledge they show; today when undefined.
 */
export async function readRows(
  store: Store,
  found: readonly Found[],
  asOf: string | undefined,
): Promise<Row[]> {
  const [first, last] = [found[0], found.at(-1)]
  if (!first || !last) return []
  const wanted = { ids: found.map(({ id }) => id), first: first.id, last: last.id }
  const [keys, numbers, provenances] = await Promise.all([
    readNumberKeys(store),
    numbersById(store, wanted),
    provenancesById(store, wanted),
  ])
  if (found.length > manyRows) await takeTurn()
  const numberOf = new Map(numbers.map((row) => [row.id, row]))
  const provenanceOf = new Map(provenances.map((row) => [row.id, row]))
  return found.map(({ id, rank, others }) => {
    const [row, more] = [numberOf.get(id), provenanceOf.get(id)]
    if (!row || !more) throw new Error(`the number ${id} has lost its other half`)
    const { column_number, rule, implied, quote, correction, oddity, oddity_known } = more
    const isKnown = asOf === undefined || (oddity_known !== null && oddity_known <= asOf)
    const remark = { correction, oddity: isKnown ? oddity : null }
    const all = { others, rank, column_number, rule, implied, quote, oddity_known }
    return Object.assign(toRow(keys, row, remark), all)
  })
}

const { rank: _, ...columnsOfNumber } = getTableColumns(number)
/** What of a number is read. */
export const ofNumber = columnsOfNumber
const { period: __, ...ofProvenance } = getTableColumns(provenance)

/* The bounds say no more than the list, and let the database skip blocks of the table. */
const wantedIds = sql`(select unnest(${sql.placeholder('ids')}::integer[]) as id) wanted`
const isWanted = ({ id }: { readonly id: PgColumn }) =>
  and(eq(id, sql`wanted.id`), between(id, sql.placeholder('first'), sql.placeholder('last')))

const numbersById = selectStatement(ofNumber, (select) =>
  select.from(number).innerJoin(wantedIds, isWanted(number)),
)
const provenancesById = selectStatement(ofProvenance, (select) =>
  select.from(provenance).innerJoin(wantedIds, isWanted(provenance)),
)

/** Rows of the narrow table with what is remarked of a few of them. */
export async function toRows(store: Store, numbers: readonly NumberRow[]): Promise<ShownRow[]> {
  const keys = await readNumberKeys(store)
  const remarkOf = await readRemarks(
    store,
    numbers.filter(({ form }) => keys.forms[form]?.is_remarked).map(({ id }) => id),
  )
  return numbers.map((each) => toRow(keys, each, remarkOf.get(each.id)))
}

async function readRemarks(store: Store, ids: readonly number[]): Promise<ReadonlyMap<number, Remark>> {
  if (ids.length === 0) return new Map()
  const rows = await remarks(store, { first: Math.min(...ids), last: Math.max(...ids), ids })
  return new Map(rows.map(({ id, ...remark }) => [id, remark]))
}

const remarks = selectStatement(
  { id: provenance.id, correction: provenance.correction, oddity: provenance.oddity },
  (select) => select.from(provenance).innerJoin(wantedIds, isWanted(provenance)),
)
