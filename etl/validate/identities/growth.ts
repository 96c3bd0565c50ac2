import type { Observation } from '#data/model/observation.ts'
import type { Claim, FindClaims, Read } from '../../check/claim.ts'
import { claimOn } from '../../check/claim-on.ts'
import { printed } from '../../check/claim-side.ts'
import { earlierThan } from '../../check/earlier.ts'
import { implyBase } from '../../check/imply-base.ts'
import type { Ledger } from '../../check/ledger.ts'

/** A level and its growth imply the level of the year before; it meets the one printed then. */
export const growth: FindClaims = (ledger) => ledger.of('yoy_pct').flatMap((said) => claims(said, ledger))

function claims(said: Observation, { find, catalog }: Ledger): Claim[] {
  const period = earlierThan(said, 'yearBefore')
  const level = find({ ...said, measure: 'level', comparedTo: '' })
  const earlier = period && find({ ...said, measure: 'level', comparedTo: '', period })
  if (!level || !earlier) return []
  const left = {
    label: '由本期数值和增速推算的上年同期',
    parents: [level, said],
    value: (read: Read) => implyBase(read(level), read(said)),
  }
  return [claimOn('growth', level, catalog, { left, right: printed(earlier, catalog), earlier })]
}
