import { significantDigits } from './digits.ts'
import { groupBy } from './group-by.ts'
import { meet } from './interval.ts'
import type { Observation } from './observation.ts'
import { cellOf } from './series.ts'
import { origins, type Source } from './source.ts'

/** An observation with its place among the statements of the same fact: 1 is shown, the others are one click away. */
export interface Ranked extends Observation {
  readonly rank: number
  /** How many other statements of the same fact there are. */
  readonly others: number
}

/** The rules in the order in which they decide; each by the word that stands for it. */
export const precedenceRules = [
  'exact',
  'nationwide',
  'origin',
  'final',
  'digits',
  'later',
  'agreement',
  'order',
] as const
export type PrecedenceRule = (typeof precedenceRules)[number]

/** What the rules look at. */
export interface Statement
  extends Pick<Observation, 'id' | 'region' | 'qualifier' | 'status' | 'printedValue'>,
    Pick<Source, 'origin' | 'published' | 'place'> {
  /**
   * Set where other sources agree with each other and no value satisfies them and this one: no more of its digits count
   * than they have.
   */
  readonly mostDigits: number | undefined
}

const textOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const nation = 'CN'
const isLocal = ({ region, place }: Statement) => region !== nation && place !== nation

/** What tells whether statements of one fact agree. */
type Stated = Pick<Observation, 'source' | 'interval' | 'printedValue'>

/** Those of the statements of one fact that other sources exclude, agreeing with each other, and how many digits these have. */
export function excludedAmong<Each extends Stated>(statements: readonly Each[]): ReadonlyMap<Each, number> {
  const excluded = new Map<Each, number>()
  for (const each of statements) {
    const against = statements.filter(
      (other) => other.source !== each.source && !meet(other.interval, each.interval),
    )
    const agreeing = against.filter((one) =>
      against.some((other) => other.source !== one.source && meet(one.interval, other.interval)),
    )
    if (agreeing.length > 0)
      excluded.set(each, Math.max(...agreeing.map((other) => significantDigits(other.printedValue))))
  }
  return excluded
}

const digitsOf = ({ printedValue, mostDigits = Number.POSITIVE_INFINITY }: Statement) =>
  Math.min(significantDigits(printedValue), mostDigits)

type Order = (a: Statement, b: Statement) => number

/**
 * An exact figure before 约 or 超; of a region below the nation, what one hand compiled for all regions before what
 * its own office says, so that regions compare; the issuer before a reprint before a retelling, a final figure before
 * a preliminary one, more printed digits (but not against what others agree on), the later document, what others agree on, and at last the identity, so that the order is total.
 */
const orders: Readonly<Record<PrecedenceRule, Order>> = {
  exact: (a, b) => Number(a.qualifier !== '') - Number(b.qualifier !== ''),
  nationwide: (a, b) => Number(isLocal(a)) - Number(isLocal(b)),
  origin: (a, b) => origins.indexOf(a.origin) - origins.indexOf(b.origin),
  final: (a, b) => Number(a.status !== 'actual') - Number(b.status !== 'actual'),
  digits: (a, b) => digitsOf(b) - digitsOf(a),
  later: (a, b) => textOrder(b.published, a.published),
  agreement: (a, b) => Number(a.mostDigits !== undefined) - Number(b.mostDigits !== undefined),
  order: (a, b) => textOrder(a.id, b.id),
}

/** The first rule that tells two statements of one fact apart: why one is shown and the other is not. */
export const decidingRule = (a: Statement, b: Statement): PrecedenceRule =>
  precedenceRules.find((rule) => orders[rule](a, b) !== 0) ?? 'order'

const compare: Order = (a, b) => orders[decidingRule(a, b)](a, b)

/** What the rules look at of a document; the worst of each where it is not known. */
export const particularsOf = (source: Source | undefined) => ({
  origin: source?.origin ?? 'second_hand',
  published: source?.published ?? '',
  place: source?.place ?? '',
})

/** Ranks the statements of each fact by the rules. */
export function rank(observations: readonly Observation[], sources: ReadonlyMap<string, Source>): Ranked[] {
  return [...groupBy(observations, cellOf).values()].flatMap((cell) => {
    const excluded = excludedAmong(cell)
    return cell
      .map((observation): { observation: Observation; statement: Statement } => ({
        observation,
        statement: {
          ...observation,
          ...particularsOf(sources.get(observation.source)),
          mostDigits: excluded.get(observation),
        },
      }))
      .sort((a, b) => compare(a.statement, b.statement))
      .map(({ observation }, index) => ({ ...observation, rank: index + 1, others: cell.length - 1 }))
  })
}
