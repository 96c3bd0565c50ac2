import type { FindClaims } from '../../check/claim.ts'
import { difference } from '../../check/difference.ts'

/** 户均流量比上年末提高1.6GB/户·月. */
export const levelChange: FindClaims = (ledger) =>
  ledger.of('level_change').flatMap((said) => difference('level_change', said, ledger, 'level', 'yearEnd'))
