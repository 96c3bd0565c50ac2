import { isWord, type PeriodToken } from '#data/language/token.ts'
import type { ArticleContext, Publication } from '../article-context.ts'
import type { Mention } from '../mention.ts'
import { isOneMonth, sameMonths } from './months.ts'
import { isAhead, latestYear, nowOf } from './publication.ts'
import { aims, enterPeriod, type Time } from './time.ts'

/** The period a clause speaks of, and the time as it stands after it. */
export function readPeriod(
  mention: Mention,
  entered: Time,
  { article: context, isOfUnknown }: { article: ArticleContext; isOfUnknown: boolean },
): { period: PeriodToken | undefined; said: boolean; time: Time } {
  const token = upToMonth(lastMonth(asOf(ownPeriod(mention), mention), entered), entered, mention)
  if (!token) return { period: goingOn(entered, context), said: entered.said, time: entered }
  if (token.toDate) return enterSoFar(token, entered, context)
  const earlier = yearBefore(token, entered, mention)
  if (earlier) return { period: earlier, said: false, time: entered }
  const own = readOwn(token, entered, mention, context)
  const said = token.year !== undefined
  const time = { ...(own ? enterPeriod(entered, own, context, isOfUnknown) : entered), said, dated: true }
  if (own) return { period: goingOn(time, context), said, time }
  if (isLost(token, entered))
    return { period: undefined, said, time: { ...time, period: undefined, year: undefined } }
  return { period: asFresh(entered.period, true), said, time }
}

/**
 * 今年1-2月 in a text without a date is of no year that it has named, unless it has named those months; 今年 is not a
 * year of which it has told the whole or the end.
 */
function isLost(token: PeriodToken, { period }: Time): boolean {
  if (token.yearOffset === undefined) return false
  if (token.months !== undefined) return !sameMonths(token, period ?? {})
  return token.yearOffset === 0 && period?.year !== undefined && (period.months?.[1] ?? 12) === 12
}

/** 「是2020年末的34倍」: with what it is compared, not when. */
const ownPeriod = ({ roles, clause }: Mention) => (isWord(clause.next, 'times') ? undefined : roles.period)

/** 「截至4月，收入5699亿元」: up to the end of the month. */
const asOf = (token: PeriodToken | undefined, { roles }: Mention) =>
  token?.months && isOneMonth(token) && !token.only && roles.has('asOf')
    ? { ...token, moment: true as const }
    : token

/** 今年 is of the whole year only in what is to come; else of the months that are over. */
function goingOn(time: Time, context: ArticleContext): PeriodToken | undefined {
  const { period, dated, aims, after, horizon, done } = time
  if (done && !dated && period === horizon) return undefined
  const isThisYear = period?.yearOffset === 0 && !period.months && isAhead(period, context)
  if (!isThisYear || aims || context.isPlan) return asFresh(period, dated)
  return asFresh(soFar(period, { period: after?.period }, context), dated)
}

const asFresh = (period: PeriodToken | undefined, dated: boolean): PeriodToken | undefined =>
  period && dated ? { ...period, fresh: true } : period

/** 当月 is the last month of what is spoken of; where nothing is, it says nothing. */
function lastMonth(token: PeriodToken | undefined, { period }: Time): PeriodToken | undefined {
  if (!token?.only || token.months) return token
  const last = period?.months?.[1]
  return last === undefined || period?.year === undefined
    ? undefined
    : { ...token, year: period.year, months: [last, last] }
}

/** 「8月628.8亿元，累计4731.5亿元」: from January on. */
function upToMonth(
  token: PeriodToken | undefined,
  { period, dated }: Time,
  { roles, clause }: Mention,
): PeriodToken | undefined {
  const month = token ?? (dated ? period : undefined)
  const [first, last] = month?.months ?? []
  const isMonth = first !== undefined && first === last && first > 1 && !month?.moment && !month?.only
  if (!month || !isMonth || !roles.has('total') || clause.quantities.length === 0) return token
  return { ...month, months: [1, first] }
}

function enterSoFar(token: PeriodToken, entered: Time, context: ArticleContext) {
  const period = soFar(token, entered, context)
  const time = period ? { ...enterPeriod(entered, period, context), dated: true } : entered
  return { period: asFresh(period, true), said: false, time }
}

/** 今年以来: the months of this year that are over, as far as the text has said which. */
function soFar({ start, end }: PeriodToken, { period }: Pick<Time, 'period'>, { published }: ArticleContext) {
  const last = period?.months?.[1]
  const isThisYear = period?.year !== undefined && (!published || period.year === published.year)
  if (last === undefined || !isThisYear || period.now) return published && nowOf(published)
  return { kind: 'period' as const, year: period.year, months: [1, last] as const, start, end }
}

