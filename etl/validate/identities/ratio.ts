import { Decimal } from 'decimal.js'
import { divide, exactly, multiply } from '#data/model/interval.ts'
import type { Claim, FindClaims, Read } from '../../check/claim.ts'
import { claimOn } from '../../check/claim-on.ts'
import { printed } from '../../check/claim-side.ts'

/** 人均业务收入 = 业务收入 ÷ 平均人数. */
export const ratio: FindClaims = ({ of, find, catalog, identities: { ratios } }) =>
  ratios.flatMap((each) =>
    of('level').flatMap((said): Claim[] => {
      if (said.indicator !== each.ratio) return []
      const numerator = find({ ...said, indicator: each.numerator })
      const denominator = find({ ...said, indicator: each.denominator })
      if (!numerator || !denominator) return []
      const factor = exactly(new Decimal(each.factor))
      const right = {
        label: '分子÷分母',
        parents: [numerator, denominator],
        value: (read: Read) => multiply(divide(read(numerator), read(denominator)), factor),
      }
      return [claimOn('ratio', said, catalog, { left: printed(said, catalog), right })]
    }),
  )
