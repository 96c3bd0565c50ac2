import { type Rule, unitKind } from '../rule.ts'

/** 拉动电信业务收入增长 1.2 个百分点; 拉动收入增长 1.2% may also be the growth itself. */
export const contribution: Rule = {
  name: 'contribution',
  examples: [
    [
      '2024年，新兴业务拉动电信业务收入增长1.2个百分点。',
      'emerging_business_revenue CN 2024 contribution_pp 1.2pp',
    ],
  ],
  read({ clause, roles }) {
    const isMove = roles.direction === 'up' || roles.direction === 'down'
    if (unitKind(clause) === 'percent' && roles.has('contribution') && isMove)
      return { refused: 'unknown-change' }
    if (unitKind(clause) !== 'pp' || !(roles.has('contribution') || roles.has('promotes'))) return undefined
    return { measure: 'contribution_pp', negative: roles.direction === 'down' }
  },
}
