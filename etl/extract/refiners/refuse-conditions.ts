import { abroad } from '../lexicon.ts'
import type { Refiner } from '../refiner.ts'
import type { Slots } from '../slots.ts'
import { isMention, meaningOf, type Statement } from '../statement.ts'

/** 「软件业务收入达到10亿元、增速超过20%的企业，给予奖励」: who is entitled, not what is; 「统计范围：…」: who is counted. 「全球算力规模」: not ours. */
export const refuseConditions: Refiner = (statements) => {
  const isCondition = ({ slots }: Statement) => slots.has('grant') || slots.has('definition')
  const granting = new Set(statements.filter(isCondition).map(sentenceOf))
  const spanning = findSpanning(statements)
  return statements.map((statement) => {
    if (statement.refused) return statement
    if (granting.size > 0 && granting.has(sentenceOf(statement)))
      return { ...statement, refused: 'a-condition' }
    if (spanning.has(statement)) return { ...statement, refused: 'span-of-years' }
    return isAbroad(statement) ? { ...statement, refused: 'abroad' } : statement
  })
}

/** From 「十四五期间」 to the end of the sentence or the next period; a remark (五年间翻番) speaks for itself. */
function findSpanning(statements: readonly Statement[]): Set<Statement> {
  const spanning = new Set<Statement>()
  let open: string | undefined
  for (const statement of statements) {
    const { slots, aside } = statement
    const says = slots.has('span')
    if (says || (open === sentenceOf(statement) && !isDated(slots))) spanning.add(statement)
    if (aside) continue
    if (says && !isRemark(statement)) open = sentenceOf(statement)
    else if (slots.period) open = undefined
  }
  return spanning
}

const isDated = ({ period, from }: Slots) => period !== undefined || typeof from === 'object'

const isRemark = (statement: Statement) =>
  isMention(statement) &&
  statement.clause.after !== 'sentence' &&
  statement.clause.tokens.some(({ kind }) => kind === 'text')

/** What stands in parentheses is a condition or a definition of its own. */
const sentenceOf = ({ paragraph, sentence, aside }: Statement) => `${paragraph}:${sentence}:${aside}`

function isAbroad(statement: Statement): boolean {
  const { regions = [], of } = meaningOf(statement)
  return regions.includes(abroad) || of === `region:${abroad}`
}
