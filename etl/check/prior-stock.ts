import { subtract } from '#data/model/interval.ts'
import type { Observation } from '#data/model/observation.ts'
import type { Period } from '#data/model/period.ts'
import type { ClaimSide } from './claim.ts'

/** The end of a month. */
export const momentOf = (month: number): Period => ({ time: 'moment', start: month, end: month })

/** A stock less what was added up to it. */
export const priorStock = (level: Observation, added: Observation): ClaimSide => ({
  label: '由期末存量和净增推算的期初存量',
  parents: [level, added],
  value: (read) => subtract(read(level), read(added)),
})
