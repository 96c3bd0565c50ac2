import type { FindClaims } from '../../check/claim.ts'
import { claimSum, isOfIndicators } from '../../check/claim-sum.ts'
import { composed } from '../../check/compositions.ts'

/** 东部 + 中部 + 西部 + 东北 = 全国. */
export const regionsSum: FindClaims = (ledger) =>
  [...composed(ledger)]
    .filter((each) => !isOfIndicators(each))
    .flatMap((each) => claimSum('regions_sum', each, ledger))
