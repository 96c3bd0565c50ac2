import type { Observation } from '#data/model/observation.ts'
import type { Claim, FindClaims } from '../../check/claim.ts'
import { claimOn } from '../../check/claim-on.ts'
import { atMost, isPositive, printed } from '../../check/claim-side.ts'
import { flowsOf } from '../../check/flows.ts'

/** A cumulative figure is not smaller than the one before it, nor than a month or quarter within it. */
export const monotone: FindClaims = (ledger) =>
  flowsOf(ledger).flatMap((flow) =>
    flow
      .filter((each) => each.measure === 'level' && isPositive(each))
      .flatMap((inner): Claim[] => {
        const around = flow
          .filter((each) => each.period.start <= inner.period.start && each.period.end >= inner.period.end)
          .filter((each) => each !== inner)
          .toSorted((a, b) => lengthOf(a) - lengthOf(b))
        const [outer] = around
        if (!outer) return []
        const { catalog } = ledger
        return [
          claimOn('monotone', inner, catalog, {
            left: printed(inner, catalog),
            right: atMost(printed(outer, catalog)),
          }),
        ]
      }),
  )

const lengthOf = ({ period }: Observation) => period.end - period.start
