import { groupBy } from '#data/model/group-by.ts'
import type { Check, Conflict } from './api.ts'
import type { ChecksState } from './url-state.ts'

/** Facts about one indicator. */
export interface FactGroup<Fact> {
  readonly indicator: string
  readonly facts: readonly Fact[]
}

type Placed = Pick<Check, 'indicator' | 'region'>

/** Whether a finding or conflict is about the indicator and region asked for. */
export const isAbout = ({ indicator, region }: ChecksState) => {
  return (fact: Placed) =>
    (indicator === undefined || fact.indicator === indicator) &&
    (region === undefined || fact.region === region)
}

/** Groups by indicator: those with the most that needs attention first, then the most numerous. */
export function groupByIndicator<Fact extends Placed>(
  facts: readonly Fact[],
  needsAttention: (fact: Fact) => boolean,
): readonly FactGroup<Fact>[] {
  const urgent = ({ facts }: FactGroup<Fact>) => facts.filter(needsAttention).length
  return [...groupBy(facts, ({ indicator }) => indicator)]
    .map(([indicator, facts]) => ({ indicator, facts }))
    .sort((a, b) => urgent(b) - urgent(a) || b.facts.length - a.facts.length)
}

/** Findings of one identity with one explanation, or with one cause that a person found. */
export interface Explained {
  readonly key: string
  readonly identity: string
  readonly state: Check['state']
  readonly severity: Check['severity']
  readonly cause: Check['cause']
  /** Empty where each finding has its own. */
  readonly reason: string
  readonly checks: readonly Check[]
}

const stateOrder: readonly Check['state'][] = ['open', 'acknowledged', 'break']

/** What is not explained first, then by how many one explanation covers; the newest period first within. */
export function groupByReason(checks: readonly Check[]): readonly Explained[] {
  const keyOf = ({ state, severity, identity, cause, reason }: Check) =>
    [state, severity, identity, cause ?? reason].join('|')
  return [...groupBy(checks, keyOf)]
    .flatMap(([key, checks]) => {
      const [first] = checks
      if (!first) return []
      const { identity, state, severity, cause } = first
      const reason = checks.every((each) => each.reason === first.reason) ? first.reason : ''
      return [{ key, identity, state, severity, cause, reason, checks: checks.toSorted(newestFirst) }]
    })
    .sort(
      (a, b) =>
        stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state) || b.checks.length - a.checks.length,
    )
}

const endOf = (period: string) => period.split('/').at(-1) ?? period
const newestFirst = (a: Pick<Check, 'period'>, b: Pick<Check, 'period'>) =>
  endOf(a.period) < endOf(b.period) ? 1 : endOf(a.period) > endOf(b.period) ? -1 : 0

/** Conflicts that cannot all be right first, then the newest. */
export const conflictsInOrder = (conflicts: readonly Conflict[]): readonly Conflict[] =>
  conflicts.toSorted((a, b) => Number(a.isCompatible) - Number(b.isCompatible) || newestFirst(a, b))
