import type { Measure } from '#data/model/measure.ts'
import { hasBase, isShift, movesBy } from '../moves-by.ts'
import { type Reading, type Rule, type RuleInput, unitKind } from '../rule.ts'
import type { Slots } from '../slots.ts'

/** 增速较一季度回落 0.6 个百分点 · 占比较去年同期提高 0.3 个百分点 · 降幅收窄 2 个百分点 · 增速较一季度回落 0.6% */
export const pointChange: Rule = {
  name: 'point-change',
  read(input) {
    const { clause, slots } = input
    if (slots.direction === undefined) return undefined
    const kind = unitKind(clause)
    if (kind === 'percent') return readPercent(input)
    return kind === 'pp' ? toReading(slots) : undefined
  },
}

function toReading(slots: Slots): Reading {
  const measure = measureOf(slots)
  const down = slots.direction === 'down'
  return { ...(measure ? { measure } : {}), negative: slots.has('decline') ? !down : down }
}

/** Points printed as %: what moves is itself a rate or a share. 增速同比下降3% may mean either. */
function readPercent({ clause, slots }: RuleInput): Reading | undefined {
  const measure = measureOf(slots)
  if (!measure || slots.has('contribution') || !movesBy(clause)) return undefined
  const isOpen = slots.has('onYear') || slots.direction === 'up' || !hasBase(slots)
  if (measure === 'growth_change_pp' && isOpen && !isShift(clause)) return { refused: 'unknown-change' }
  return toReading(slots)
}

function measureOf(slots: Slots): Measure | undefined {
  if (slots.has('growth') || slots.has('decline')) return 'growth_change_pp'
  return slots.has('share') ? 'share_change_pp' : undefined
}
