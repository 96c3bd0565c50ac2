import { isWord } from '#data/language/token.ts'
import type { Refiner } from '../refiner.ts'
import type { Statement } from '../statement.ts'

/** 「新增端口1.1万个、5G基站1000个」: the verb of a list holds for all its members. */
export const carryVerb: Refiner = (statements) => {
  let before: Statement | undefined
  return statements.map((statement) => {
    const first = before
    const carried =
      first && goesOn(statement) && first.rule === 'net-add' ? withVerb(statement, first) : statement
    before = carried
    return carried
  })
}

const goesOn = ({ clause, rule }: Statement) =>
  clause.after === 'nothing' && isWord(clause.tokens[0], 'and') && (rule === 'level' || rule === 'counted')

const withVerb = (statement: Statement, first: Statement): Statement => ({
  ...statement,
  rule: first.rule,
  negative: first.negative,
  stated: { ...statement.stated, measure: 'net_add' },
})
