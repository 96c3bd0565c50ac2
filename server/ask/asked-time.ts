import { type Period, type Time, toMonth } from '#data/model/period.ts'
import type { TimePiece, Today } from './times.ts'

/** One time that a question names: a year, months of it, or months of whichever year has them. */
interface NamedTime {
  readonly year?: number
  readonly months?: readonly [first: number, last: number]
  /** 今年: as far as it is known. */
  readonly isThisYear?: true
  /** 年底, 截至6月底. */
  readonly isEnd?: true
}

/** What a question says of time, as a whole. */
export interface AskedTime {
  /** In the order named; none where the newest is meant. */
  readonly times: readonly NamedTime[]
  /** From one year to another, both included. */
  readonly range: readonly [first: number, last: number] | undefined
  readonly isSingle: boolean
  readonly isCumulative: boolean
  readonly isOfDays: boolean
  /** A year before what is named, or before the newest. */
  readonly isYearBefore: boolean
  readonly today: Today
}

/** All expressions of time of a question together. */
export function toAskedTime(pieces: readonly TimePiece[], today: Today): AskedTime {
  const words = new Set(pieces.flatMap(({ word }) => word ?? []))
  const has = (flag: 'isOfDays' | 'isYearBefore') => pieces.some((piece) => piece[flag] === true)
  return {
    times: withSharedMonths(toNamedTimes(pieces, today)),
    range: pieces.map((piece) => rangeOf(piece, today)).findLast((range) => range !== undefined),
    isSingle: words.has('single'),
    isCumulative: words.has('cumulative'),
    isOfDays: has('isOfDays'),
    isYearBefore: has('isYearBefore'),
    today,
  }
}

/** Each year with its months; a second year, or second months of one, is a second time. */
function toNamedTimes(pieces: readonly TimePiece[], today: Today): readonly NamedTime[] {
  const times: NamedTime[] = []
  const put = (part: NamedTime, isAnother: boolean) => {
    const last = times.at(-1)
    if (last && !isAnother) times[times.length - 1] = { ...last, ...part }
    else times.push(part)
  }
  for (const piece of pieces) {
    const last = times.at(-1)
    const year = yearIn(piece, today)
    if (year) put(year, last?.year !== undefined && last.year !== year.year)
    const months = monthsIn(piece, times.at(-1))
    if (months) put(withYearOf(last, months), isComplete(times.at(-1)))
    if (piece.word === 'end') put({ isEnd: true }, false)
  }
  return [...new Map(times.map((time) => [JSON.stringify(time), time])).values()]
}

/** Whether other months are another time: 2025年6月 has its own, and the end of 2025 is one. */
const isComplete = (time: NamedTime | undefined) =>
  time?.months !== undefined || (time?.isEnd === true && time.year !== undefined)

const withYearOf = (last: NamedTime | undefined, months: NamedTime): NamedTime =>
  last?.months && last.year !== undefined ? { year: last.year, ...months } : months

function yearIn({ years, isSince, isThisYear }: TimePiece, today: Today): NamedTime | undefined {
  if (isThisYear) return { year: today.year, isThisYear }
  return years && !isSince && years[0] === years[1] ? { year: years[0] } : undefined
}

function monthsIn({ months, word }: TimePiece, last: NamedTime | undefined): NamedTime | undefined {
  if (months) return { months }
  return word === 'whole' && !last?.isThisYear && !last?.months ? { months: [1, 12] } : undefined
}

/** 2024和2025年1—7月, 今年1—7月与去年: a year without months has those of the other. */
function withSharedMonths(times: readonly NamedTime[]): readonly NamedTime[] {
  const months = times.find((time) => time.months)?.months
  if (!months || times.length < 2) return times
  return times.map((time) => (time.months || time.isEnd ? time : { ...time, months }))
}

/** 近三年, 2018—2024年, 2018年以来. */
function rangeOf({ years, isSince, lastYears }: TimePiece, { year }: Today): AskedTime['range'] {
  if (lastYears !== undefined) return [year - Math.max(1, lastYears), year - 1]
  if (!years || (!isSince && years[0] === years[1])) return undefined
  return [years[0], isSince ? year : years[1]]
}

export const isTimeNamed = ({ times, range, isYearBefore }: AskedTime) =>
  isYearBefore || times.length > 0 || range !== undefined

/** The years between which a trend is asked for; undefined where none is named. */
export function yearsAsked({ times, range }: AskedTime): readonly [first: number, last: number] | undefined {
  const years = times.flatMap(({ year }) => year ?? [])
  if (range || years.length === 0) return range
  return [Math.min(...years), Math.max(...years)]
}

/** Which periods of a series answer a question. */
export type Wanted =
  /** The newest, or the newest of those that end within these months. */
  | { readonly kind: 'newest'; readonly within?: readonly [first: number, last: number] }
  /** Just these, the first that has a number. */
  | { readonly kind: 'exact'; readonly periods: readonly Period[] }

const spanOf = (time: Time, first: number, last: number): Period =>
  time === 'moment' ? { time, start: last, end: last } : { time, start: first, end: last }

/**
 * The periods that a time asked for may mean for numbers of spans or of moments, for each time that is named.
 * A month of a year that is not named is looked for from this year back.
 */
export function wantedPeriods(asked: AskedTime, time: Time): readonly Wanted[] {
  const { times, range } = asked
  if (times.length > 0) return times.map((each) => wantedOf(each, asked, time))
  return range ? [{ kind: 'exact', periods: [wholeYear(range[1], time)] }] : [{ kind: 'newest' }]
}

function wantedOf({ year, months, isThisYear, isEnd }: NamedTime, asked: AskedTime, time: Time): Wanted {
  const ofYearEnd = isEnd && time === 'moment' ? ([12, 12] as const) : undefined
  const span = spanFrom(months ?? ofYearEnd, { ...asked, isEnd: isEnd === true }, time)
  if (year === undefined) {
    if (!span) return { kind: 'newest' }
    return { kind: 'exact', periods: recentYears(asked.today).map((each) => span(each)) }
  }
  if (span) return { kind: 'exact', periods: [span(year)] }
  if (isThisYear) return { kind: 'newest', within: [toMonth(year, 1), toMonth(year, 12)] }
  return { kind: 'exact', periods: [wholeYear(year, time)] }
}

const wholeYear = (year: number, time: Time) => spanOf(time, toMonth(year, 1), toMonth(year, 12))

interface Words {
  readonly isCumulative: boolean
  readonly isSingle: boolean
  readonly isEnd: boolean
}

/** 4月: of a flow the month, with 累计 or 截至 what has added up by then; in whichever year. */
function spanFrom(
  months: readonly [first: number, last: number] | undefined,
  { isCumulative, isSingle, isEnd }: Words,
  time: Time,
): ((year: number) => Period) | undefined {
  if (!months) return undefined
  const [first, last] = months
  const addsUp = time === 'span' && !isSingle && (isCumulative || (isEnd && first === last))
  return (year) => spanOf(time, toMonth(year, addsUp ? 1 : first), toMonth(year, last))
}

/** This year and the two before it: of a month older than that the year would be said. */
const recentYears = ({ year }: Today) => Array.from({ length: 3 }, (_, back) => year - back)

/** Whether a period is one of those that answer. */
export function isWanted(period: Period, wanted: Wanted): boolean {
  if (wanted.kind === 'exact')
    return wanted.periods.some(
      ({ time, start, end }) => time === period.time && start === period.start && end === period.end,
    )
  const { within } = wanted
  return !within || (period.end >= within[0] && period.end <= within[1])
}
