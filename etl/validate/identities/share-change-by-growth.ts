import { subtract } from '#data/model/interval.ts'
import type { Observation } from '#data/model/observation.ts'
import type { Claim, FindClaims, Read } from '../../check/claim.ts'
import { claimOn } from '../../check/claim-on.ts'
import { printed } from '../../check/claim-side.ts'
import { isStock } from '../../check/earlier.ts'
import { implyBase, percentOf } from '../../check/imply-base.ts'
import type { Ledger } from '../../check/ledger.ts'
import { wholeOf } from '../../check/whole-of.ts'

/** A share less its change is the share of the bases that the growth of part and whole imply. */
export const shareChangeByGrowth: FindClaims = (ledger) =>
  ledger.of('share_change_pp').flatMap((said) => claims(said, ledger))

function claims(said: Observation, ledger: Ledger): Claim[] {
  const { find, catalog } = ledger
  if (said.comparedTo !== '' || isStock(ledger, said)) return []
  const part = find({ ...said, measure: 'level', of: '' })
  const whole = wholeOf(said, ledger)
  const growths = [part, whole].map((level) => level && find({ ...level, measure: 'yoy_pct' }))
  const [partGrowth, wholeGrowth] = growths
  if (!part || !whole || !partGrowth || !wholeGrowth) return []
  const right = {
    label: '由部分和总量的数值与增速推算',
    parents: [part, whole, partGrowth, wholeGrowth],
    value: (read: Read) =>
      subtract(
        percentOf(read(part), read(whole)),
        percentOf(implyBase(read(part), read(partGrowth)), implyBase(read(whole), read(wholeGrowth))),
      ),
  }
  return [claimOn('share_change_by_growth', said, catalog, { left: printed(said, catalog), right })]
}
