import type { Catalog } from '#data/catalog/catalog.ts'
import { groupBy } from '#data/model/group-by.ts'
import { gapBetween, meet } from '#data/model/interval.ts'
import { decidingRule, excludedAmong, particularsOf, type Statement } from '#data/model/precedence.ts'
import type { Store } from '#data/store/open-store.ts'
import type { Answer } from '#server/answers.ts'
import type { ConflictsQuery } from '#server/input.ts'
import { indicatorOf, regionOf } from '#server/known.ts'
import { compareLists } from './compare-lists.ts'
import { findNumbers } from './find-numbers.ts'
import { nameSources } from './name-sources.ts'
import { readRows } from './number-row.ts'
import { intervalOfRow, type Row, toObservation } from './printed-number.ts'
import { checkSize } from './too-large.ts'
import { factOf } from './vintages-of.ts'

type Conflict = Answer<'conflicts'>['conflicts'][number]

/** Facts that several sources state: which statement is shown, which are not, and the rule that decided. */
export async function readConflicts(store: Store, query: ConflictsQuery): Promise<Answer<'conflicts'>> {
  const { catalog, snapshot } = store
  for (const code of query.indicator ?? []) indicatorOf(catalog, code)
  for (const code of query.region ?? []) regionOf(catalog, code)
  const conflicts = [...groupBy(await readStatements(store, query), factOf).values()]
    .flatMap((rows) => describe(catalog, rows))
    .filter(({ isCompatible }) => query.compatible === undefined || isCompatible === query.compatible)
  const statements = conflicts.flatMap(({ chosen, others }) => [chosen, ...others])
  return { snapshot: snapshot.id, conflicts, sources: nameSources(catalog, statements) }
}

async function readStatements(
  store: Store,
  { indicator: indicators, region: regions }: ConflictsQuery,
): Promise<Row[]> {
  const found = await findNumbers(store, { indicators, regions, isAlone: false }, { limit: checkSize.ask })
  const rows = await readRows(store, checkSize(found), undefined)
  return rows.sort((a, b) => compareLists(orderOf(a), orderOf(b)))
}

const orderOf = ({ indicator, region, end_month, start_month, measure, rank, id }: Row) => [
  ...[indicator, region, end_month, start_month],
  ...[measure, rank, id],
]

/** @param rows the statements of one fact. */
function describe(catalog: Catalog, rows: readonly Row[]): Conflict[] {
  const { shown, others } = describeStatements(catalog, rows)
  const [next] = others
  if (!shown || !next) return []
  const chosen = toObservation(shown)
  const { indicator, region, period, measure, compilation, of, comparedTo, unit } = chosen
  const key = { indicator, region, period, measure, compilation, of, comparedTo, unit }
  return [{ ...key, isCompatible: allMeet(rows), why: next.why, chosen, others }]
}

/**
 * The statements of one fact: the one shown, and the others in their order, each held against it.
 * @param rows all of them, in any order.
 */
export function describeStatements(
  catalog: Catalog,
  rows: readonly Row[],
): { readonly shown: Row | undefined; readonly others: Conflict['others'] } {
  const [shown, ...behind] = rows.toSorted((a, b) => a.rank - b.rank)
  if (!shown || behind.length === 0) return { shown, others: [] }
  const excluded = excludedAmong(
    rows.map((row) => ({
      row,
      source: row.source,
      interval: intervalOfRow(row),
      printedValue: row.printed_value,
    })),
  )
  const digitsBy = new Map([...excluded].map(([{ row }, digits]) => [row, digits]))
  const statementOf = (row: Row) => toStatement(catalog, row, digitsBy.get(row))
  const others = behind.map((row) => ({
    ...toObservation(row),
    isCompatible: meet(intervalOfRow(shown), intervalOfRow(row)),
    gap: gapBetween(intervalOfRow(shown), intervalOfRow(row)).toNumber(),
    why: decidingRule(statementOf(shown), statementOf(row)),
  }))
  return { shown, others }
}

/** Intervals of which each two meet have a value in common. */
function allMeet(rows: readonly Row[]): boolean {
  const intervals = rows.map(intervalOfRow)
  return intervals.every((a) => intervals.every((b) => meet(a, b)))
}

function toStatement({ sources }: Catalog, row: Row, mostDigits: number | undefined): Statement {
  const { id, region, qualifier, status } = row
  return {
    id,
    region,
    qualifier,
    status,
    printedValue: row.printed_value,
    mostDigits,
    ...particularsOf(sources.get(row.source)),
  }
}
