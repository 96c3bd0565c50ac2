import { type Rule, type RuleInput, unitKind } from '../rule.ts'

/** 移动电话用户17.4亿户，其中81.3%为4G用户: the kind follows its share. */
export const shareOfKind: Rule = {
  name: 'share-of-kind',
  examples: [
    [
      '2024年末，移动电话用户17.9亿户，其中56.7%为5G移动电话用户。',
      'mobile_5g_users CN 2024-12 share_pct 56.7% of mobile_phone_users',
    ],
  ],
  read(input) {
    const { clause, roles } = input
    const { second } = clause
    const isOther = roles.direction !== undefined || roles.indicators.length > 0 || roles.unknown
    if (unitKind(clause) !== 'percent' || isOther || !isCopula(input)) return undefined
    if (second?.kind !== 'indicator' || second.codes.length !== 1) return undefined
    return { measure: 'share_pct', indicators: second.codes }
  },
}

const copulas = new Set(['为', '是', '属于'])

const isCopula = ({ clause: { next }, text }: RuleInput) =>
  next !== undefined && copulas.has(text.slice(next.start, next.end))
