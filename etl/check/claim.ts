import { Decimal } from 'decimal.js'
import type { Catalog } from '#data/catalog/catalog.ts'
import type { SeriesCompilation } from '#data/model/compilation.ts'
import type { IdentityRule } from '#data/model/identity-rule.ts'
import type { Indicator } from '#data/model/indicator.ts'
import { type Interval, sum } from '#data/model/interval.ts'
import type { Observation } from '#data/model/observation.ts'
import type { Period } from '#data/model/period.ts'
import type { Unit } from '#data/model/unit.ts'
import { measureNames } from '#data/wording/measure-names.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
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

/** A claim about the cell of a figure: that figure as it was printed, in its unit, on the left unless said. */
export function claimOn(
  rule: IdentityRule,
  about: Observation,
  { catalog }: Pick<Ledger, 'catalog'>,
  sides: Pick<Claim, 'right' | 'earlier'> & Partial<Pick<Claim, 'left' | 'unit'>>,
): Claim {
  const indicator = catalog.indicators.get(about.indicator)
  if (!indicator) throw new Error(`${about.indicator} is not in the catalogue`)
  const { region, compilation, period, unit } = about
  return { rule, indicator, region, compilation, period, unit, left: printed(about, catalog), ...sides }
}

/** What a figure is: 2024年东部软件业务收入同比增长. */
function nameOf({ indicator, region, period, measure }: Observation, catalog: Catalog): string {
  const place = region === 'CN' ? '' : (catalog.regions.get(region)?.name.zh ?? region)
  const saying = measure === 'level' ? '' : measureNames[measure].zh
  return (
    formatPeriod(period, 'zh') + place + (catalog.indicators.get(indicator)?.name.zh ?? indicator) + saying
  )
}

/** A figure as it was printed. */
export const printed = (observation: Observation, catalog: Catalog): ClaimSide => ({
  label: nameOf(observation, catalog),
  parents: [observation],
  value: (read) => read(observation),
})

type IntervalsOf<Parents> = { [At in keyof Parents]: Interval }

/** What several figures imply together, as a function of what each may stand for. */
export const implied = <const Parents extends readonly Observation[]>(
  label: string,
  parents: Parents,
  from: (...each: IntervalsOf<Parents>) => Interval,
): ClaimSide => ({
  label,
  parents,
  value: (read) => from(...(parents.map(read) as IntervalsOf<Parents>)),
})

/** The sum of several figures. */
export const total = (observations: readonly Observation[], label: string): ClaimSide =>
  implied(label, observations, (...each) => sum(each))

/** A side that only bounds the other from above: anything up to it. */
export const atMost = (side: ClaimSide): ClaimSide => ({
  ...side,
  label: `不超过${side.label}`,
  value: (read) => ({ low: new Decimal(-Infinity), high: side.value(read).high }),
})
