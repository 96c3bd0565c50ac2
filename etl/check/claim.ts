import type { SeriesCompilation } from '#data/model/compilation.ts'
import type { IdentityRule } from '#data/model/identity-rule.ts'
import type { Indicator } from '#data/model/indicator.ts'
import type { Interval } from '#data/model/interval.ts'
import type { Observation } from '#data/model/observation.ts'
import type { Period } from '#data/model/period.ts'
import type { Unit } from '#data/model/unit.ts'
import type { Ledger } from './ledger.ts'

/** What an observation may stand for; another reading may be asked about than the printed one. */
export type Read = (observation: Observation) => Interval

/** One side of a claim: figures, and what they say together. */
export interface ClaimSide {
  /** In Chinese: 2024年软件业务收入 ÷ (1 + 同比). */
  readonly label: string
  readonly parents: readonly Observation[]
  value(read: Read): Interval
}

/** Two sides that some value must satisfy both. */
export interface Claim {
  readonly rule: IdentityRule
  readonly indicator: Indicator
  readonly region: string
  readonly compilation: SeriesCompilation
  readonly period: Period
  readonly unit: Unit['code']
  readonly left: ClaimSide
  readonly right: ClaimSide
  /** Set where the right side is what the left implies for an earlier level: the figure a 口径 break would part. */
  readonly earlier?: Observation
}

/** All the claims of one kind that the figures of a ledger make. */
export type FindClaims = (ledger: Ledger) => Iterable<Claim>
