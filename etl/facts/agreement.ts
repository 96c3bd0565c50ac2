import type { Catalog } from '#data/catalog/catalog.ts'
import { gapBetween } from '#data/model/interval.ts'
import type { Observation, ObservationRow } from '#data/model/observation.ts'
import { toObservation } from '../normalize/to-observation.ts'

/** So many different levels must be those that are published before they tell a fact of a document. */
export const leastAgreeing = 3

/** The digits of a printed value that say something; levels with few of them agree by chance. */
export const countDigits = (printed: string): number => printed.replace(/^0\.0*|\D/g, '').length

/** Rows as observations; those that make none are left out. */
export function toObservations(rows: readonly ObservationRow[], catalog: Catalog): Observation[] {
  return rows.flatMap((row) => {
    const read = toObservation({ id: '', source: '', file: '', line: 0, row }, catalog)
    return 'reason' in read ? [] : [read]
  })
}

/** Whether a reading can be what the statements of its fact say; `unknown` where there are none. */
export function verdictOf(
  { interval }: Observation,
  statements: readonly Observation[],
): 'agrees' | 'differs' | 'unknown' {
  if (statements.length === 0) return 'unknown'
  return statements.some((each) => gapBetween(each.interval, interval).isZero()) ? 'agrees' : 'differs'
}

/** The first of the levels that agreed, for a reader: 110000 26693.27亿元. */
export const sayAgreeing = (agreeing: readonly Observation[]): string =>
  agreeing
    .slice(0, leastAgreeing)
    .map(({ region, printedValue, printedUnit }) => `${region} ${printedValue}${printedUnit}`)
    .join('、')
