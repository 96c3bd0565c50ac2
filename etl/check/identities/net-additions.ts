import { subtract } from '#data/model/interval.ts'
import type { Observation } from '#data/model/observation.ts'
import { type Period, parsePeriod, shiftYears } from '#data/model/period.ts'
import { type Claim, type ClaimSide, claimOn, type FindClaims, implied, printed } from '../claim.ts'
import { baseOf } from '../implied.ts'
import { isStock, type Ledger } from '../ledger.ts'

/** The end of a month. */
const momentOf = (month: number): Period => ({ time: 'moment', start: month, end: month })

/** A stock less what was added up to it. */
const priorStock = (level: Observation, added: Observation): ClaimSide =>
  implied('由期末存量和净增推算的期初存量', [level, added], subtract)

/** The stock at the end of a span less what was added in it is the stock before. */
export const netAdd: FindClaims = (ledger) =>
  ledger.of('net_add').flatMap((said): Claim[] => {
    const { now, before } = endsOf(said, ledger)
    const level = ledger.find({ ...said, measure: 'level', comparedTo: '', period: now })
    const earlier = before && ledger.find({ ...said, measure: 'level', comparedTo: '', period: before })
    if (!level || !earlier) return []
    const sides = { left: priorStock(level, said), right: printed(earlier, ledger.catalog), earlier }
    return [claimOn('net_add', said, ledger, sides)]
  })

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

/** The net additions of one year, from January on, all imply one stock at its start; each is held against the next. */
export const netAddBase: FindClaims = (ledger) => {
  const sides = ledger.of('net_add').flatMap((said) => {
    if (said.period.start % 12 !== 0 || said.comparedTo !== '' || !isStock(ledger, said)) return []
    const level = ledger.find({ ...said, measure: 'level', period: momentOf(said.period.end) })
    return level ? [{ said, side: priorStock(level, said) }] : []
  })
  const inOrder = sides.toSorted((a, b) => a.said.period.end - b.said.period.end)
  return inOrder.flatMap(({ said, side }, index) => {
    const next = inOrder.find(
      (other, at) =>
        at > index &&
        other.said.indicator === said.indicator &&
        other.said.region === said.region &&
        other.said.period.start === said.period.start &&
        other.said.period.end > said.period.end,
    )
    return next ? [claimOn('net_add_base', next.said, ledger, { left: next.side, right: side })] : []
  })
}

/** What was added in a year is the stock at its end less what the growth implies for its start. */
export const netAddGrowth: FindClaims = (ledger) =>
  ledger.of('net_add').flatMap((said): Claim[] => {
    const { start, end } = said.period
    if (end - start !== 11 || said.comparedTo !== '' || !isStock(ledger, said)) return []
    const level = ledger.find({ ...said, measure: 'level', period: momentOf(end) })
    const growth = level && ledger.find({ ...level, measure: 'yoy_pct' })
    if (!level || !growth) return []
    const right = implied('期末存量减由增速推算的上年末', [level, growth], (level, growth) =>
      subtract(level, baseOf(level, growth)),
    )
    return [claimOn('net_add_growth', said, ledger, { right })]
  })
