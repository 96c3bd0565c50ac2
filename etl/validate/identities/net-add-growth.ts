import { subtract } from '#data/model/interval.ts'
import type { Observation } from '#data/model/observation.ts'
import type { Claim, FindClaims, Read } from '../../check/claim.ts'
import { claimOn } from '../../check/claim-on.ts'
import { printed } from '../../check/claim-side.ts'
import { isStock } from '../../check/earlier.ts'
import { implyBase } from '../../check/imply-base.ts'
import type { Ledger } from '../../check/ledger.ts'

/** What was added in a year is the stock at its end less what the growth implies for its start. */
export const netAddGrowth: FindClaims = (ledger) =>
  ledger.of('net_add').flatMap((said) => claims(said, ledger))

function claims(said: Observation, ledger: Ledger): Claim[] {
  const { find, catalog } = ledger
  const { start, end } = said.period
  if (end - start !== 11 || said.comparedTo !== '' || !isStock(ledger, said)) return []
  const level = find({ ...said, measure: 'level', period: { time: 'moment', start: end, end } })
  const growth = level && find({ ...level, measure: 'yoy_pct' })
  if (!level || !growth) return []
  const right = {
    label: '期末存量减由增速推算的上年末',
    parents: [level, growth],
    value: (read: Read) => subtract(read(level), implyBase(read(level), read(growth))),
  }
  return [claimOn('net_add_growth', said, catalog, { left: printed(said, catalog), right })]
}
