import type { Claim, FindClaims } from '../../check/claim.ts'
import { claimOn } from '../../check/claim-on.ts'
import { printed, total } from '../../check/claim-side.ts'
import { flowsOf } from '../../check/flows.ts'

/** 1—9月 + 10月 = 1—10月; the months of a quarter, the quarters of a year. */
export const spansSum: FindClaims = (ledger) =>
  flowsOf(ledger).flatMap((flow) =>
    flow.flatMap((whole) =>
      flow.flatMap((first): Claim[] => {
        const { start, end } = whole.period
        if (first.period.start !== start || first.period.end >= end) return []
        const rest = flow.find(({ period }) => period.start === first.period.end + 1 && period.end === end)
        if (!rest) return []
        const right = total([first, rest], '前后两段之和')
        return [claimOn('spans_sum', whole, ledger.catalog, { left: printed(whole, ledger.catalog), right })]
      }),
    ),
  )
