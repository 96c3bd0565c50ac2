import type { Rule } from '../rule.ts'

/** 完成年度目标的 75%: of a plan, not of the subject. */
export const progress: Rule = {
  name: 'progress',
  read({ roles }) {
    return roles.has('goal') ? { refused: 'progress' } : undefined
  },
}
