import type { IdentityRule } from '#data/model/identity-rule.ts'
import { claimOn, type FindClaims, printed } from '../claim.ts'
import { baseMonotone, between, monotone, withinWhole } from './bounds.ts'
import { course } from './course.ts'
import { contribution, growth, growthChange, levelChange, shareChange } from './growth.ts'
import { netAdd, netAddBase, netAddGrowth } from './net-additions.ts'
import { ratio, share, shareChangeByGrowth, wholesSum } from './shares.ts'
import { basesSum, partsSum, regionsSum, sharesSum, spansSum } from './sums.ts'
import { yearlyCourse } from './yearly-course.ts'

/** Two documents print one fact: some value must round to both. */
const sameFact: FindClaims = (ledger) =>
  ledger.repeated.map(([precise, other]) =>
    claimOn('same_fact', precise, ledger, { right: printed(other, ledger.catalog) }),
  )

export const identityKinds: Readonly<Record<IdentityRule, FindClaims>> = {
  same_fact: sameFact,
  parts_sum: partsSum,
  within_whole: withinWhole,
  shares_sum: sharesSum,
  regions_sum: regionsSum,
  wholes_sum: wholesSum,
  bases_sum: basesSum,
  between,
  share,
  share_change: shareChange,
  share_change_by_growth: shareChangeByGrowth,
  growth,
  growth_change: growthChange,
  level_change: levelChange,
  net_add: netAdd,
  net_add_base: netAddBase,
  net_add_growth: netAddGrowth,
  contribution,
  spans_sum: spansSum,
  monotone,
  base_monotone: baseMonotone,
  ratio,
  course,
  yearly_course: yearlyCourse,
}
