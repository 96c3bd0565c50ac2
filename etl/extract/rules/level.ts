import { type Rule, unitKind } from '../rule.ts'

/** 软件业务收入 3.8 万亿元 · 普及率为 122.5 部/百人 · 利润率 3.1% · PUE 为 1.48 */
export const level: Rule = {
  name: 'level',
  examples: [['2024年，软件业务收入13.7万亿元。', 'software_revenue CN 2024 level 13.7万亿元']],
  read({ clause, roles }) {
    if (unitKind(clause) === 'pp') return undefined
    if (roles.has('plus')) return { refused: 'unknown-reference' }
    return { measure: 'level' }
  },
}
