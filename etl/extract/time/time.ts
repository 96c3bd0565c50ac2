import type { PeriodToken } from '#data/language/token.ts'
import type { ArticleContext } from '../article-context.ts'
import { isAim } from '../clause.ts'
import type { Mention } from '../mention.ts'
import { isWithin, type Place } from '../remembered.ts'
import { isAhead, isRecent } from './publication.ts'

/** What the clauses so far tell of the period of the next. */
export interface Time {
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
  readonly at: Place | undefined
  /** Whether the sentence itself gave the period, year and all. */
  readonly said: boolean
  /** Whether it gave the period at all. */
  readonly dated: boolean
  /** Whether the paragraph has named a period. */
  readonly opened: boolean
  /** What the next paragraph returns to, where this one is of the last month of it. */
  readonly outer: Pick<Time, 'period' | 'year'> | undefined
  /** What the next sentence returns to: the whole period after 12月当月, the present after 到2027年. */
  readonly after: Pick<Time, 'period' | 'year'> | undefined
  /** The period the text begins with, for the headline and for the words before it. */
  readonly first: { readonly period: PeriodToken; readonly paragraph: number } | undefined
  /** The farthest year to come that it has named, of which the tasks below are; in any text but a plan until it speaks of what is over. */
  readonly horizon: PeriodToken | undefined
  /** Whether the sentence speaks of what is to come. */
  readonly aims: boolean
  /** Whether the sentence says that it has been done: 已建成. */
  readonly done: boolean
}

export const nowhere: Time = {
  lead: undefined,
  section: undefined,
  whole: undefined,
  period: undefined,
  year: undefined,
  counted: false,
  at: undefined,
  said: false,
  dated: false,
  opened: false,
  outer: undefined,
  after: undefined,
  first: undefined,
  horizon: undefined,
  aims: false,
  done: false,
}

/** The time as it stands before a clause, which may begin a sentence or a paragraph. */
export function enter(time: Time, mention: Mention, context: ArticleContext): Time {
  const goesOn = isWithin.paragraph(mention, time.at) || (mention.isBelow && time.period !== undefined)
  const entered = goesOn ? time : enterParagraph(time, context)
  const isSame = isWithin.sentence(mention, entered.at)
  return withAim(isSame ? entered : { ...entered, ...afterSentence(entered), at: mention }, mention)
}

/**
 * A paragraph begins in the period of the title; else in the one the article began with, if that was recent when it
 * was published; else in none.
 */
function enterParagraph(before: Time, context: ArticleContext): Time {
  const time = { ...before, opened: false, outer: undefined, after: undefined, at: undefined }
  const period = time.section ?? time.whole ?? context.period
  if (period) return { ...time, period, year: period.year }
  const lead = time.lead ?? (time.period?.now ? undefined : time.period)
  return { ...time, lead, ...beginning(before, lead, context) }
}

function beginning(
  { after, outer, horizon }: Time,
  lead: PeriodToken | undefined,
  { isPlan, published }: ArticleContext,
): Partial<Time> {
  if (isPlan) return { after, period: horizon, year: undefined }
  if (!published) return after ?? outer ?? {}
  return { after: undefined, period: lead && isRecent(lead, published) ? lead : undefined, year: undefined }
}

/** The time after a clause that names a period. */
export function enterPeriod(
  time: Time,
  period: PeriodToken,
  context: ArticleContext,
  ofAnother = false,
): Time {
  const { isPlan } = context
  return {
    ...time,
    ...passing(time, period, { context, ofAnother }),
    opened: true,
    period,
    year: period.year ?? time.year,
    whole: isTail(context.period, period) ? period : time.whole,
    counted: period.yearOffset !== undefined && period.yearOffset < 0 && period.months === undefined,
    horizon: isAhead(period, context) ? farther(time.horizon, period) : isPlan ? time.horizon : undefined,
  }
}

interface Passing {
  readonly context: ArticleContext
  /** Whether it was said of what the catalogue lacks: 2024年末全国人口14.08亿. */
  readonly ofAnother: boolean
}

/** What is returned to: after the sentence, or, where a paragraph opens with the last month, after the paragraph. */
function passing(
  time: Time,
  period: PeriodToken,
  { context, ofAnother }: Passing,
): Pick<Time, 'after' | 'outer'> {
  const before = time.after ?? { period: time.period, year: time.year }
  const isPart = isTail(period, before.period)
  const isBrief = isPart && (time.opened || period.only === true)
  const isEarlier = ofAnother && (period.year ?? 0) < (before.year ?? 0)
  const isPassing =
    isBrief || isEarlier || period.now === true || (isAhead(period, context) && !context.isPlan)
  return { after: isPassing ? before : undefined, outer: time.outer ?? (isPart ? before : undefined) }
}

const farther = (a: PeriodToken | undefined, b: PeriodToken) => ((a?.year ?? 0) > (b.year ?? 0) ? a : b)

/** 5月份 or 二季度 within 1-5月 or 上半年. */
function isTail(part: PeriodToken | undefined, whole: PeriodToken | undefined): boolean {
  if (part?.only) return true
  if (!part?.months || whole?.year === undefined || part.moment || whole.now) return false
  const [first, last] = part.months
  const [from, to] = whole.months ?? [1, 12]
  return part.year === whole.year && last === to && first > from
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

function withAim(time: Time, { roles, clause }: Mention): Time {
  const says = isAim(clause) || aims.some((name) => roles.has(name))
  const done = roles.has('done')
  return says || done ? { ...time, aims: time.aims || says, done: time.done || done } : time
}

/** What says that it is still to come. */
export const aims = ['target', 'expected', 'planned', 'will'] as const
