import type { Clause } from '../clause.ts'
import { type Rule, unitKind } from '../rule.ts'

/** 同比增长 11.6% · 比上年下降 0.4% · 环比增长 2% · 增速为 8% · 降幅 3% */
export const growth: Rule = {
  name: 'growth',
  examples: [['2024年，软件业务收入同比增长10%。', 'software_revenue CN 2024 yoy_pct 10%']],
  read({ clause, roles }) {
    if (unitKind(clause) !== 'percent' || roles.comparison === 'manyYears') return undefined
    const moved = roles.direction !== undefined || roles.comparison !== undefined || isSigned(clause)
    if (!moved && !roles.has('growth') && !roles.has('decline')) return undefined
    const down = roles.direction === 'down' || roles.direction === 'netDown' || roles.has('decline')
    return { measure: roles.comparison === 'monthAgo' ? 'mom_pct' : 'yoy_pct', negative: down }
  },
}

/** 16953亿元，-8.7% */
const isSigned = ({ tokens, quantities: [quantity] }: Clause) =>
  tokens.length === 0 && quantity?.value.startsWith('-') === true
