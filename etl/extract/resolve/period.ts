import type { PeriodToken } from '#data/language/token.ts'
import { type Indicator, timeOf } from '#data/model/indicator.ts'
import type { ArticleContext } from '../article-context.ts'
import { hasNoNumber, type Mention } from '../mention.ts'
import { isOneMonth, sameMonths } from '../time/months.ts'
import { originOf } from '../time/origin.ts'
import { isAhead, isRecent, nowOf } from '../time/publication.ts'
import { readPeriod, withYear } from '../time/read-period.ts'
import { enter, nowhere, type Time } from '../time/time.ts'
import { byDefault, carried, type Decision, type Known, resolver, stated } from './resolver.ts'
import { isTarget } from './status.ts'

type Decided = Decision<'period'> | undefined

/** The period of the clause; else of the clauses before, of the title, of the publication. Years likewise. */
export const period = resolver({
  writes: 'period',
  reads: ['indicator', 'measure', 'mood'],
  examples: [['2024年，软件业务收入13.7万亿元。', 'software_revenue CN 2024 level 13.7万亿元']],
  begin: (article, mentions) => {
    const first = firstPeriod(mentions, article)
    const withNumbers = new Set(
      mentions.filter((each) => !hasNoNumber(each)).map(({ paragraph }) => paragraph),
    )
    const isImprint = ({ paragraph, roles }: Mention) =>
      paragraph <= imprintParagraphs && !withNumbers.has(paragraph) && isOfPublication(roles.period, article)
    const spans = new Spans()
    let time: Time = { ...nowhere, period: article.period, year: article.period?.year, first }
    return (mention, known) => {
      if (isTimeless(mention) || isImprint(mention)) return undefined
      const entered = enter(time, mention, article)
      const now = readPeriod(mention, entered, { article, isOfUnknown: known.refused === 'unknown-subject' })
      const isPassing = mention.aside && !mention.isHeading
      time = isPassing ? entered : withSection(now.time, now.period, mention)
      if (hasNoNumber(mention)) return undefined
      const around = { mention, known, article, entry: entryOf(known, article) }
      const read = decide({ ...now, first: firstFor(mention, time), done: time.done }, around)
      return ofItsSpan(ofItsMonth(ofAim(read, around, time.horizon), around), around, spans)
    }
  },
})

/** 「通信世界　2022年2月」 below the title says when the text came out. */
const imprintParagraphs = 2
const isOfPublication = (period: PeriodToken | undefined, { published }: ArticleContext): boolean =>
  published !== undefined &&
  period?.year === published.year &&
  isOneMonth(period) &&
  period.months?.[0] === published.month

/** A heading that only says where. */
const isTimeless = (mention: Mention) =>
  mention.isHeading && hasNoNumber(mention) && mention.roles.period === undefined

/** 「三、2025年工作安排」: the paragraphs below are of 2025. */
function withSection(time: Time, period: PeriodToken | undefined, mention: Mention): Time {
  const isSection = mention.isHeading && hasNoNumber(mention) && mention.roles.period
  return isSection && period?.year !== undefined ? { ...time, section: period } : time
}

/** The first period with months that the text names, where it was over not long before: a headline is of it too. */
function firstPeriod(mentions: readonly Mention[], article: ArticleContext): Time['first'] {
  const { published } = article
  const isOf = ({ roles: { period }, aside }: Mention) =>
    period &&
    !aside &&
    !isOfPublication(period, article) &&
    (published !== undefined || period.year !== undefined)
  const mention = mentions.find(isOf)
  const token = mention?.roles.period
  if (!token?.months || (token.yearOffset ?? 0) !== 0 || token.only) return undefined
  if (!published)
    return token.year === undefined ? undefined : { period: token, paragraph: mention?.paragraph ?? 0 }
  const period = withYear(token, { year: undefined }, article)
  return period && isRecent(period, published) ? { period, paragraph: mention?.paragraph ?? 0 } : undefined
}

const firstFor = ({ paragraph }: Mention, { first }: Time) =>
  paragraph === 0 || paragraph === first?.paragraph ? first?.period : undefined

interface Around {
  readonly mention: Mention
  readonly known: Known<'indicator' | 'measure' | 'mood'>
  readonly article: ArticleContext
  readonly entry: Indicator | undefined
}

const entryOf = ({ indicator }: Known<'indicator'>, { catalog }: ArticleContext) =>
  catalog.indicators.get(indicator?.value?.[0] ?? '')

/** What the words so far tell. */
interface Read {
  readonly period: PeriodToken | undefined
  /** Whether the sentence itself gave it, year and all. */
  readonly said: boolean
  readonly first: PeriodToken | undefined
  readonly done: boolean
}

