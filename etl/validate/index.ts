import type { Catalog } from '#data/catalog/catalog.ts'
import type { Observation, RefusalReason } from '#data/model/observation.ts'
import { noDuplicates } from './no-duplicates.ts'
import { publishedAfterPeriod } from './published-after-period.ts'

/** Looks at all observations together and finds those that cannot stand. */
export interface Validation {
  readonly reason: RefusalReason
  /** @returns for each observation that cannot stand, why. */
  find(observations: readonly Observation[], catalog: Catalog): ReadonlyMap<Observation, string>
}

export const validations: readonly Validation[] = [publishedAfterPeriod, noDuplicates]
