import { createHash } from 'node:crypto'
import { Decimal } from 'decimal.js'
import type { Rule, Scope, Tolerance } from '#data/catalog/identity.ts'
import { identityRuleCodes } from '#data/model/identity-rule.ts'
import { gapBetween, type Interval } from '#data/model/interval.ts'
import type { Observation } from '#data/model/observation.ts'
import { monthsOf, printPeriod } from '#data/model/period.ts'
import type { Claim, Read } from './claim.ts'
import { identityKinds } from './identities/index.ts'
import type { Ledger } from './ledger.ts'

/** A claim that does not hold, with what both sides say. */
export interface Contradiction {
  readonly id: string
  readonly claim: Claim
  readonly rule: Rule
  readonly severity: 'hard' | 'soft'
  readonly left: Interval
  readonly right: Interval
  /** How far the sides are apart beyond rounding and tolerance. */
  readonly gap: Decimal
}

/** Whatever the figures claim about each other. */
export function findClaims(ledger: Ledger): Claim[] {
  const { rules } = ledger.identities
  return identityRuleCodes.flatMap((code) => {
    const rule = rules.find((each) => each.code === code)
    const isOut = (claim: Claim) => rule?.except.some((scope) => covers(scope, claim)) === true
    return [...identityKinds[code](ledger)].filter((claim) => !isOut(claim))
  })
}

const asPrinted: Read = ({ interval }) => interval

/**
 * Which of the claims do not hold.
 * @param read what each figure may stand for; as printed when left out.
 */
export function findContradictions(
  claims: readonly Claim[],
  { identities }: Ledger,
  read: Read = asPrinted,
): Contradiction[] {
  const rules = new Map(identities.rules.map((rule) => [rule.code, rule]))
  return claims.flatMap((claim) => {
    const rule = rules.get(claim.rule)
    const left = claim.left.value(read)
    const right = claim.right.value(read)
    if (!rule || gapBetween(left, right).isZero()) return []
    const gap = gapBetween(left, widen(right, toleranceOf(rule, claim)))
    if (gap.isZero()) return []
    const severity = rule.severity[isWithinOneSource(claim) ? 'within' : 'across']
    return [{ id: idOf(claim), claim, rule, severity, left, right, gap }]
  })
}

export const parentsOf = ({ left, right }: Claim): readonly Observation[] => [
  ...left.parents,
  ...right.parents,
]

const isWithinOneSource = (claim: Claim) => new Set(parentsOf(claim).map(({ source }) => source)).size === 1

/** Whether a claim lies in a scope of the catalogue. */
export function covers(
  { indicators, regions, from, to }: Scope,
  { indicator, region, period }: Claim,
): boolean {
  const { end } = monthsOf(period)
  return (
    (indicators?.includes(indicator.code) ?? true) &&
    (regions?.includes(region) ?? true) &&
    (from === undefined || end >= from) &&
    (to === undefined || end <= to)
  )
}

const toleranceOf = (rule: Rule, claim: Claim) => rule.tolerances.find((each) => covers(each, claim))

function widen({ low, high }: Interval, tolerance: Tolerance | undefined): Interval {
  if (!tolerance) return { low, high }
  const { absolute = 0, relative = 0 } = tolerance
  const by = (end: Decimal) => new Decimal(absolute).plus(end.isFinite() ? end.abs().times(relative) : 0)
  return { low: low.minus(by(low)), high: high.plus(by(high)) }
}

/** Names a finding by its place and by the very figures that disagree: another figure makes another finding. */
function idOf(claim: Claim): string {
  const figures = parentsOf(claim).map((each) =>
    [
      each.indicator,
      each.region,
      printPeriod(each.period),
      each.measure,
      each.qualifier,
      each.printedValue,
      each.printedUnit,
    ].join(' '),
  )
  const hash = createHash('sha256').update(figures.join('\n')).digest('hex').slice(0, 6)
  return `${claim.rule}:${claim.indicator.code}:${claim.region}:${printPeriod(claim.period)}:${hash}`
}
