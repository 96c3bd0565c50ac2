import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'

/** The statement that creates a table of the schema, in SQL that DuckDB and PostgreSQL both read. */
export function createTable(table: PgTable): string {
  const { name, columns } = getTableConfig(table)
  const parts = columns.map(
    (column) => `"${column.name}" ${column.getSQLType()}${column.notNull ? ' not null' : ''}`,
  )
  return `create table ${name} (${parts.join(', ')})`
}
