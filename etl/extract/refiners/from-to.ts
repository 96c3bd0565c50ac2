import type { Refiner } from '../refiner.ts'
import type { Statement } from '../statement.ts'

/** 「占比由上年的15.2%提升至15.6%」: the second number says of this year what the first says of the last. */
export const fromTo: Refiner = (statements) => {
  let from: Statement | undefined
  return statements.map((statement) => {
    const first = from
    from = statement.slots.from && statement.clause.quantities.length > 0 ? statement : undefined
    if (!first || statement.clause.after !== 'nothing' || statement.slots.indicators.length > 0)
      return statement
    const { from: base } = first.slots
    if (statement.rule === 'level-change' && !statement.slots.comparison && base && base !== true)
      return { ...statement, stated: { ...statement.stated, comparedTo: [base] } }
    const { measure } = first.stated
    if (!measure || statement.rule !== 'level' || !statement.slots.has('to')) return statement
    return { ...statement, rule: 'from-to', negative: false, stated: { ...statement.stated, measure } }
  })
}
