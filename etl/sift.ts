import type { Catalog } from '#data/catalog/catalog.ts'
import type { Observation, Refusal } from '#data/model/observation.ts'
import { toObservation } from './normalize/to-observation.ts'
import type { ReadRow } from './read-observations.ts'
import type { Validation } from './validate.ts'

/** A row that cannot stand, and why. */
export interface Sifted<Row extends ReadRow> {
  /** Each observation with the row it was made of. */
  readonly rowOf: ReadonlyMap<Observation, Row>
  readonly refused: readonly { readonly row: Row; readonly why: Pick<Refusal, 'reason' | 'detail'> }[]
}

/** Parts the rows that can stand from those that cannot. */
export function sift<Row extends ReadRow>(
  rows: readonly Row[],
  catalog: Catalog,
  validations: readonly Validation[],
): Sifted<Row> {
  const refused: { row: Row; why: Pick<Refusal, 'reason' | 'detail'> }[] = []
  const rowOf = new Map<Observation, Row>()
  for (const row of rows) {
    const result = toObservation(row, catalog)
    if ('reason' in result) refused.push({ row, why: result })
    else rowOf.set(result, row)
  }
  for (const { reason, find } of validations) {
    for (const [observation, detail] of find([...rowOf.keys()], catalog)) {
      const row = rowOf.get(observation)
      if (row) refused.push({ row, why: { reason, detail } })
      rowOf.delete(observation)
    }
  }
  return { rowOf, refused }
}
