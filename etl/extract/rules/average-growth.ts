import type { Rule } from '../rule.ts'

/** 年均增长 14% · 年均复合增长率超过 15% · 年均收入 3 亿元: of many years, so of no period that the format has. */
export const averageGrowth: Rule = {
  name: 'average-growth',
  examples: [['2020—2024年，软件业务收入年均增长12%。', 'span-of-years 12%']],
  read({ roles }) {
    if (roles.comparison !== 'manyYears') return undefined
    return { refused: 'span-of-years' }
  },
}
