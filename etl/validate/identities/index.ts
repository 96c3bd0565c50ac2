import type { IdentityRule } from '#data/model/identity-rule.ts'
import type { FindClaims } from '../../check/claim.ts'
import { baseMonotone } from './base-monotone.ts'
import { basesSum } from './bases-sum.ts'
import { between } from './between.ts'
import { contribution } from './contribution.ts'
import { course } from './course.ts'
import { growth } from './growth.ts'
import { growthChange } from './growth-change.ts'
import { levelChange } from './level-change.ts'
import { monotone } from './monotone.ts'
import { netAdd } from './net-add.ts'
import { netAddBase } from './net-add-base.ts'
import { netAddGrowth } from './net-add-growth.ts'
import { partsSum } from './parts-sum.ts'
import { ratio } from './ratio.ts'
import { regionsSum } from './regions-sum.ts'
import { sameFact } from './same-fact.ts'
import { share } from './share.ts'
import { shareChange } from './share-change.ts'
import { shareChangeByGrowth } from './share-change-by-growth.ts'
import { sharesSum } from './shares-sum.ts'
import { spansSum } from './spans-sum.ts'
import { wholesSum } from './wholes-sum.ts'
import { withinWhole } from './within-whole.ts'
import { yearlyCourse } from './yearly-course.ts'

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
