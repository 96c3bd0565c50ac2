import type { Refiner } from '../refiner.ts'
import { imply, meaningOf, type Statement } from '../statement.ts'
import type { PeriodToken } from '../token.ts'

/**
 * 「截至2025年6月底，平均PUE为1.42」: a plain or a monthly ratio said at a month's end is of that month, not of the months up to it.
 */
export const dateOfRatio: Refiner = (statements, { catalog }) =>
  statements.map((statement) => {
    const { period, indicators: [code] = [] } = meaningOf(statement)
    const indicator = code === undefined ? undefined : catalog.indicators.get(code)
    if (period && isMonthsAddition(statement, period)) return withMonth(statement, period)
    const isOfMonth = indicator?.kind === 'ratio' && ofMonth.includes(indicator.unit)
    return isOfMonth && period?.moment && !period.now ? withMonth(statement, period) : statement
  })

/** 「8月份，移动电话用户净增917万户」: in the month that the sentence itself names, unless it is more than at the year's end. */
function isMonthsAddition(
  { stated, slots }: Statement,
  { months, moment, now, fresh }: PeriodToken,
): boolean {
  const isNetAdd = stated.measure === 'net_add' && slots.comparison === undefined
  return isNetAdd && fresh === true && months?.[0] === months?.[1] && months !== undefined && !moment && !now
}

/** 电能利用效率; 户均流量 of a month. */
const ofMonth = ['one', 'GB_per_user_month']

function withMonth(statement: Statement, { moment, months = [1, 12], ...rest }: PeriodToken): Statement {
  const period: PeriodToken = { ...rest, months: [months[1], months[1]], only: true }
  if (!statement.stated.period) return imply(statement, { period })
  return { ...statement, stated: { ...statement.stated, period } }
}
