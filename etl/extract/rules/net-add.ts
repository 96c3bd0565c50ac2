import { type Rule, unitKind } from '../rule.ts'

/** 全年净增 4315 万户 · 净减 608.8 万户 · 新增 5G 基站 1000 个 */
export const netAdd: Rule = {
  name: 'net-add',
  examples: [['2024年，移动电话用户净增4600万户。', 'mobile_phone_users CN 2024 net_add 4600万户']],
  read({ clause, roles }) {
    const isNet = roles.direction === 'netUp' || roles.direction === 'netDown'
    if (unitKind(clause) !== 'own' || !isNet) return undefined
    return { measure: 'net_add', negative: roles.direction === 'netDown' }
  },
}
