import { type Rule, unitKind } from '../rule.ts'

/** 年均增长 14% · 年均复合增长率超过 15%: of many years, so of no period that the format has. */
export const averageGrowth: Rule = {
  name: 'average-growth',
  read({ clause, slots }) {
    if (unitKind(clause) !== 'percent' || slots.comparison !== 'manyYears') return undefined
    return { refused: 'span-of-years' }
  },
}
