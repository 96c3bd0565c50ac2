import type { Observation } from '#data/model/observation.ts'
import type { Claim, FindClaims } from '../../check/claim.ts'
import { claimOn } from '../../check/claim-on.ts'
import { printed } from '../../check/claim-side.ts'
import { percentOf } from '../../check/imply-base.ts'
import type { Ledger } from '../../check/ledger.ts'
import { wholeOf } from '../../check/whole-of.ts'

/** A printed share is the part divided by the whole. */
export const share: FindClaims = (ledger) => ledger.of('share_pct').flatMap((said) => claims(said, ledger))

function claims(said: Observation, ledger: Ledger): Claim[] {
  const part = ledger.find({ ...said, measure: 'level', of: '' })
  const whole = wholeOf(said, ledger)
  if (!part || !whole || said.comparedTo !== '') return []
  const right = {
    label: '部分÷总量',
    parents: [part, whole],
    value: (read: Parameters<Claim['left']['value']>[0]) => percentOf(read(part), read(whole)),
  }
  return [claimOn('share', said, ledger.catalog, { left: printed(said, ledger.catalog), right })]
}
