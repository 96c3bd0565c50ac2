import type { FindClaims } from '../../check/claim.ts'
import { difference } from '../../check/difference.ts'

/** 增速较一季度回落0.6个百分点: the growth of now less that of then; or less that of another indicator. */
export const growthChange: FindClaims = (ledger) =>
  ledger
    .of('growth_change_pp')
    .flatMap((said) => difference('growth_change', said, ledger, 'yoy_pct', 'yearBefore'))
