import { type Rule, unitKind } from '../rule.ts'

/** 拉动电信业务收入增长 1.2 个百分点 */
export const contribution: Rule = {
  name: 'contribution',
  read({ clause, slots }) {
    if (unitKind(clause) !== 'pp' || !(slots.has('contribution') || slots.has('promotes'))) return undefined
    return { measure: 'contribution_pp', negative: slots.direction === 'down' }
  },
}
