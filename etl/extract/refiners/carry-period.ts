import type { ArticleContext, Refiner } from '../refiner.ts'
import { imply, isMention, type Statement } from '../statement.ts'
import type { PeriodToken } from '../token.ts'

interface Time {
  /** The first period of the article. */
  readonly lead: PeriodToken | undefined
  readonly period: PeriodToken | undefined
  /** The year stated last. */
  readonly year: number | undefined
  /** Whether that year was counted from the publication: 去年. */
  readonly counted: boolean
  readonly paragraph: number
  readonly sentence: number
  /** Whether the sentence itself gave the period, year and all. */
  readonly said: boolean
  /** Whether it gave the period at all. */
  readonly dated: boolean
  /** The period before 12月当月. */
  readonly wider: PeriodToken | undefined
}

/** The period of the clause; else of the clauses before, of the title, of the publication. Years likewise. */
export const carryPeriod: Refiner = (statements, context) => {
  const { period } = context
  let time: Time = { lead: undefined, period, year: period?.year, counted: false, ...nowhere }
  return statements.map((statement) => {
    const entered = enter(time, statement, context)
    const now = readPeriod(statement, entered, context)
    time = statement.aside ? entered : now.time
    return isMention(statement) ? statement : settle(statement, { ...now, context })
  })
}

/** The period a clause speaks of, and the time as it stands after it. */
function readPeriod(
  statement: Statement,
  entered: Time,
  context: ArticleContext,
): { period: PeriodToken | undefined; said: boolean; time: Time } {
  const { dated } = entered
  const token = lastMonth(statement.slots.period, entered)
  if (!token) return { period: asFresh(entered.period, dated), said: entered.said, time: entered }
  const earlier = yearBefore(token, entered, statement)
  if (earlier) return { period: earlier, said: false, time: entered }
  const own = readOwn(token, entered, statement, context)
  const said = token.year !== undefined
  const time = { ...(own ? enterPeriod(entered, own) : entered), said, dated: true }
  return { period: asFresh(own ?? entered.period, true), said, time }
}

/** 当月 is the last month of what is spoken of; where nothing is, it says nothing. */
function lastMonth(token: PeriodToken | undefined, { period }: Time): PeriodToken | undefined {
  if (!token?.only || token.months) return token
  const last = period?.months?.[1]
  return last === undefined || period?.year === undefined
    ? undefined
    : { ...token, year: period.year, months: [last, last] }
}

const asFresh = (period: PeriodToken | undefined, dated: boolean): PeriodToken | undefined =>
  period && dated ? { ...period, fresh: true } : period

/** 「占36.2%，上年为37.9%」, 「去年同期增长5.3%」: the same months, a year before what is spoken of. */
function yearBefore(token: PeriodToken, { period }: Time, { clause, slots, aside }: Statement) {
  const goesOn = (aside || clause.after !== 'sentence') && slots.indicators.length === 0
  const isMeant = token.same || (token.before && token.months === undefined && goesOn)
  if (!isMeant || period?.year === undefined || period.now) return undefined
  return { ...period, year: period.year + (token.yearOffset ?? 0) }
}

/** So long after its end a year may still be 预计. */
const reportMonths = 3

/** 预计全年, 力争全年: of the year that runs, unless the sentence names another. */
function yearAhead(
  token: PeriodToken,
  time: Time,
  { statement: { slots }, context: { published } }: { statement: Statement; context: ArticleContext },
): PeriodToken | undefined {
  const isOpen = token.year === undefined && token.yearOffset === undefined && !token.now && !time.dated
  if (!isOpen || !published) return undefined
  const isLate = (published.month ?? 12) > reportMonths
  return slots.has('target') || (slots.has('expected') && isLate)
    ? { ...token, year: published.year }
    : undefined
}

const readOwn = (token: PeriodToken, time: Time, statement: Statement, context: ArticleContext) =>
  thisYear(token, time, statement, context) ??
  yearAhead(token, time, { statement, context }) ??
  withYear(token, time, context)

function enter(time: Time, { paragraph, sentence }: Statement, context: ArticleContext): Time {
  const entered = paragraph === time.paragraph ? time : enterParagraph(time, paragraph, context)
  return sentence === entered.sentence ? entered : { ...entered, ...afterSentence(entered), sentence }
}

const nowhere = { paragraph: -1, sentence: -1, said: false, dated: false, wider: undefined }

const enterPeriod = (time: Time, period: PeriodToken): Time => ({
  ...time,
  period,
  year: period.year ?? time.year,
  counted: period.yearOffset !== undefined && period.yearOffset < 0 && period.months === undefined,
  wider: period.only ? (time.wider ?? time.period) : undefined,
})