/** 「占36.2%，上年为37.9%」, 「去年同期增长5.3%」: the same months, a year before what is spoken of. */
function yearBefore(token: PeriodToken, { period }: Time, { clause, roles, aside }: Mention) {
  const goesOn = (aside || clause.after !== 'sentence') && roles.indicators.length === 0
  const isMeant = token.same || (token.before && token.months === undefined && goesOn)
  if (!isMeant || period?.year === undefined || period.now) return undefined
  return { ...period, year: period.year + (token.yearOffset ?? 0) }
}

const readOwn = (token: PeriodToken, time: Time, mention: Mention, context: ArticleContext) =>
  thisYear(token, time, mention, context) ??
  yearOver(token, mention, context) ??
  yearAhead(token, time, { mention, context }) ??
  withYear(token, time, context)

/** 「截至9月末…今年净增2700万户」: of this year, what is over. */
function thisYear(token: PeriodToken, { period }: Time, { roles }: Mention, { published }: ArticleContext) {
  const isBare = token.yearOffset === 0 && token.months === undefined
  if (!isBare || !period?.months || period.year === undefined || period.year !== published?.year)
    return undefined
  return aims.some((name) => name !== 'will' && roles.has(name)) ? undefined : period
}

/** 「今年前11个月」 in what came out in January: the year that has just ended, where nothing is still to come. */
function yearOver(token: PeriodToken, { roles }: Mention, context: ArticleContext): PeriodToken | undefined {
  const { published } = context
  const isOfMonths = token.yearOffset === 0 && token.months !== undefined && token.months[1] < 12
  if (!isOfMonths || !published?.month || published.month > reportMonths) return undefined
  if (aims.some((name) => roles.has(name))) return undefined
  const year = latestYear(token, published)
  return year < published.year ? { ...token, year } : undefined
}

/** 预计全年, 力争全年: of the year that runs, unless the sentence names another. */
function yearAhead(
  token: PeriodToken,
  time: Time,
  { mention: { roles }, context: { published } }: { mention: Mention; context: ArticleContext },
): PeriodToken | undefined {
  const isOpen = token.year === undefined && token.yearOffset === undefined && !token.now && !time.dated
  if (!isOpen || !published) return undefined
  const isLate = (published.month ?? 12) > reportMonths
  const isToCome = token.moment && token.months?.[0] === 1 && yetToCome.some((name) => roles.has(name))
  return roles.has('target') || (roles.has('expected') && isLate) || isToCome
    ? { ...token, year: published.year }
    : undefined
}

/** 到年底, 年底将: of the year that runs; 年末 alone of the one spoken of. */
const yetToCome = ['until', ...aims] as const

/** So long after its end a year may still be 预计. */
const reportMonths = 3

/** The period with the year that goes without saying. */
export function withYear(
  token: PeriodToken,
  { year, aims }: Pick<Time, 'year'> & Partial<Pick<Time, 'aims'>>,
  context: ArticleContext,
): PeriodToken | undefined {
  const { published } = context
  if (token.now) return published && placed(nowOf(published), token)
  if (token.year !== undefined) return token
  if (token.coming) return published && { ...token, year: comingYear(published) }
  if (token.yearOffset !== undefined) return fromYear(token, published?.year ?? (token.moment && year))
  if (year !== undefined && (aims || !isToCome(token, year, context))) return { ...token, year }
  return published && { ...token, year: latestYear(token, published) }
}

/** Whether the year spoken of is still to come, and so not the one meant; a plan aims at ends of years, not at 前三季度. */
function isToCome({ months }: PeriodToken, year: number, context: ArticleContext): boolean {
  const { published, isPlan } = context
  const mayBeAimed = isPlan && (months?.[1] ?? 12) === 12
  if (published === undefined || mayBeAimed) return false
  return year > published.year || isFarAhead(year, months, published)
}

/** 12月 in what came out in February; a text dated a month early is not told so much. */
function isFarAhead(year: number, months: PeriodToken['months'], published: Publication): boolean {
  if (months === undefined || months[0] !== months[1] || published.month === undefined) return false
  return year * 12 + months[1] - (published.year * 12 + published.month) >= farAhead
}

const farAhead = 3

const placed = (period: PeriodToken | undefined, { start, end }: PeriodToken) =>
  period && { ...period, start, end }

const comingYear = ({ year, month = 12 }: Publication) => year + (month > 6 ? 1 : 0)

/** 上年末 is also the end of the year before the one spoken of; 去年 counts from the publication alone. */
const fromYear = (token: PeriodToken, year: number | undefined): PeriodToken | undefined =>
  year === undefined ? undefined : { ...token, year: year + (token.yearOffset ?? 0) }
