import type { Catalog } from '#data/catalog/catalog.ts'
import type { IdentityRule } from '#data/model/identity-rule.ts'
import type { Observation } from '#data/model/observation.ts'
import type { Claim } from './claim.ts'

/** A claim about the cell of a figure, in the unit of that figure unless said. */
export function claimOn(
  rule: IdentityRule,
  about: Observation,
  { indicators }: Catalog,
  sides: Pick<Claim, 'left' | 'right' | 'earlier'> & { unit?: string },
): Claim {
  const indicator = indicators.get(about.indicator)
  if (!indicator) throw new Error(`${about.indicator} is not in the catalogue`)
  const { region, compilation, period, unit } = about
  return { rule, indicator, region, compilation, period, unit, ...sides }
}
