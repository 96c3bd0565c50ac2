import { groupBy } from '#data/model/group-by.ts'
import type { Observation } from '#data/model/observation.ts'
import type { Ledger } from './ledger.ts'

/** The figures that are sums over time, levels of flows and net additions, by indicator, region and compilation. */
export function flowsOf({ facts, catalog }: Ledger): Observation[][] {
  const flows = facts.filter(
    ({ indicator, measure, comparedTo }) =>
      comparedTo === '' &&
      (measure === 'net_add' || (measure === 'level' && catalog.indicators.get(indicator)?.kind === 'flow')),
  )
  const keyOf = ({ indicator, region, measure, compilation }: Observation) =>
    [indicator, region, measure, compilation].join('|')
  return [...groupBy(flows, keyOf).values()]
}
