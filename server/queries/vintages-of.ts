import type { Catalog } from '#data/catalog/catalog.ts'
import { groupBy } from '#data/model/group-by.ts'
import { toVintages, type Vintage } from '#data/model/published.ts'
import { cellOf } from '#data/model/series.ts'
import { type Row, toPrintedNumber } from './printed-number.ts'

interface Dated {
  readonly row: Row
  readonly published: string
  readonly rank: number
}

/** The fact that a row states. */
export const factOf = (row: Row): string => cellOf({ ...toPrintedNumber(row), status: row.status })

/** Which rows were shown when: fact by fact in the order given, those of one fact in order of publication. */
export function vintagesOf({ sources }: Catalog, rows: readonly Row[]): Vintage<Dated>[] {
  const dated = rows.map((row) => ({
    row,
    published: sources.get(row.source)?.published ?? '',
    rank: row.rank,
  }))
  return [...groupBy(dated, ({ row }) => factOf(row)).values()].flatMap(toVintages)
}
