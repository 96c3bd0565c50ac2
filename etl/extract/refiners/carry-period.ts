import type { PeriodToken } from '#data/language/token.ts'
import type { ArticleContext, Refiner } from '../refiner.ts'
import { imply, isMention, type Statement, state } from '../statement.ts'
import { withBases, withFrom } from '../time/base-periods.ts'
import { sameMonths } from '../time/months.ts'
import { isRecent, nowOf } from '../time/publication.ts'
import { readPeriod, withYear } from '../time/read-period.ts'
import { enter, nowhere, type Time } from '../time/time.ts'

/** The period of the clause; else of the clauses before, of the title, of the publication. Years likewise. */
export const carryPeriod: Refiner = (statements, context) => {
  const { period } = context
  let time: Time = { ...nowhere, period, year: period?.year, first: firstPeriod(statements, context) }
  return statements.map((statement) => {
    if (isTimeless(statement)) return statement
    const entered = enter(time, statement, context)
    const now = readPeriod(statement, entered, context)
    time = statement.aside && !statement.isHeading ? entered : withSection(now.time, now.period, statement)
    return isMention(statement)
      ? statement
      : settle(statement, { ...now, context, first: firstFor(statement, time), done: time.done })
  })
}

/** A heading that only says where. */
const isTimeless = (statement: Statement) =>
  statement.isHeading && isMention(statement) && statement.slots.period === undefined

/** 「三、2025年工作安排」: the paragraphs below are of 2025. */
function withSection(time: Time, period: PeriodToken | undefined, statement: Statement): Time {
  const isSection = statement.isHeading && isMention(statement) && statement.slots.period
  return isSection && period?.year !== undefined ? { ...time, section: period } : time
}

/** The first period with months that the text names, where it was over not long before: a headline is of it too. */
function firstPeriod(statements: readonly Statement[], context: ArticleContext): Time['first'] {
  const { published } = context
  const isOf = ({ slots: { period }, aside }: Statement) =>
    period && !aside && (published !== undefined || period.year !== undefined)
  const statement = statements.find(isOf)
  const token = statement?.slots.period
  if (!token?.months || token.yearOffset !== undefined || token.only) return undefined
  if (!published)
    return token.year === undefined ? undefined : { period: token, paragraph: statement?.paragraph ?? 0 }
  const period = withYear(token, { year: undefined }, context)
  return period && isRecent(period, published) ? { period, paragraph: statement?.paragraph ?? 0 } : undefined
}

const firstFor = ({ paragraph }: Statement, { first }: Time) =>
  paragraph === 0 || paragraph === first?.paragraph ? first?.period : undefined

interface Known {
  readonly period: PeriodToken | undefined
  readonly said: boolean
  readonly context: ArticleContext
  readonly first: PeriodToken | undefined
  readonly done: boolean
}

function settle(statement: Statement, { period, said, context, first, done }: Known): Statement {
  const settled = withBases(withFrom(statement, period, context), period, context)
  if (settled.stated.period) return settled
  if (period) return said ? state(settled, period) : imply(settled, { period })
  if (first && isOfMonths(statement.slots.period, first)) return imply(settled, { period: first })
  const mayBeNow = !statement.isHeading && (done || !context.isPlan)
  const now = context.published && mayBeNow ? nowOf(context.published) : undefined
  return now ? imply(settled, { period: now }) : settled
}

/** 「1-7月」 in a headline is of the 2020年1-7月 that the text begins with, 「7月」 is not. */
const isOfMonths = (own: PeriodToken | undefined, first: PeriodToken) =>
  own?.months === undefined || sameMonths(own, first)