function decide({ period, said, first, done }: Read, { mention, article }: Around): Decided {
  const origin = originOf(mention, period, article)
  if (origin && origin !== 'unknown') return stated(origin)
  const refused = origin === 'unknown' ? 'no-period' : undefined
  if (period) return said ? stated(period, refused) : carried(period, refused)
  if (first && isOfMonths(mention.roles.period, first)) return carried(first, refused)
  const now = mention.isHeading || (article.isPlan && !done) ? undefined : today(article)
  return now && byDefault(now, refused)
}

const today = ({ published }: ArticleContext) => published && nowOf(published)

/** 「1-7月」 in a headline is of the 2020年1-7月 that the text begins with, 「7月」 is not. */
const isOfMonths = (own: PeriodToken | undefined, first: PeriodToken) =>
  own?.months === undefined || sameMonths(own, first)

const withPeriod = (decided: Decided, value: PeriodToken): Decided =>
  decided?.by === 'stated' ? { ...decided, value } : carried(value, decided?.refused)

/** 力争算力规模突破90EFLOPS, said without a year, is meant for the year to come that the text has named, else for the year that runs. */
function ofAim(
  decided: Decided,
  { mention: { roles }, known: { mood }, article }: Around,
  horizon: PeriodToken | undefined,
): Decided {
  const { published } = article
  const isOpen = mood !== undefined && !roles.period && !roles.has('planned') && decided?.by !== 'stated'
  if (!isOpen || !published || (decided?.value && isAhead(decided.value, article))) return decided
  const isAim = mood.value === 'aim'
  if (horizon && (isAim || decided?.by === 'default')) return withPeriod(decided, horizon)
  if (!isAim) return decided
  const year: PeriodToken = { kind: 'period', year: published.year, months: [1, 12], start: 0, end: 0 }
  return withPeriod(decided, year)
}

/** What is of one month although its words name a moment, a year to come or all the months so far. */
function ofItsMonth(decided: Decided, around: Around): Decided {
  const period = decided?.value
  if (!period || !(isRatiosMonth(period, around) || isMonthsAddition(period, around))) return decided
  const { moment: _, months = [1, 12], ...rest } = period
  return withPeriod(decided, { ...rest, months: [months[1], months[1]], only: true })
}

/**
 * 「截至2025年6月底，平均PUE为1.42」: a plain or a monthly ratio at a month's end is of that month, not of the months up to it;
 * 「到2026年，PUE不高于1.25」: what is aimed at is to be reached at the end of the year.
 */
function isRatiosMonth(period: PeriodToken, { entry, known, article }: Around): boolean {
  const unit = entry?.kind === 'ratio' ? entry.unit : ''
  if (unit !== 'one' && unit !== 'GB_per_user_month') return false
  const isAim = isTarget(known.mood?.value, period, article) && period.months === undefined && unit === 'one'
  return isAim || (period.moment === true && !period.now)
}

/** 「8月份，移动电话用户净增917万户」: in the month that the sentence itself names, unless it is more than at the year's end. */
function isMonthsAddition(period: PeriodToken, { known: { measure }, mention: { roles } }: Around): boolean {
  if (measure?.by !== 'stated' || measure.value?.measure !== 'net_add') return false
  if (roles.comparison === 'monthAgo') return true
  const { moment, now, fresh } = period
  return roles.comparison === undefined && fresh === true && isOneMonth(period) && !moment && !now
}

/**
 * A flow covers a span, and the day of publication names none, unless it is all there has been: 累计达到211亿元.
 * It is of the one span that is over and that the article has given for the indicator; where it gave none or several,
 * nobody knows.
 */
function ofItsSpan(decided: Decided, around: Around, spans: Spans): Decided {
  const { entry, known, article } = around
  const period = decided?.value
  if (!isWithoutSpan(period, around)) {
    if (period && !isAhead(period, article)) spans.add(entry?.code ?? '', period)
    return decided
  }
  const span = spans.of(entry?.code ?? '')
  if (span && !known.refused) return carried(span)
  return { by: 'default', value: period, refused: 'no-period' }
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

function isWithoutSpan(
  period: PeriodToken | undefined,
  { entry, known, mention: { roles } }: Around,
): boolean {
  const measure = known.measure?.value?.measure
  if (!period?.now || !entry || !measure) return false
  // 目前占比超过50% is how it stands; 目前收入达100亿元 is of a time that nobody knows
  const isStanding = entry.kind === 'ratio' && period.end > period.start
  return !isStanding && !roles.has('total') && timeOf(entry, measure) === 'span'
}
