import { isAim } from '../clause.ts'
import { isAhead } from '../is-ahead.ts'
import type { ArticleContext, Refiner } from '../refiner.ts'
import { imply, isMention, type Statement } from '../statement.ts'
import type { PeriodToken } from '../token.ts'

interface Time {
  /** The first period of the article. */
  readonly lead: PeriodToken | undefined
  /** The period of the heading above. */
  readonly section: PeriodToken | undefined
  /** The months up to the one that the title names, once the text has said them. */
  readonly whole: PeriodToken | undefined
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
  /** What the next sentence returns to: the whole period after 12月当月, the present after 到2027年. */
  readonly after: Pick<Time, 'period' | 'year'> | undefined
  /** The period the text begins with, for the headline and for the words before it. */
  readonly first: { readonly period: PeriodToken; readonly paragraph: number } | undefined
  /** In a plan: the farthest year it has named, of which all its tasks are. */
  readonly horizon: PeriodToken | undefined
  /** Whether the sentence speaks of what is to come. */
  readonly aims: boolean
  /** Whether the sentence says that it has been done: 已建成. */
  readonly done: boolean
}

/** The period of the clause; else of the clauses before, of the title, of the publication. Years likewise. */
export const carryPeriod: Refiner = (statements, context) => {
  const { period } = context
  let time: Time = { ...nowhere, period, year: period?.year, first: firstPeriod(statements, context) }
  return statements.map((statement) => {
    const entered = withAim(enter(time, statement, context), statement)
    const now = readPeriod(statement, entered, context)
    time = statement.aside && !statement.isHeading ? entered : withSection(now.time, now.period, statement)
    return isMention(statement)
      ? statement
      : settle(statement, { ...now, context, first: firstFor(statement, time), done: time.done })
  })
}

/** The period a clause speaks of, and the time as it stands after it. */
function readPeriod(
  statement: Statement,
  entered: Time,
  context: ArticleContext,
): { period: PeriodToken | undefined; said: boolean; time: Time } {
  const token = lastMonth(statement.slots.period, entered)
  if (!token) return { period: goingOn(entered, context), said: entered.said, time: entered }
  if (token.toDate) return enterSoFar(token, entered, context)
  const earlier = yearBefore(token, entered, statement)
  if (earlier) return { period: earlier, said: false, time: entered }
  const own = readOwn(token, entered, statement, context)
  const said = token.year !== undefined
  const time = { ...(own ? enterPeriod(entered, own, context) : entered), said, dated: true }
  return { period: own ? goingOn(time, context) : asFresh(entered.period, true), said, time }
}

function enterSoFar(token: PeriodToken, entered: Time, context: ArticleContext) {
  const period = soFar(token, entered, context)
  const time = period ? { ...enterPeriod(entered, period, context), dated: true } : entered
  return { period: asFresh(period, true), said: false, time }
}

/** 今年 is of the whole year only in what is to come; else of the months that are over. */
function goingOn(time: Time, context: ArticleContext): PeriodToken | undefined {
  const { period, dated, aims, after, horizon, done } = time
  if (done && !dated && period === horizon) return undefined
  const isThisYear = period?.yearOffset === 0 && !period.months && isAhead(period, context)
  if (!isThisYear || aims || context.isPlan) return asFresh(period, dated)
  return asFresh(soFar(period, { period: after?.period }, context), dated)
}

const aims = ['target', 'expected', 'planned', 'will']

const withAim = (time: Time, { slots, clause }: Statement): Time => ({
  ...time,
  aims: time.aims || isAim(clause) || aims.some((name) => slots.has(name)),
  done: time.done || slots.has('done'),
})

/** 「三、2025年工作安排」: the paragraphs below are of 2025. */
function withSection(time: Time, period: PeriodToken | undefined, statement: Statement): Time {
  const isSection = statement.isHeading && isMention(statement) && statement.slots.period
  return isSection && period?.year !== undefined ? { ...time, section: period } : time
}

