import type { Measure } from '#data/model/measure.ts'
import { hasBase, isShift, movesBy } from '../moves-by.ts'
import type { Roles } from '../roles.ts'
import { type Rule, type RuleInput, type Saying, unitKind } from '../rule.ts'

/** 增速较一季度回落 0.6 个百分点 · 占比较去年同期提高 0.3 个百分点 · 降幅收窄 2 个百分点 · 增速较一季度回落 0.6% */
export const pointChange: Rule = {
  name: 'point-change',
  examples: [
    [
      '2024年，软件业务收入增速较上半年回落1.5个百分点。',
      'software_revenue CN 2024 growth_change_pp -1.5pp from 2024-01/2024-06',
    ],
  ],
  read(input) {
    const { clause, roles } = input
    if (roles.direction === undefined) return undefined
    const kind = unitKind(clause)
    if (kind === 'percent') return readPercent(input)
    return kind === 'pp' ? toSaying(roles) : undefined
  },
}

function toSaying(roles: Roles): Saying {
  const measure = measureOf(roles)
  const down = roles.direction === 'down'
  return { ...(measure ? { measure } : {}), negative: roles.has('decline') ? !down : down }
}

/** Points printed as %: what moves is itself a rate or a share. 增速同比下降3% may mean either. */
function readPercent({ clause, roles }: RuleInput): Saying | undefined {
  const measure = measureOf(roles)
  if (!measure || roles.has('contribution') || !movesBy(clause)) return undefined
  const isOpen = roles.has('onYear') || roles.direction === 'up' || !hasBase(roles)
  if (measure === 'growth_change_pp' && isOpen && !isShift(clause)) return { refused: 'unknown-change' }
  return toSaying(roles)
}

function measureOf(roles: Roles): Measure | undefined {
  if (roles.has('growth') || roles.has('decline')) return 'growth_change_pp'
  return roles.has('share') ? 'share_change_pp' : undefined
}
