import type { Rule } from '../rule.ts'
import { attribute } from './attribute.ts'
import { averageGrowth } from './average-growth.ts'
import { contribution } from './contribution.ts'
import { counted } from './counted.ts'
import { growth } from './growth.ts'
import { level } from './level.ts'
import { levelChange } from './level-change.ts'
import { netAdd } from './net-add.ts'
import { pointChange } from './point-change.ts'
import { progress } from './progress.ts'
import { share } from './share.ts'
import { shareOfKind } from './share-of-kind.ts'

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
