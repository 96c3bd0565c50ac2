import { Decimal } from 'decimal.js'
import type { Catalog } from '#data/catalog/catalog.ts'
import type { FindingCause } from '#data/model/finding-cause.ts'
import type { Break } from '#data/model/indicator.ts'
import type { Text } from '#data/model/language.ts'
import { monthsOf } from '#data/model/period.ts'
import type { Acknowledgement } from '../read-acknowledged.ts'
import type { Claim } from './claim.ts'
import { type Contradiction, covers, parentsOf } from './find-contradictions.ts'

/** Acknowledgements are written in Chinese; this is what stands for them in English. */
const seen = {
  break: 'The base of the later figure is not the one printed before',
  acknowledged: 'Stands as its source prints it',
}

/** A contradiction, and what explains it. */
export interface Finding extends Contradiction {
  readonly state: 'open' | 'break' | 'acknowledged'
  /** Nothing while open; in the words of whoever explained it. */
  readonly reason: Text | undefined
  /** What a person found, where one acknowledged it. */
  readonly cause?: FindingCause
  /** The break of the catalogue that explains it. */
  readonly declared?: Break
  /** Its issuer is known to re-set its bases. */
  readonly isRebased?: true
}

/**
 * Says of each contradiction whether something explains it: a break that the catalogue declares, an issuer known to
 * re-set its bases, or a person's acknowledgement.
 * @returns the findings, and the acknowledgements that none of them needs.
 */
export function settle(
  contradictions: readonly Contradiction[],
  catalog: Catalog,
  acknowledgements: readonly Acknowledgement[],
): { findings: Finding[]; stale: Acknowledgement[] } {
  const byFinding = new Map(acknowledgements.map((each) => [each.finding, each]))
  const used = new Set<string>()
  const findings = contradictions.map((each): Finding => {
    const explained = explain(each, catalog)
    if (explained) return { ...each, ...explained }
    const acknowledged = byFinding.get(each.id)
    if (!acknowledged) return { ...each, state: 'open', reason: undefined }
    used.add(each.id)
    return {
      ...each,
      state: acknowledged.state,
      cause: acknowledged.cause,
      reason: { zh: acknowledged.reason, en: seen[acknowledged.state] },
    }
  })
  return { findings, stale: acknowledgements.filter(({ finding }) => !used.has(finding)) }
}

function explain(
  contradiction: Contradiction,
  catalog: Catalog,
): Pick<Finding, 'state' | 'reason' | 'declared' | 'isRebased'> | undefined {
  const { claim, rule } = contradiction
  const declared = breaksAcross(claim, catalog).find(({ size }) => isWithin(contradiction, size))
  if (declared) return { state: 'break', reason: declared.reason, declared }
  const rebased = rule.rebased.find(
    (scope) => covers(scope, claim) && isWithin(contradiction, scope.relative),
  )
  return rebased && { state: 'break', reason: rebased.reason, isRebased: true }
}

/** Whether the sides lie apart by no more than a part of the value; for percentages, by as many points. */
function isWithin({ claim, gap, right }: Contradiction, part: number): boolean {
  const isPercent = claim.unit === 'percent' || claim.unit === 'pp'
  const ends = [right.low, right.high].filter((end) => end.isFinite())
  const size = isPercent ? new Decimal(100) : Decimal.max(0, ...ends.map((end) => end.abs()))
  return gap.lte(size.times(part))
}

/** The declared breaks that lie between the figures of a claim. */
function breaksAcross(claim: Claim, { indicators }: Catalog): Break[] {
  const parents = parentsOf(claim)
  const codes = new Set(parents.flatMap(({ indicator, of }) => [indicator, of]))
  const ends = parents.map(({ period }) => monthsOf(period).end)
  return [...codes]
    .flatMap((code) => indicators.get(code)?.breaks ?? [])
    .filter(({ region }) => region === undefined || region === claim.region)
    .filter(({ compilation }) => compilation === undefined || compilation === claim.compilation)
    .filter(({ before, after }) => ends.some((end) => end <= before) && ends.some((end) => end >= after))
}
