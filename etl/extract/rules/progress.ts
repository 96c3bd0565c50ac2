import type { Rule } from '../rule.ts'

/** 完成年度目标的 75%: of a plan, not of the subject. */
export const progress: Rule = {
  name: 'progress',
  examples: [['2024年，5G基站完成年度建设目标的75%。', 'progress 75%']],
  read({ roles }) {
    return roles.has('goal') ? { refused: 'progress' } : undefined
  },
}
