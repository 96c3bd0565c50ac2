import type { PeriodToken } from '#data/language/token.ts'
import type { ArticleContext } from '../refiner.ts'
import { type Statement, state } from '../statement.ts'

/** 由上年的15.2%: the number of a year earlier, of the same months; 从2020年的33.2%: of that year. */
export function withFrom(
  statement: Statement,
  period: PeriodToken | undefined,
  context: ArticleContext,
): Statement {
  const { from } = statement.slots
  if (!from || statement.clause.quantities.length === 0) return statement
  if (from === true) return withFirst(statement, period)
  const year = yearOfBase(from, period?.year ?? context.published?.year)
  if (year === undefined) return statement
  const isOwn = from.months !== undefined || (from.year !== undefined && !from.same)
  const { months, moment } = isOwn ? from : (period ?? from)
  const { start, end } = from
  return state(statement, {
    ...{ kind: 'period', start, end, year },
    ...(months ? { months } : {}),
    ...(moment ? { moment } : {}),
  })
}

/** 「2017年到2021年，规模从27.2万亿元」: of the first of the two years; without them nobody knows. */
function withFirst(statement: Statement, period: PeriodToken | undefined): Statement {
  if (period?.first === undefined) return { ...statement, refused: statement.refused ?? 'no-period' }
  return state(statement, { kind: 'period', year: period.first, start: period.start, end: period.end })
}

const yearOfBase = ({ year, yearOffset = 0 }: PeriodToken, around: number | undefined) =>
  year ?? (around === undefined ? undefined : around + yearOffset)

/** 较一季度: the quarter of the year spoken of. */
export function withBases(
  statement: Statement,
  period: PeriodToken | undefined,
  context: ArticleContext,
): Statement {
  const { comparedTo } = statement.stated
  if (!comparedTo) return isMonthly(statement) ? withMonthBefore(statement, period) : statement
  const year = period?.year ?? context.published?.year
  const dated = comparedTo.map((base) =>
    typeof base === 'string' || base.year !== undefined || year === undefined
      ? base
      : { ...base, year: year + (base.yearOffset ?? 0) },
  )
  if (isMonthBefore(dated, period) && statement.stated.measure === 'yoy_pct') {
    const { comparedTo: _, ...stated } = statement.stated
    return { ...statement, stated: { ...stated, measure: 'mom_pct' } }
  }
  return { ...statement, stated: { ...statement.stated, comparedTo: dated } }
}

/** 「6月份…比5月份增长36%」 grows on the month before. */
function isMonthBefore([base]: readonly (PeriodToken | string)[], period: PeriodToken | undefined): boolean {
  if (typeof base !== 'object' || !base.months || !period?.months || base.year !== period.year) return false
  const [[from, to], [first, last]] = [base.months, period.months]
  return from === to && first === last && to === first - 1
}

const isMonthly = ({ rule, slots }: Statement) => rule === 'point-change' && slots.comparison === 'monthAgo'

/** 增速环比提高1.4个百分点: against the month before, or the months up to it. */
function withMonthBefore(statement: Statement, period: PeriodToken | undefined): Statement {
  const [first, last] = period?.months ?? []
  if (!period || first === undefined || last === undefined || last === 1) return statement
  const before = { ...period, months: [first === last ? last - 1 : first, last - 1] as const }
  return { ...statement, stated: { ...statement.stated, comparedTo: [before] } }
}
