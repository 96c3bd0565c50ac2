import type { Composition } from '#data/catalog/identity.ts'
import { groupBy } from '#data/model/group-by.ts'
import type { Observation } from '#data/model/observation.ts'
import type { Claim, FindClaims } from '../../check/claim.ts'
import { claimOn } from '../../check/claim-on.ts'
import { hull, printed } from '../../check/claim-side.ts'
import type { Ledger } from '../../check/ledger.ts'

/** A growth, or a mean such as DOU, of the whole lies between those of its parts. */
export const between: FindClaims = (ledger) => {
  const { identities, facts } = ledger
  const byIndicator = groupBy(identities.parts, ({ whole }) => whole)
  const byRegion = groupBy(identities.regions, ({ whole }) => whole)
  return facts.flatMap((whole) => [
    ...(whole.measure === 'yoy_pct' ? (byIndicator.get(whole.indicator) ?? []) : []).flatMap((each) =>
      claims(ledger, whole, each, 'indicator'),
    ),
    ...(isMean(ledger, whole) ? (byRegion.get(whole.region) ?? []) : []).flatMap((each) =>
      claims(ledger, whole, each, 'region'),
    ),
  ])
}

function isMean({ catalog }: Ledger, { indicator, measure, of }: Observation): boolean {
  const aggregation = catalog.indicators.get(indicator)?.aggregation
  if (measure === 'yoy_pct') return aggregation === 'sum'
  if (measure === 'share_pct') return aggregation === 'sum' && !of.startsWith('region:')
  return measure === 'level' && aggregation === 'weighted'
}

function claims(
  { catalog, find }: Ledger,
  whole: Observation,
  { parts: codes, isComplete }: Composition,
  varies: 'indicator' | 'region',
): Claim[] {
  const parts = codes.flatMap((code) => find({ ...whole, [varies]: code }) ?? [])
  if (!isComplete || parts.length < codes.length) return []
  const right = {
    label: `${parts.length}个部分的最小值至最大值`,
    parents: parts,
    value: (read: (part: Observation) => ReturnType<typeof hull>) => hull(parts.map(read)),
  }
  return [claimOn('between', whole, catalog, { left: printed(whole, catalog), right })]
}
