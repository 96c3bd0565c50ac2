import { isAdded } from '../moves-by.ts'
import { type Rule, unitKind } from '../rule.ts'

/** 比上年末提高 3.3 部/百人 · 较移动电话用户数高 6.06 亿户 · 比东部高出 1.28GB/户 · 增加 20 万户 · 增加收入 30 亿元 */
export const levelChange: Rule = {
  name: 'level-change',
  examples: [
    [
      '2024年末，移动电话普及率为127.1部/百人，比上年末提高4.6部/百人。',
      'mobile_phone_penetration CN 2024-12 level_change 4.6部/百人',
    ],
  ],
  read({ clause, roles }) {
    const moved = roles.direction === 'up' || roles.direction === 'down'
    if (unitKind(clause) !== 'own' || !moved) return undefined
    if (roles.comparison === undefined && !isAdded(clause)) return undefined
    return { measure: 'level_change', negative: roles.direction === 'down' }
  },
}
