import { Decimal } from 'decimal.js'
import { divide, exactly, multiply, sum } from '#data/model/interval.ts'
import type { Observation } from '#data/model/observation.ts'
import type { Claim, ClaimSide, FindClaims, Read } from '../../check/claim.ts'
import { claimOn } from '../../check/claim-on.ts'
import { printed } from '../../check/claim-side.ts'
import type { Ledger } from '../../check/ledger.ts'
import { wholeOf } from '../../check/whole-of.ts'

const hundred = exactly(new Decimal(100))

/** 各地区5G用户 ÷ 占移动用户的比重: the wholes that level and share imply for the zones add up to that of the nation. */
export const wholesSum: FindClaims = (ledger) =>
  ledger.of('share_pct').flatMap((share): Claim[] => {
    const { catalog, identities } = ledger
    const level = levelOf(share, ledger)
    if (share.of.startsWith('region:') || share.comparedTo !== '' || !level) return []
    const whole = wholeOf(share, ledger)
    const left = whole ? printed(whole, catalog) : implied([[level, share]])
    return identities.regions.flatMap(({ whole: group, parts: codes, isComplete }): Claim[] => {
      if (group !== share.region || !isComplete) return []
      const parts = codes.flatMap((region) => pairOf({ ...share, region }, ledger))
      if (parts.length < codes.length) return []
      const sides = { left, right: implied(parts), unit: level.unit }
      return [claimOn('wholes_sum', whole ?? share, catalog, sides)]
    })
  })

type Pair = readonly [level: Observation, share: Observation]

const levelOf = (share: Observation, { find }: Ledger) => find({ ...share, measure: 'level', of: '' })

function pairOf(question: Observation, ledger: Ledger): Pair[] {
  const share = ledger.find(question)
  const level = share && levelOf(share, ledger)
  return level ? [[level, share]] : []
}

const implied = (pairs: readonly Pair[]): ClaimSide => ({
  label: pairs.length === 1 ? '由数值和占比推算的总量' : `${pairs.length}个地区由数值和占比推算的总量之和`,
  parents: pairs.flat(),
  value: (read: Read) =>
    sum(pairs.map(([level, share]) => multiply(divide(read(level), read(share)), hundred))),
})
