import { type Rule, unitKind } from '../rule.ts'

/** 占全行业收入的比重为 24.1% · 占比约 4 成 · 在电信业务收入中占比提升至 15.6% */
export const share: Rule = {
  name: 'share',
  examples: [
    [
      '2024年，软件产品收入3万亿元，占软件业务收入的22.1%。',
      'software_product_revenue CN 2024 share_pct 22.1% of software_revenue',
    ],
  ],
  read({ clause, roles }) {
    if (unitKind(clause) !== 'percent' || !roles.has('share')) return undefined
    return { measure: 'share_pct' }
  },
}
