import type { Catalog } from '#data/catalog/catalog.ts'
import { groupBy } from '#data/model/group-by.ts'
import type { Source } from '#data/model/source.ts'
import type { Row } from '#server/queries/printed-number.ts'

/** How many numbers of a document stand for all. */
const mostHeadlines = 8

/**
 * The numbers that tell most of a document, one of an indicator and measure: of its own place, else of the largest; the
 * latest; levels and their growth, in the order of the catalogue.
 */
export function headlinesOf(
  { indicators }: Catalog,
  { place }: Pick<Source, 'place'>,
  rows: readonly Row[],
): Row[] {
  const positions = new Map([...indicators.keys()].map((code, at) => [code, at]))
  const orderOf = (row: Row): readonly number[] => [
    row.status === 'actual' || row.status === 'preliminary' ? 0 : 1,
    row.region === place ? 0 : 1,
    -row.end_month,
    row.measure === 'level' || row.measure === 'yoy_pct' ? 0 : 1,
    positions.get(row.indicator) ?? positions.size,
    row.measure === 'level' ? 0 : 1,
    -Math.abs(row.value),
  ]
  const ordered = rows
    .map((row) => ({ row, order: orderOf(row) }))
    .sort((a, b) => compare(a.order, b.order) || (a.row.id < b.row.id ? -1 : 1))
    .map(({ row }) => row)
  const first = [...groupBy(ordered, ({ indicator, measure }) => `${indicator} ${measure}`).values()]
  return first.flatMap((group) => group.slice(0, 1)).slice(0, mostHeadlines)
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((each, place) => each !== b[place])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
