import type { PeriodToken } from '#data/language/token.ts'
import type { Refiner } from '../refiner.ts'
import { imply, meaningOf, type Statement } from '../statement.ts'
import { isOneMonth } from '../time/months.ts'

/** What is of one month although its words name a moment, a year to come or all the months so far. */
export const settleMonth: Refiner = (statements, { catalog }) =>
  statements.map((statement) => {
    const { period, indicators: [code] = [] } = meaningOf(statement)
    const indicator = code === undefined ? undefined : catalog.indicators.get(code)
    if (!period) return statement
    const isRatio = indicator?.kind === 'ratio' && isRatiosMonth(statement, period, indicator.unit)
    return isRatio || isMonthsAddition(statement, period) ? withMonth(statement, period) : statement
  })

/**
 * 「截至2025年6月底，平均PUE为1.42」: a plain or a monthly ratio at a month's end is of that month, not of the months up to it;
 * 「到2026年，PUE不高于1.25」: what is aimed at is to be reached at the end of the year.
 */
function isRatiosMonth(statement: Statement, { moment, now, months }: PeriodToken, unit: string): boolean {
  if (unit !== 'one' && unit !== 'GB_per_user_month') return false
  const isAim = meaningOf(statement).status === 'target' && months === undefined && unit === 'one'
  return isAim || (moment === true && !now)
}

/** 「8月份，移动电话用户净增917万户」: in the month that the sentence itself names, unless it is more than at the year's end. */
function isMonthsAddition({ stated, slots }: Statement, period: PeriodToken): boolean {
  if (stated.measure === 'net_add' && slots.comparison === 'monthAgo') return true
  const isNetAdd = stated.measure === 'net_add' && slots.comparison === undefined
  const { moment, now, fresh } = period
  return isNetAdd && fresh === true && isOneMonth(period) && !moment && !now
}

function withMonth(statement: Statement, { moment, months = [1, 12], ...rest }: PeriodToken): Statement {
  const period: PeriodToken = { ...rest, months: [months[1], months[1]], only: true }
  if (!statement.stated.period) return imply(statement, { period })
  return { ...statement, stated: { ...statement.stated, period } }
}
