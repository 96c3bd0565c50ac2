import type { FindClaims } from '../../check/claim.ts'
import { difference } from '../../check/difference.ts'
import { isStock } from '../../check/earlier.ts'

/** 占比较上年末提高1.7个百分点. A stock's share is measured against the end of the year before. */
export const shareChange: FindClaims = (ledger) =>
  ledger
    .of('share_change_pp')
    .flatMap((said) =>
      difference('share_change', said, ledger, 'share_pct', isStock(ledger, said) ? 'yearEnd' : 'yearBefore'),
    )
