import type { Refiner } from './refiner.ts'
import { carryPeriod } from './refiners/carry-period.ts'
import { carryRegion } from './refiners/carry-region.ts'
import { carrySubject } from './refiners/carry-subject.ts'
import { carryVerb } from './refiners/carry-verb.ts'
import { compare } from './refiners/compare.ts'
import { fromTo } from './refiners/from-to.ts'
import { refuseAdditions } from './refiners/refuse-additions.ts'
import { refuseConditions } from './refiners/refuse-conditions.ts'
import { refuseWithoutPeriod } from './refiners/refuse-without-period.ts'
import { settleMeasure } from './refiners/settle-measure.ts'
import { settleMonth } from './refiners/settle-month.ts'
import { takeStatus } from './refiners/take-status.ts'
import { takeWhole } from './refiners/take-whole.ts'
import type { Rule } from './rule.ts'
import { attribute } from './rules/attribute.ts'
import { averageGrowth } from './rules/average-growth.ts'
import { contribution } from './rules/contribution.ts'
import { counted } from './rules/counted.ts'
import { growth } from './rules/growth.ts'
import { level } from './rules/level.ts'
import { levelChange } from './rules/level-change.ts'
import { netAdd } from './rules/net-add.ts'
import { pointChange } from './rules/point-change.ts'
import { progress } from './rules/progress.ts'
import { share } from './rules/share.ts'
import { shareOfKind } from './rules/share-of-kind.ts'

/** The ways of saying a number; the first that knows a clause reads it, so `level`, which takes any, stands last. */
export const rules: readonly Rule[] = [
  attribute,
  progress,
  contribution,
  pointChange,
  shareOfKind,
  share,
  averageGrowth,
  growth,
  counted,
  netAdd,
  levelChange,
  level,
]

/** One concern of context each; the later ones lean on the subject, the region and the measure of the earlier. */
export const refiners: readonly Refiner[] = [
  carrySubject,
  carryRegion,
  fromTo,
  carryVerb,
  settleMeasure,
  takeWhole,
  compare,
  carryPeriod,
  takeStatus,
  settleMonth,
  refuseWithoutPeriod,
  refuseConditions,
  refuseAdditions,
]
