import { type Column, fillPlaceholders, type GetColumnData, is, type Query, type SQL } from 'drizzle-orm'
import { PgColumn, QueryBuilder } from 'drizzle-orm/pg-core'
import type { Store } from './open-store.ts'

type Fields = Readonly<Record<string, PgColumn | SQL>>
type ValueOf<Field> = Field extends Column
  ? GetColumnData<Field>
  : Field extends SQL<infer Value>
    ? Value
    : never

/** A row with these fields. */
type RowOf<Selected extends Fields> = { [Name in keyof Selected]: ValueOf<Selected[Name]> }

/** Asks a store, with the limits that it has; `values` stand for the placeholders. */
export type SelectStatement<Row> = (
  store: Pick<Store, 'query'>,
  values: Readonly<Record<string, unknown>>,
) => Promise<Row[]>

const builder = new QueryBuilder()

/**
 * A statement whose text is built once, for every store. Building it anew for each question costs as much as asking it.
 * @param finish says from where, and which rows.
 */
export function selectStatement<Selected extends Fields>(
  fields: Selected,
  finish: (select: ReturnType<typeof builder.select<Selected>>) => { toSQL(): Query },
): SelectStatement<RowOf<Selected>> {
  const { sql, params } = finish(builder.select(fields)).toSQL()
  const columns = Object.entries(fields).map(([name, field]) => [name, decoderOf(field)] as const)
  return async (store, values) => {
    const rows = await store.query(sql, fillPlaceholders(params, { ...values }))
    return rows.map((cells) => {
      const row: Record<string, unknown> = {}
      for (const [at, [name, decode]] of columns.entries()) row[name] = decode(cells[at])
      return row as RowOf<Selected>
    })
  }
}

const asIs = (value: unknown) => value

/** Most values come as they are; of the others the field says what they stand for. */
function decoderOf(field: PgColumn | SQL): (value: unknown) => unknown {
  if (is(field, PgColumn)) {
    if (plainTypes.has(field.dataType)) return asIs
    return (value) => (value === null ? null : field.mapFromDriverValue(value))
  }
  const { decoder } = field as unknown as { decoder: { mapFromDriverValue(value: unknown): unknown } }
  return (value) => (value === null ? null : decoder.mapFromDriverValue(value))
}

const plainTypes = new Set(['number', 'string', 'boolean'])
