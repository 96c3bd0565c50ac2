import { subtract } from '#data/model/interval.ts'
import type { Measure } from '#data/model/measure.ts'
import type { Observation } from '#data/model/observation.ts'
import type { Claim, Read } from './claim.ts'
import { claimOn } from './claim-on.ts'
import { printed } from './claim-side.ts'
import { besideOf, earlierThan } from './earlier.ts'
import type { Ledger } from './ledger.ts'

/**
 * A printed change is the figure of now less the figure it is measured against.
 * @param usual the period it is measured against where the sentence names none.
 */
export function difference(
  rule: 'growth_change' | 'share_change' | 'level_change',
  said: Observation,
  ledger: Ledger,
  measure: Measure,
  usual: 'yearBefore' | 'yearEnd',
): Claim[] {
  const { find, catalog } = ledger
  const now = find({ ...said, measure, comparedTo: '' })
  const period = earlierThan(said, usual)
  const base = period ? find({ ...said, measure, comparedTo: '', period }) : besideOf(said, ledger, measure)
  if (!now || !base) return []
  const right = {
    label: period ? '本期减基期' : '两者之差',
    parents: [now, base],
    value: (read: Read) => subtract(read(now), read(base)),
  }
  return [claimOn(rule, said, catalog, { left: printed(said, catalog), right })]
}
