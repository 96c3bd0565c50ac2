import { isWord } from '#data/language/token.ts'
import { isAim } from '../clause.ts'
import { type Rule, type RuleInput, unitKind } from '../rule.ts'

/** 高于100部/百人的省份 · 2.9%的数据: the number tells which members are meant, not what the subject is. */
export const attribute: Rule = {
  name: 'attribute',
  examples: [
    ['2024年，软件业务收入实现10%的增长。', 'software_revenue CN 2024 yoy_pct 10%'],
    ['2024年，软件业务收入高于5000亿元的省份有9个。', 'part-of-subject 5000亿元'],
  ],
  read(input) {
    const { clause, roles } = input
    if (!isWord(clause.next, 'of') || roles.origin || isAim(clause)) return undefined
    if (isGrowth(input)) return { measure: 'yoy_pct', negative: isWord(clause.second, 'down') }
    const isNoun = isWord(clause.second, 'share') || isWord(clause.second, 'growth')
    return isNoun ? undefined : { refused: 'part-of-subject' }
  },
}

/** 实现11.6%的增长 */
function isGrowth({ clause }: RuleInput): boolean {
  const isMove =
    isWord(clause.second, 'up') || isWord(clause.second, 'down') || isWord(clause.second, 'growth')
  return isMove && unitKind(clause) === 'percent'
}