/** 今年以来: the months of this year that are over, as far as the text has said which. */
function soFar({ start, end }: PeriodToken, { period }: Pick<Time, 'period'>, { published }: ArticleContext) {
  const last = period?.months?.[1]
  const isThisYear = period?.year !== undefined && (!published || period.year === published.year)
  if (last === undefined || !isThisYear || period.now)
    return published && { ...nowOf(published), start: 0, end: 0 }
  return { kind: 'period' as const, year: period.year, months: [1, last] as const, start, end }
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

const nowhere: Time = {
  lead: undefined,
  section: undefined,
  whole: undefined,
  period: undefined,
  year: undefined,
  counted: false,
  paragraph: -1,
  sentence: -1,
  said: false,
  dated: false,
  after: undefined,
  first: undefined,
  horizon: undefined,
  aims: false,
  done: false,
}

function enterPeriod(time: Time, period: PeriodToken, context: ArticleContext): Time {
  const before = time.after ?? { period: time.period, year: time.year }
  const isPassing = isTail(period, before.period) || (isAhead(period, context) && !context.isPlan)
  return {
    ...time,
    period,
    year: period.year ?? time.year,
    whole: isTail(context.period, period) ? period : time.whole,
    counted: period.yearOffset !== undefined && period.yearOffset < 0 && period.months === undefined,
    after: isPassing ? before : undefined,
    horizon: context.isPlan && isAhead(period, context) ? farther(time.horizon, period) : time.horizon,
  }
}

const farther = (a: PeriodToken | undefined, b: PeriodToken) => ((a?.year ?? 0) > (b.year ?? 0) ? a : b)

/** 5月份 or 二季度 within 1-5月 or 上半年. */
function isTail(part: PeriodToken | undefined, whole: PeriodToken | undefined): boolean {
  if (part?.only) return true
  if (!part?.months || !whole?.months || part.moment || whole.now) return false
  const [first, last] = part.months
  return part.year === whole.year && last === whole.months[1] && first > whole.months[0]
}

/** 当月 and 到2027年 speak for their sentence; the next is about the whole period and the present again. */
const afterSentence = ({ period, year, counted, after }: Time) => ({
  year: counted ? undefined : year,
  period,
  ...after,
  after: undefined,
  said: false,
  dated: false,
  aims: false,
  done: false,
})

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
  if (first) return imply(settled, { period: first })
  return context.published && (done || !context.isPlan)
    ? imply(settled, { period: nowOf(context.published) })
    : settled
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
  const period = time.section ?? time.whole ?? context.period
  if (period) return { ...time, period, year: period.year, after: undefined, paragraph, sentence: -1 }
  const lead = time.lead ?? time.period
  if (context.isPlan) return { ...time, lead, period: time.horizon, year: undefined, paragraph, sentence: -1 }
  const { published } = context
  if (!published) return { ...time, lead, paragraph, sentence: -1 }
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

/** The first period with months that the text names, where it was over not long before: a headline is of it too. */
function firstPeriod(statements: readonly Statement[], context: ArticleContext): Time['first'] {
  const { published } = context
  const statement = statements.find(({ slots, aside }) => slots.period && !aside)
  const token = statement?.slots.period
  if (!published || !token?.months || token.yearOffset !== undefined || token.only) return undefined
  const period = withYear(token, { year: undefined }, context)
  return period && isRecent(period, published) ? { period, paragraph: statement?.paragraph ?? 0 } : undefined
}

const firstFor = ({ paragraph }: Statement, { first }: Time) =>
  paragraph === 0 || paragraph === first?.paragraph ? first?.period : undefined

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

function withYear(
  token: PeriodToken,
  { year }: Pick<Time, 'year'>,
  context: ArticleContext,
): PeriodToken | undefined {
  const { published } = context
  if (token.now) return published && { ...nowOf(published), start: token.start, end: token.end }
  if (token.year !== undefined) return token
  if (token.coming)
    return published && { ...token, year: published.year + ((published.month ?? 12) > 6 ? 1 : 0) }
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
