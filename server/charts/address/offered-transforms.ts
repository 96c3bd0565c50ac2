import { denominatorOf, type Transform, transformCodes } from '#data/model/derive/derived.ts'
import type { Measure } from '#data/model/measure.ts'
import type { Basis } from '#data/model/period.ts'
import type { Coverage, Indicator } from './answers.ts'

interface Shown {
  readonly indicator: Indicator
  readonly coverage: readonly Pick<Coverage, 'region' | 'measure' | 'basis'>[]
  /** The whole catalogue, to know the whole of which the indicator is a part. */
  readonly indicators: readonly Pick<Indicator, 'code' | 'unit' | 'coverage'>[]
  readonly region: readonly string[]
  readonly measure: Measure
  readonly basis: Basis
}

const nation = 'CN'

/**
 * The transforms that mean something for the numbers shown, in the order of their vocabulary; the first is `none`.
 * Only levels are transformed, and only where what a transform needs has been printed.
 */
export function offeredTransforms(shown: Shown): readonly Transform[] {
  if (shown.measure !== 'level') return ['none']
  return transformCodes.filter(
    (transform) => tests[transform](shown) && denominatorOf(transform) !== shown.indicator.code,
  )
}

const hasOne = ({ coverage, region }: Shown, measure: Measure, basis?: Basis) =>
  coverage.some(
    (each) =>
      each.measure === measure &&
      region.includes(each.region) &&
      (basis === undefined || each.basis === basis),
  )

const compares = ({ indicator }: Shown) => indicator.comparable
const isNoPercentage = ({ indicator }: Shown) => indicator.unit.code !== 'percent'

/** Population is known at the ends of years. */
const hasYears = ({ basis }: Shown) => basis === 'year' || basis === 'stock'

/** Quarters come of cumulative numbers too, but as a basis of months they are chosen beside them. */
const tests: Readonly<Record<Transform, (shown: Shown) => boolean>> = {
  none: () => true,
  change: compares,
  pct_change: (shown) => compares(shown) && isNoPercentage(shown),
  yoy: (shown) => compares(shown) && isNoPercentage(shown),
  index: (shown) => compares(shown) && isNoPercentage(shown),
  share: (shown) => compares(shown) && shown.region.every((code) => isPart(code, shown)),
  per_head: (shown) => compares(shown) && shown.indicator.aggregation === 'sum' && hasYears(shown),
  per_gdp: ({ indicator, basis }) =>
    indicator.kind === 'flow' && indicator.unit.code === 'CNY' && basis === 'year',
  decumulate: (shown) => shown.indicator.kind === 'flow' && hasOne(shown, 'level', 'cumulative'),
  implied_base: (shown) =>
    hasOne(shown, 'yoy_pct', shown.basis) || (shown.basis === 'stock' && hasOne(shown, 'net_add')),
}

/** Whether the numbers of a region have a whole: the nation's, or for the nation what the indicator is part of. */
function isPart(region: string, { indicator, indicators, coverage, basis }: Shown): boolean {
  if (region !== nation) {
    const hasNation = coverage.some(
      (each) => each.region === nation && each.measure === 'level' && each.basis === basis,
    )
    return indicator.aggregation === 'sum' && hasNation
  }
  const whole = indicators.find(({ code }) => code === indicator.partOf)
  return (
    whole !== undefined &&
    whole.unit.code === indicator.unit.code &&
    whole.coverage.regions.includes(nation) &&
    whole.coverage.bases.includes(basis)
  )
}