/** 当月 speaks for its sentence; the next is about the whole period again. */
const afterSentence = ({ period, wider, year, counted }: Time) => ({
  year: counted ? undefined : year,
  period: wider ?? period,
  wider: undefined,
  said: false,
  dated: false,
})

interface Known {
  readonly period: PeriodToken | undefined
  readonly said: boolean
  readonly context: ArticleContext
}

function settle(statement: Statement, { period, said, context }: Known): Statement {
  const settled = withBases(withFrom(statement, period, context), period, context)
  if (settled.stated.period) return settled
  if (period) return said ? state(settled, period) : imply(settled, { period })
  return context.published ? imply(settled, { period: nowOf(context.published) }) : settled
}

const state = (statement: Statement, period: PeriodToken): Statement => ({
  ...statement,
  stated: { ...statement.stated, period },
})

/**
 * A paragraph begins in the period of the title; else in the one the article began with, if that was recent when it
 * was published; else in none.
 */
function enterParagraph(time: Time, paragraph: number, context: ArticleContext): Time {
  if (context.period)
    return { ...time, period: context.period, year: context.period.year, paragraph, sentence: -1 }
  const lead = time.lead ?? time.period
  const { published } = context
  if (!published) return { ...time, lead, period: time.period, paragraph, sentence: -1 }
  return {
    ...time,
    lead,
    period: lead && isRecent(lead, published) ? lead : undefined,
    year: undefined,
    paragraph,
    sentence: -1,
  }
}

const recentMonths = 3

/** Whether the period was over when the text was published, and not long before. */
function isRecent(
  { year = 0, months }: PeriodToken,
  published: { year: number; month: number | undefined },
): boolean {
  const age = published.year * 12 + (published.month ?? 12) - (year * 12 + (months?.[1] ?? 12))
  return age >= 0 && age <= recentMonths
}

/** The month of publication, as its end. */
function nowOf({ year, month = 12 }: { year: number; month: number | undefined }): PeriodToken {
  return { kind: 'period', year, months: [month, month], moment: true, now: true, start: 0, end: 0 }
}

/** 「截至9月末…今年净增2700万户」: of this year, what is over. */
function thisYear(token: PeriodToken, { period }: Time, { slots }: Statement, { published }: ArticleContext) {
  const isBare = token.yearOffset === 0 && token.months === undefined
  if (!isBare || !period?.months || period.year === undefined || period.year !== published?.year)
    return undefined
  return slots.has('target') || slots.has('expected') ? undefined : period
}

function withYear(token: PeriodToken, { year }: Time, context: ArticleContext): PeriodToken | undefined {
  const { published } = context
  if (token.now) return published && { ...nowOf(published), start: token.start, end: token.end }
  if (token.year !== undefined) return token
  if (token.yearOffset !== undefined)
    return published && { ...token, year: published.year + token.yearOffset }
  if (year !== undefined) return { ...token, year }
  return published && { ...token, year: latestYear(token, published) }
}

/** The last year in which the months were over when the text was published. */
function latestYear(
  { months }: PeriodToken,
  { year, month }: { year: number; month: number | undefined },
): number {
  return months && month !== undefined && months[1] > month ? year - 1 : year
}

const yearOfBase = ({ year, yearOffset = 0 }: PeriodToken, around: number | undefined) =>
  year ?? (around === undefined ? undefined : around + yearOffset)

/** 由上年的15.2%: the number of a year earlier. */
function withFrom(statement: Statement, period: PeriodToken | undefined, context: ArticleContext): Statement {
  const { from } = statement.slots
  if (!from || statement.clause.quantities.length === 0) return statement
  if (from === true) return { ...statement, refused: statement.refused ?? 'no-period' }
  const year = yearOfBase(from, period?.year ?? context.published?.year)
  if (year === undefined) return statement
  const { months, moment } = from.months ? from : (period ?? from)
  const { start, end } = from
  return state(statement, {
    ...{ kind: 'period', start, end, year },
    ...(months ? { months } : {}),
    ...(moment ? { moment } : {}),
  })
}

/** 较一季度: the quarter of the year spoken of. */
function withBases(
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
  return { ...statement, stated: { ...statement.stated, comparedTo: dated } }
}

const isMonthly = ({ rule, slots }: Statement) => rule === 'point-change' && slots.comparison === 'monthAgo'

/** 增速环比提高1.4个百分点: against the month before, or the months up to it. */
function withMonthBefore(statement: Statement, period: PeriodToken | undefined): Statement {
  const [first, last] = period?.months ?? []
  if (!period || first === undefined || last === undefined || last === 1) return statement
  const before = { ...period, months: [first === last ? last - 1 : first, last - 1] as const }
  return { ...statement, stated: { ...statement.stated, comparedTo: [before] } }
}
