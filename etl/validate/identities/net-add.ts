import type { Observation } from '#data/model/observation.ts'
import { type Period, parsePeriod, shiftYears } from '#data/model/period.ts'
import type { Claim, FindClaims } from '../../check/claim.ts'
import { claimOn } from '../../check/claim-on.ts'
import { printed } from '../../check/claim-side.ts'
import { isStock } from '../../check/earlier.ts'
import type { Ledger } from '../../check/ledger.ts'
import { momentOf, priorStock } from '../../check/prior-stock.ts'

/** The stock at the end of a span less what was added in it is the stock before. */
export const netAdd: FindClaims = (ledger) => ledger.of('net_add').flatMap((said) => claims(said, ledger))

function claims(said: Observation, ledger: Ledger): Claim[] {
  const { find, catalog } = ledger
  const { now, before } = endsOf(said, ledger)
  const level = find({ ...said, measure: 'level', comparedTo: '', period: now })
  const earlier = before && find({ ...said, measure: 'level', comparedTo: '', period: before })
  if (!level || !earlier) return []
  return [
    claimOn('net_add', said, catalog, {
      left: priorStock(level, said),
      right: printed(earlier, catalog),
      earlier,
    }),
  ]
}

function endsOf(said: Observation, ledger: Ledger): { now: Period; before: Period | undefined } {
  const { period, comparedTo } = said
  if (isStock(ledger, said))
    return {
      now: momentOf(period.end),
      before: comparedTo === '' ? momentOf(period.start - 1) : parsePeriod(comparedTo, 'moment'),
    }
  return {
    now: period,
    before: comparedTo === '' ? shiftYears(period, -1) : parsePeriod(comparedTo, 'span'),
  }
}
