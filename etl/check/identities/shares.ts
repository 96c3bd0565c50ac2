import { Decimal } from 'decimal.js'
import { divide, exactly, multiply, subtract, sum } from '#data/model/interval.ts'
import type { Observation } from '#data/model/observation.ts'
import { type Claim, type ClaimSide, claimOn, type FindClaims, implied, printed } from '../claim.ts'
import { baseOf, hundred, percentOf } from '../implied.ts'
import { isStock, type Ledger } from '../ledger.ts'

/** A printed share is the part divided by the whole. */
export const share: FindClaims = (ledger) =>
  ledger.of('share_pct').flatMap((said): Claim[] => {
    const [part, whole] = [levelOf(said, ledger), wholeOf(said, ledger)]
    if (!part || !whole || said.comparedTo !== '') return []
    return [claimOn('share', said, ledger, { right: implied('部分÷总量', [part, whole], percentOf) })]
  })

/** The level of the part of which a share speaks. */
const levelOf = (said: Observation, { find }: Ledger) => find({ ...said, measure: 'level', of: '' })

/** The level of the whole of a share: another indicator, or the same of another region. */
function wholeOf({ of, ...said }: Observation, { catalog, find }: Ledger): Observation | undefined {
  const level = { ...said, measure: 'level', of: '' } as const
  if (of.startsWith('region:')) return find({ ...level, region: of.slice('region:'.length) })
  const entry = catalog.indicators.get(said.indicator)
  const indicator = of || (entry?.partOf ?? entry?.shareOf)
  return indicator === undefined ? undefined : find({ ...level, indicator })
}

/** A share less its change is the share of the bases that the growth of part and whole imply. */
export const shareChangeByGrowth: FindClaims = (ledger) =>
  ledger.of('share_change_pp').flatMap((said): Claim[] => {
    if (said.comparedTo !== '' || isStock(ledger, said)) return []
    const [part, whole] = [levelOf(said, ledger), wholeOf(said, ledger)]
    const [partGrowth, wholeGrowth] = [part, whole].map(
      (level) => level && ledger.find({ ...level, measure: 'yoy_pct' }),
    )
    if (!part || !whole || !partGrowth || !wholeGrowth) return []
    const right = implied(
      '由部分和总量的数值与增速推算',
      [part, whole, partGrowth, wholeGrowth],
      (part, whole, partGrowth, wholeGrowth) =>
        subtract(percentOf(part, whole), percentOf(baseOf(part, partGrowth), baseOf(whole, wholeGrowth))),
    )
    return [claimOn('share_change_by_growth', said, ledger, { right })]
  })

/** 各地区5G用户 ÷ 占移动用户的比重: the wholes that level and share imply for the zones add up to that of the nation. */
export const wholesSum: FindClaims = (ledger) =>
  ledger.of('share_pct').flatMap((share): Claim[] => {
    const level = levelOf(share, ledger)
    if (share.of.startsWith('region:') || share.comparedTo !== '' || !level) return []
    const whole = wholeOf(share, ledger)
    const left = whole ? printed(whole, ledger.catalog) : impliedWholes([[level, share]])
    return ledger.identities.regions.flatMap(({ whole: group, parts: codes, isComplete }): Claim[] => {
      if (group !== share.region || !isComplete) return []
      const parts = codes.flatMap((region) => pairOf({ ...share, region }, ledger))
      if (parts.length < codes.length) return []
      const sides = { left, right: impliedWholes(parts), unit: level.unit }
      return [claimOn('wholes_sum', whole ?? share, ledger, sides)]
    })
  })

type Pair = readonly [level: Observation, share: Observation]

function pairOf(question: Observation, ledger: Ledger): Pair[] {
  const share = ledger.find(question)
  const level = share && levelOf(share, ledger)
  return level ? [[level, share]] : []
}

const impliedWholes = (pairs: readonly Pair[]): ClaimSide => ({
  label: pairs.length === 1 ? '由数值和占比推算的总量' : `${pairs.length}个地区由数值和占比推算的总量之和`,
  parents: pairs.flat(),
  value: (read) => sum(pairs.map(([level, share]) => multiply(divide(read(level), read(share)), hundred))),
})

/** 人均业务收入 = 业务收入 ÷ 平均人数. */
export const ratio: FindClaims = (ledger) =>
  ledger.identities.ratios.flatMap((each) =>
    ledger.of('level').flatMap((said): Claim[] => {
      if (said.indicator !== each.ratio) return []
      const numerator = ledger.find({ ...said, indicator: each.numerator })
      const denominator = ledger.find({ ...said, indicator: each.denominator })
      if (!numerator || !denominator) return []
      const factor = exactly(new Decimal(each.factor))
      const right = implied('分子÷分母', [numerator, denominator], (above, below) =>
        multiply(divide(above, below), factor),
      )
      return [claimOn('ratio', said, ledger, { right })]
    }),
  )
