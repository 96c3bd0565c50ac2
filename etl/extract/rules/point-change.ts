import type { Measure } from '#data/model/measure.ts'
import { type Rule, unitKind } from '../rule.ts'
import type { Slots } from '../slots.ts'

/** 增速较一季度回落 0.6 个百分点 · 占比较去年同期提高 0.3 个百分点 · 降幅收窄 2 个百分点 */
export const pointChange: Rule = {
  name: 'point-change',
  read({ clause, slots }) {
    if (unitKind(clause) !== 'pp' || slots.direction === undefined) return undefined
    const measure = measureOf(slots)
    const down = slots.direction === 'down'
    return { ...(measure ? { measure } : {}), negative: slots.has('decline') ? !down : down }
  },
}

function measureOf(slots: Slots): Measure | undefined {
  if (slots.has('growth') || slots.has('decline')) return 'growth_change_pp'
  return slots.has('share') ? 'share_change_pp' : undefined
}
