import type { Observation } from '#data/model/observation.ts'
import type { Ledger } from './ledger.ts'

/** The level of the whole of a share: another indicator, or the same of another region. */
export function wholeOf({ of, ...said }: Observation, { catalog, find }: Ledger): Observation | undefined {
  const level = { ...said, measure: 'level', of: '' } as const
  if (of.startsWith('region:')) return find({ ...level, region: of.slice('region:'.length) })
  const entry = catalog.indicators.get(said.indicator)
  const indicator = of || (entry?.partOf ?? entry?.shareOf)
  return indicator === undefined ? undefined : find({ ...level, indicator })
}
