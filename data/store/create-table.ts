import { getTableConfig, getViewConfig, PgDialect, type PgTable, type PgView } from 'drizzle-orm/pg-core'

/** The statement that creates a table of the schema, in SQL that DuckDB and PostgreSQL both read. */
export function createTable(table: PgTable): string {
  const { name, columns } = getTableConfig(table)
  const parts = columns.map(
    (column) => `"${column.name}" ${column.getSQLType()}${column.notNull ? ' not null' : ''}`,
  )
  return `create table ${name} (${parts.join(', ')})`
}

/** The statement that creates a view of the schema. */
export function createView(view: PgView): string {
  const { name, query } = getViewConfig(view)
  if (!query) throw new Error(`the view ${name} has no query`)
  return `create view ${name} as ${new PgDialect().sqlToQuery(query).sql}`
}
