import type { Observation } from '#data/model/observation.ts'
import type { Claim, FindClaims } from '../../check/claim.ts'
import { claimOn } from '../../check/claim-on.ts'
import { atMost, printed } from '../../check/claim-side.ts'
import type { Ledger } from '../../check/ledger.ts'

/** A part is not larger than the indicator it is part of, and a place not larger than the nation. */
export const withinWhole: FindClaims = (ledger) =>
  ledger.of('level').flatMap((part) => boundsOf(part, ledger))

function boundsOf(part: Observation, ledger: Ledger): Claim[] {
  const { catalog } = ledger
  const entry = catalog.indicators.get(part.indicator)
  const nation = entry?.aggregation === 'sum' && part.region !== 'CN'
  const parent = catalog.regions.get(part.region)?.parent
  const wholes = [
    entry?.partOf === undefined ? undefined : ledger.find({ ...part, indicator: entry.partOf }),
    nation && parent !== undefined ? ledger.find({ ...part, region: parent }) : undefined,
  ]
  return wholes.flatMap((whole) =>
    whole
      ? [
          claimOn('within_whole', part, catalog, {
            left: printed(part, catalog),
            right: atMost(printed(whole, catalog)),
          }),
        ]
      : [],
  )
}
