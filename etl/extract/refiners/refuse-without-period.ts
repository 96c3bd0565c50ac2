import { timeOf } from '#data/model/indicator.ts'
import type { ArticleContext, Refiner } from '../refiner.ts'
import { meaningOf, type Statement } from '../statement.ts'

/** A flow covers a span, and the day of publication names none, unless it is all there has been: 累计达到211亿元. */
export const refuseWithoutPeriod: Refiner = (statements, context) =>
  statements.map((statement) =>
    isWithoutSpan(statement, context)
      ? { ...statement, refused: statement.refused ?? 'no-period' }
      : statement,
  )

function isWithoutSpan(statement: Statement, { catalog }: ArticleContext): boolean {
  const { period, indicators: [code] = [], measure } = meaningOf(statement)
  const indicator = code === undefined ? undefined : catalog.indicators.get(code)
  if (!period?.now || !indicator || !measure) return false
  const isSaid = period.end > period.start
  if (isSaid || statement.slots.has('total')) return false
  return timeOf(indicator, measure) === 'span'
}
