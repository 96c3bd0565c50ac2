import { timeOf } from '#data/model/indicator.ts'
import type { Observation } from '#data/model/observation.ts'
import { type Period, parsePeriod, shiftYears } from '#data/model/period.ts'
import type { Ledger } from './ledger.ts'

/**
 * The period a change or growth is measured against.
 * @param usual what goes without saying: the same period a year before, or the end of that year.
 * @returns undefined where it is measured against another indicator or region.
 */
export function earlierThan(
  { period, comparedTo }: Observation,
  usual: 'yearBefore' | 'yearEnd',
): Period | undefined {
  if (comparedTo !== '') return parsePeriod(comparedTo, period.time)
  if (usual === 'yearBefore') return shiftYears(period, -1)
  const december = Math.floor(period.end / 12) * 12 - 1
  return { ...period, start: december - (period.end - period.start), end: december }
}

/** Where a stated base is another indicator or region: the figure of the same period there. */
export function besideOf(said: Observation, { find }: Ledger, measure: Observation['measure']) {
  const [kind, code] = said.comparedTo.split(':')
  const question = { ...said, measure, comparedTo: '' }
  if (code === undefined) return undefined
  return find(kind === 'region' ? { ...question, region: code } : { ...question, indicator: code })
}

export const isStock = ({ catalog }: Ledger, { indicator }: Observation): boolean => {
  const entry = catalog.indicators.get(indicator)
  return entry !== undefined && timeOf(entry, 'level') === 'moment'
}
