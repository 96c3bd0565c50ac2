import { subtract } from '#data/model/interval.ts'
import type { Measure } from '#data/model/measure.ts'
import type { Observation } from '#data/model/observation.ts'
import { type Period, parsePeriod, shiftYears } from '#data/model/period.ts'
import { type Claim, claimOn, type FindClaims, implied, printed } from '../claim.ts'
import { baseOf, percentOf } from '../implied.ts'
import { isStock, type Ledger } from '../ledger.ts'

/** A level and its growth imply the level of the year before; it meets the one printed then. */
export const growth: FindClaims = (ledger) =>
  ledger.of('yoy_pct').flatMap((said): Claim[] => {
    const period = earlierThan(said, 'yearBefore')
    const level = ledger.find({ ...said, measure: 'level', comparedTo: '' })
    const earlier = period && ledger.find({ ...said, measure: 'level', comparedTo: '', period })
    if (!level || !earlier) return []
    const left = implied('由本期数值和增速推算的上年同期', [level, said], baseOf)
    return [claimOn('growth', level, ledger, { left, right: printed(earlier, ledger.catalog), earlier })]
  })

/** 增速较一季度回落0.6个百分点: the growth of now less that of then; or less that of another indicator. */
export const growthChange: FindClaims = (ledger) =>
  ledger
    .of('growth_change_pp')
    .flatMap((said) => difference('growth_change', said, ledger, ['yoy_pct', 'yearBefore']))

/** 户均流量比上年末提高1.6GB/户·月. */
export const levelChange: FindClaims = (ledger) =>
  ledger.of('level_change').flatMap((said) => difference('level_change', said, ledger, ['level', 'yearEnd']))

/** 占比较上年末提高1.7个百分点. A stock's share is measured against the end of the year before. */
export const shareChange: FindClaims = (ledger) =>
  ledger
    .of('share_change_pp')
    .flatMap((said) =>
      difference('share_change', said, ledger, [
        'share_pct',
        isStock(ledger, said) ? 'yearEnd' : 'yearBefore',
      ]),
    )

/** What goes without saying of the period of a base: the same period a year before, or the end of that year. */
type UsualBase = 'yearBefore' | 'yearEnd'

/**
 * A printed change is the figure of now less the figure it is measured against.
 * @param changed what has changed, and the period it is measured against where the sentence names none.
 */
function difference(
  rule: 'growth_change' | 'share_change' | 'level_change',
  said: Observation,
  ledger: Ledger,
  [measure, usual]: readonly [Measure, UsualBase],
): Claim[] {
  const now = ledger.find({ ...said, measure, comparedTo: '' })
  const period = earlierThan(said, usual)
  const base = period
    ? ledger.find({ ...said, measure, comparedTo: '', period })
    : besideOf(said, ledger, measure)
  if (!now || !base) return []
  const right = implied(period ? '本期减基期' : '两者之差', [now, base], subtract)
  return [claimOn(rule, said, ledger, { right })]
}

/** The period a change or growth is measured against; undefined where it is measured against another indicator or region. */
function earlierThan({ period, comparedTo }: Observation, usual: UsualBase): Period | undefined {
  if (comparedTo !== '') return parsePeriod(comparedTo, period.time)
  if (usual === 'yearBefore') return shiftYears(period, -1)
  const december = Math.floor(period.end / 12) * 12 - 1
  return { ...period, start: december - (period.end - period.start), end: december }
}

/** Where a stated base is another indicator or region: the figure of the same period there. */
function besideOf(said: Observation, { find }: Ledger, measure: Measure) {
  const [kind, code] = said.comparedTo.split(':')
  const question = { ...said, measure, comparedTo: '' }
  if (code === undefined) return undefined
  return find(kind === 'region' ? { ...question, region: code } : { ...question, indicator: code })
}

/** 拉动电信业务收入增长3.6个百分点: what the part grew by, in percent of the base of the whole of all. */
export const contribution: FindClaims = (ledger) =>
  ledger.of('contribution_pp').flatMap((said): Claim[] => {
    const part = ledger.find({ ...said, measure: 'level' })
    const whole = ledger.find({ ...said, measure: 'level', indicator: rootOf(said.indicator, ledger) })
    const [partGrowth, wholeGrowth] = [part, whole].map(
      (level) => level && ledger.find({ ...level, measure: 'yoy_pct' }),
    )
    if (!part || !whole || !partGrowth || !wholeGrowth) return []
    const right = implied(
      '由部分和总量的数值与增速推算',
      [part, partGrowth, whole, wholeGrowth],
      (part, partGrowth, whole, wholeGrowth) =>
        percentOf(subtract(part, baseOf(part, partGrowth)), baseOf(whole, wholeGrowth)),
    )
    return [claimOn('contribution', said, ledger, { right })]
  })

function rootOf(code: string, { catalog }: Pick<Ledger, 'catalog'>): string {
  const above = catalog.indicators.get(code)?.partOf
  return above === undefined ? code : rootOf(above, { catalog })
}
