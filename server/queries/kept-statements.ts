import { groupBy } from '#data/model/group-by.ts'
import { readWanted } from './find-numbers.ts'
import { keepByIndicator } from './keep-by-indicator.ts'
import type { Row } from './printed-number.ts'
import { factOf } from './vintages-of.ts'

/** All statements of facts, those not shown too, by `factOf`; the one shown first. */
export type StatementsByFact = ReadonlyMap<string, readonly Row[]>

/** The most statements that are kept together: some 20 MB. */
const mostOfAll = 20_000

/**
 * All that is stated of an indicator: whoever opens one number opens those beside it, and a sum of provinces asks for
 * thirty at once.
 */
export const keptStatements = keepByIndicator(
  async (store, indicator) => byFact(await readWanted(store, { indicators: [indicator] })),
  mostOfAll,
)

/** Sorts statements by what they state. */
export const byFact = (rows: readonly Row[]): StatementsByFact =>
  groupBy(
    rows.toSorted((a, b) => a.rank - b.rank),
    factOf,
  )
