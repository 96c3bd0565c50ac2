import type { Refiner } from '../refiner.ts'
import type { Statement } from '../statement.ts'

/**
 * 「占比由上年的15.2%提升至15.6%」: the second number says of this year what the first says of the last; a 降幅 of 3.2% that
 * shrinks to 0.8% is still a fall.
 */
export const fromTo: Refiner = (statements) => {
  let from: Statement | undefined
  return statements.map((statement) => {
    const first = from
    from = opens(statement) ? statement : undefined
    if (!first || statement.clause.after !== 'nothing' || statement.slots.indicators.length > 0)
      return statement
    const { from: base } = first.slots
    if (statement.rule === 'level-change' && !statement.slots.comparison && base && base !== true)
      return { ...statement, stated: { ...statement.stated, comparedTo: [base] } }
    return arrived(first, statement)
  })
}

function arrived(first: Statement, statement: Statement): Statement {
  const measure = first.slots.from ? first.stated.measure : 'yoy_pct'
  if (!measure || statement.rule !== 'level' || !statement.slots.has('to')) return statement
  const negative = first.slots.has('decline')
  return { ...statement, rule: 'from-to', negative, stated: { ...statement.stated, measure } }
}

/** 占比由15.2%, and 降幅收窄1.2个百分点, may lead to a second number: 提升至15.6%, 至0.8%. */
const opens = ({ slots, clause, stated }: Statement) =>
  clause.quantities.length > 0 &&
  (slots.from !== undefined || (slots.has('decline') && stated.measure === 'growth_change_pp'))
