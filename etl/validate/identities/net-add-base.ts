import type { Observation } from '#data/model/observation.ts'
import type { FindClaims } from '../../check/claim.ts'
import { claimOn } from '../../check/claim-on.ts'
import { isStock } from '../../check/earlier.ts'
import { momentOf, priorStock } from '../../check/prior-stock.ts'

const startsYear = ({ period }: Observation) => period.start % 12 === 0

/** The net additions of one year, from January on, all imply one stock at its start; each is held against the next. */
export const netAddBase: FindClaims = (ledger) => {
  const { catalog } = ledger
  const sides = ledger.of('net_add').flatMap((said) => {
    if (!startsYear(said) || said.comparedTo !== '' || !isStock(ledger, said)) return []
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
    return next ? [claimOn('net_add_base', next.said, catalog, { left: next.side, right: side })] : []
  })
}
