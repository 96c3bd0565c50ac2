import type { PeriodToken } from '#data/language/token.ts'
import { timeOf } from '#data/model/indicator.ts'
import type { ArticleContext, Refiner } from '../refiner.ts'
import { imply, isMention, meaningOf, type Statement } from '../statement.ts'
import { sameMonths } from '../time/months.ts'
import { isAhead } from '../time/publication.ts'

/**
 * A flow covers a span, and the day of publication names none, unless it is all there has been: 累计达到211亿元.
 * It is of the one span that is over and that the article has given for the indicator; where it gave none or several,
 * nobody knows.
 */
export const refuseWithoutPeriod: Refiner = (statements, context) => {
  const spans = new Spans()
  return statements.map((statement) => {
    if (isMention(statement)) return statement
    const { indicators: [code = ''] = [], period } = meaningOf(statement)
    if (isWithoutSpan(statement, context)) return withSpan(statement, spans.of(code))
    if (period && !isAhead(period, context)) spans.add(code, period)
    return statement
  })
}

function withSpan(statement: Statement, period: PeriodToken | undefined): Statement {
  if (period && !statement.refused) return imply(statement, { period })
  return { ...statement, refused: statement.refused ?? 'no-period' }
}

/** The spans that an article gives for its indicators. */
class Spans {
  private readonly known = new Map<string, PeriodToken | 'several'>()

  add(code: string, period: PeriodToken): void {
    const known = this.known.get(code) ?? period
    const isSame = known !== 'several' && known.year === period.year && sameMonths(known, period)
    this.known.set(code, isSame ? period : 'several')
  }

  /** The only one given. */
  of(code: string): PeriodToken | undefined {
    const known = this.known.get(code)
    return known === 'several' ? undefined : known
  }
}

function isWithoutSpan(statement: Statement, { catalog }: ArticleContext): boolean {
  const { period, indicators: [code] = [], measure } = meaningOf(statement)
  const indicator = code === undefined ? undefined : catalog.indicators.get(code)
  if (!period?.now || !indicator || !measure) return false
  // 目前占比超过50% is how it stands; 目前收入达100亿元 is of a time that nobody knows
  const isStanding = indicator.kind === 'ratio' && period.end > period.start
  if (isStanding || statement.slots.has('total')) return false
  return timeOf(indicator, measure) === 'span'
}
