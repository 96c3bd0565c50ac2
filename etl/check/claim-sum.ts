import type { Claim } from './claim.ts'
import { claimOn } from './claim-on.ts'
import { atMost, isPositive, printed, total } from './claim-side.ts'
import type { Composed } from './compositions.ts'
import type { Ledger } from './ledger.ts'

/** Whether the parts are other indicators; else they are other regions. */
export const isOfIndicators = ({ whole, parts }: Composed) =>
  parts.some(({ indicator }) => indicator !== whole.indicator)

/** All parts are the whole; some of them are not more than it. */
export function claimSum(
  rule: 'parts_sum' | 'regions_sum',
  { whole, parts, isComplete }: Composed,
  { catalog }: Ledger,
): Claim[] {
  const sum = total(parts, `${parts.length}项之和`)
  const said = printed(whole, catalog)
  if (isComplete) return [claimOn(rule, whole, catalog, { left: said, right: sum })]
  const canBound = whole.measure === 'level' && parts.length > 1 && parts.every(isPositive)
  return canBound ? [claimOn(rule, whole, catalog, { left: sum, right: atMost(said) })] : []
}
