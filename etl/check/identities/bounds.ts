import { Decimal } from 'decimal.js'
import type { Composition } from '#data/catalog/identity.ts'
import { groupBy } from '#data/model/group-by.ts'
import type { Observation } from '#data/model/observation.ts'
import { admits } from '#data/model/period.ts'
import { atMost, type Claim, type ClaimSide, claimOn, type FindClaims, implied, printed } from '../claim.ts'
import { flowsOf } from '../compositions.ts'
import { impliedBase } from '../implied.ts'
import type { Ledger } from '../ledger.ts'

/** A cumulative figure is not smaller than the one before it, nor than a month or quarter within it. */
export const monotone: FindClaims = (ledger) =>
  flowsOf(ledger).flatMap((flow) =>
    flow
      .filter(({ measure, interval }) => measure === 'level' && interval.low.gte(0))
      .flatMap((inner): Claim[] => {
        const around = flow
          .filter((each) => each.period.start <= inner.period.start && each.period.end >= inner.period.end)
          .filter((each) => each !== inner)
          .toSorted((a, b) => lengthOf(a) - lengthOf(b))
        return notMoreThan('monotone', inner, around.slice(0, 1), ledger)
      }),
  )

const lengthOf = ({ period }: Observation) => period.end - period.start

/** A part is not larger than the indicator it is part of, and a place not larger than the nation. */
export const withinWhole: FindClaims = (ledger) =>
  ledger.of('level').flatMap((part) => {
    const { partOf, aggregation } = ledger.catalog.indicators.get(part.indicator) ?? {}
    const parent = ledger.catalog.regions.get(part.region)?.parent
    const isPlace = aggregation === 'sum' && part.region !== 'CN'
    const wholes = [
      partOf === undefined ? undefined : ledger.find({ ...part, indicator: partOf }),
      isPlace && parent !== undefined ? ledger.find({ ...part, region: parent }) : undefined,
    ]
    return notMoreThan('within_whole', part, wholes, ledger)
  })

/** That a figure is not larger than each of several others, as far as they are printed. */
const notMoreThan = (
  rule: 'monotone' | 'within_whole',
  figure: Observation,
  others: readonly (Observation | undefined)[],
  ledger: Ledger,
): Claim[] =>
  others.flatMap((other) =>
    other ? [claimOn(rule, figure, ledger, { right: atMost(printed(other, ledger.catalog)) })] : [],
  )

/** The base of 1—9月 that growth implies is not larger than that of 1—10月. */
export const baseMonotone: FindClaims = (ledger) =>
  cumulativeYears(ledger).flatMap((year) =>
    year.slice(1).map(({ level, base }, index): Claim => {
      const left = year[index]?.base ?? base
      return claimOn('base_monotone', level, ledger, { left, right: atMost(base) })
    }),
  )

interface Point {
  readonly level: Observation
  readonly base: ClaimSide
}

/** A level with the base that its growth implies for each cumulative period of a year, in time order, by indicator, region and year. */
function cumulativeYears(ledger: Ledger): Point[][] {
  const points = ledger.of('level').flatMap((level): Point[] => {
    const isFlow = ledger.catalog.indicators.get(level.indicator)?.kind === 'flow'
    const base = impliedBase(ledger, level)
    return isFlow && base && admits.cumulative(level.period) ? [{ level, base }] : []
  })
  const years = groupBy(points, ({ level }) =>
    [level.indicator, level.region, level.compilation, level.period.start].join('|'),
  )
  return [...years.values()].map((year) => year.toSorted((a, b) => a.level.period.end - b.level.period.end))
}

/** A growth, or a mean such as DOU, of the whole lies between those of its parts. */
export const between: FindClaims = (ledger) => {
  const { identities, facts } = ledger
  const byIndicator = groupBy(identities.parts, ({ whole }) => whole)
  const byRegion = groupBy(identities.regions, ({ whole }) => whole)
  return facts.flatMap((whole) => [
    ...(whole.measure === 'yoy_pct' ? (byIndicator.get(whole.indicator) ?? []) : []).flatMap((each) =>
      claimBetween(ledger, whole, each, 'indicator'),
    ),
    ...(isMean(ledger, whole) ? (byRegion.get(whole.region) ?? []) : []).flatMap((each) =>
      claimBetween(ledger, whole, each, 'region'),
    ),
  ])
}

function isMean({ catalog }: Ledger, { indicator, measure, of }: Observation): boolean {
  const aggregation = catalog.indicators.get(indicator)?.aggregation
  if (measure === 'yoy_pct') return aggregation === 'sum'
  if (measure === 'share_pct') return aggregation === 'sum' && !of.startsWith('region:')
  return measure === 'level' && aggregation === 'weighted'
}

function claimBetween(
  ledger: Ledger,
  whole: Observation,
  { parts: codes, isComplete }: Composition,
  varies: 'indicator' | 'region',
): Claim[] {
  const parts = codes.flatMap((code) => ledger.find({ ...whole, [varies]: code }) ?? [])
  if (!isComplete || parts.length < codes.length) return []
  const right = implied(`${parts.length}个部分的最小值至最大值`, parts, (...each) => ({
    low: Decimal.min(...each.map(({ low }) => low)),
    high: Decimal.max(...each.map(({ high }) => high)),
  }))
  return [claimOn('between', whole, ledger, { right })]
}
