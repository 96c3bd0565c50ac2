import { Decimal } from 'decimal.js'
import type { Composition } from '#data/catalog/identity.ts'
import { exactly } from '#data/model/interval.ts'
import type { Observation } from '#data/model/observation.ts'
import type { Claim, ClaimSide, FindClaims } from '../../check/claim.ts'
import { claimOn } from '../../check/claim-on.ts'
import { atMost, total } from '../../check/claim-side.ts'
import type { Ledger } from '../../check/ledger.ts'

const whole: ClaimSide = { label: '100%', parents: [], value: () => exactly(new Decimal(100)) }

/** The shares of all parts of an indicator, or of all zones of the nation, make 100%. */
export const sharesSum: FindClaims = (ledger) => {
  const { identities } = ledger
  const shares = ledger.of('share_pct')
  return [
    ...identities.parts.flatMap((each) => claims(ledger, each, each.whole, shares, 'indicator')),
    ...identities.regions.flatMap((each) => claims(ledger, each, `region:${each.whole}`, shares, 'region')),
  ]
}

/** One claim a period, hung on the first of the parts that is printed. */
function claims(
  { catalog, find }: Ledger,
  { parts: codes, isComplete }: Composition,
  of: string,
  shares: readonly Observation[],
  varies: 'indicator' | 'region',
): Claim[] {
  return shares.flatMap((first) => {
    if (first.of !== of || first.comparedTo !== '') return []
    const parts = codes.flatMap((code) => find({ ...first, [varies]: code }) ?? [])
    if (parts[0] !== first || parts.length < 2) return []
    const sum = total(parts, `${parts.length}项占比之和`)
    const right = isComplete && parts.length === codes.length ? whole : atMost(whole)
    return [claimOn('shares_sum', first, catalog, { left: sum, right })]
  })
}
