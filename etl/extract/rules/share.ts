import { type Rule, unitKind } from '../rule.ts'

/** 占全行业收入的比重为 24.1% · 占比约 4 成 · 在电信业务收入中占比提升至 15.6% */
export const share: Rule = {
  name: 'share',
  read({ clause, roles }) {
    if (unitKind(clause) !== 'percent' || !roles.has('share')) return undefined
    return { measure: 'share_pct' }
  },
}
