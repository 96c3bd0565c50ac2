import type { FindClaims } from '../../check/claim.ts'
import { claimOn } from '../../check/claim-on.ts'
import { printed } from '../../check/claim-side.ts'

/** Two documents print one fact: some value must round to both. */
export const sameFact: FindClaims = ({ repeated, catalog }) =>
  repeated.map(([precise, other]) =>
    claimOn('same_fact', precise, catalog, {
      left: printed(precise, catalog),
      right: printed(other, catalog),
    }),
  )
