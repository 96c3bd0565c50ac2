import { type Rule, unitKind } from '../rule.ts'

/** 比上年末提高 3.3 部/百人 · 较移动电话用户数高 6.06 亿户 · 比东部高出 1.28GB/户 · 比上年末增加 20 万户 */
export const levelChange: Rule = {
  name: 'level-change',
  read({ clause, slots }) {
    const moved = slots.direction === 'up' || slots.direction === 'down'
    const isBare = clause.after === 'nothing' && clause.tokens.length === 1
    if (unitKind(clause) !== 'own' || !moved || (slots.comparison === undefined && !isBare)) return undefined
    return { measure: 'level_change', negative: slots.direction === 'down' }
  },
}
