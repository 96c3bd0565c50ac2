import { groupBy } from './group-by.ts'
import type { Observation } from './observation.ts'
import { cellOf } from './series.ts'
import { origins, type Source } from './source.ts'

/** An observation with its place among the statements of the same fact: 1 is shown, the others are one click away. */
export interface Ranked extends Observation {
  readonly rank: number
  /** How many other statements of the same fact there are. */
  readonly others: number
}

const significantDigits = (printed: string) => printed.replace(/^-?0*\.?0*|\./g, '').length

type Order = (a: Observation, b: Observation) => number

/**
 * Ranks the statements of each fact: an exact figure before 约 or 超, the issuer before a reprint before a
 * retelling, a final figure before a preliminary one, more printed digits, the later document, and at last
 * the identity, so that the order is total.
 */
export function rank(observations: readonly Observation[], sources: ReadonlyMap<string, Source>): Ranked[] {
  const published = ({ source }: Observation) => sources.get(source)?.published ?? ''
  const origin = ({ source }: Observation) => origins.indexOf(sources.get(source)?.origin ?? 'second_hand')
  const orders: readonly Order[] = [
    (a, b) => Number(a.qualifier !== '') - Number(b.qualifier !== ''),
    (a, b) => origin(a) - origin(b),
    (a, b) => Number(a.status !== 'actual') - Number(b.status !== 'actual'),
    (a, b) => significantDigits(b.printedValue) - significantDigits(a.printedValue),
    (a, b) => (published(a) < published(b) ? 1 : published(a) > published(b) ? -1 : 0),
    (a, b) => (a.id < b.id ? -1 : 1),
  ]
  const compare: Order = (a, b) => {
    for (const order of orders) {
      const difference = order(a, b)
      if (difference !== 0) return difference
    }
    return 0
  }
  return [...groupBy(observations, cellOf).values()].flatMap((cell) =>
    cell.toSorted(compare).map((each, index) => ({ ...each, rank: index + 1, others: cell.length - 1 })),
  )
}
