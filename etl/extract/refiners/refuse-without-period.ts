import { timeOf } from '#data/model/indicator.ts'
import type { ArticleContext, Refiner } from '../refiner.ts'
import { imply, isMention, meaningOf, type Statement } from '../statement.ts'
import { isAhead } from '../time/publication.ts'
import type { PeriodToken } from '../token.ts'

/**
 * A flow covers a span, and the day of publication names none, unless it is all there has been: 累计达到211亿元.
 * It is of the one span that is over and that the article has given for the indicator; where it gave none or several, nobody knows.
 */
export const refuseWithoutPeriod: Refiner = (statements, context) => {
  const spans = new Map<string, PeriodToken | 'several'>()
  return statements.map((statement) => {
    if (isMention(statement)) return statement
    const { indicators: [code = ''] = [], period } = meaningOf(statement)
    if (!isWithoutSpan(statement, context)) {
      const known = spans.get(code)
      if (period && !isAhead(period, context))
        spans.set(code, known === undefined || isSame(known, period) ? period : 'several')
      return statement
    }
    const span = spans.get(code)
    if (typeof span === 'object' && !statement.refused) return imply(statement, { period: span })
    return { ...statement, refused: statement.refused ?? 'no-period' }
  })
}

const isSame = (known: PeriodToken | 'several', { year, months }: PeriodToken) =>
  known !== 'several' && known.year === year && known.months?.join() === months?.join()

function isWithoutSpan(statement: Statement, { catalog }: ArticleContext): boolean {
  const { period, indicators: [code] = [], measure } = meaningOf(statement)
  const indicator = code === undefined ? undefined : catalog.indicators.get(code)
  if (!period?.now || !indicator || !measure) return false
  const isSaid = period.end > period.start
  if (isSaid || statement.slots.has('total')) return false
  return timeOf(indicator, measure) === 'span'
}
