import type { FindClaims } from '../../check/claim.ts'
import { claimSum, isOfIndicators } from '../../check/claim-sum.ts'
import { composed } from '../../check/compositions.ts'

/** 软件产品 + 信息技术服务 + 信息安全 + 嵌入式 = 软件业务收入. */
export const partsSum: FindClaims = (ledger) =>
  [...composed(ledger)].filter(isOfIndicators).flatMap((each) => claimSum('parts_sum', each, ledger))
