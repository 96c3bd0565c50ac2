import { type DateToken, type PeriodToken, type Token, wordOf } from './token.ts'

type Found = Readonly<Record<string, string | undefined>>
/** `oddSpan`, `oddTimes`: two times, or several, that make up no period of the format; `undefined`: no span at all. */
type Read = Pick<PeriodToken, 'year' | 'months' | 'moment'> | 'oddSpan' | 'oddTimes' | 'days' | undefined

interface Form {
  readonly pattern: RegExp
  read(found: Found, words: string): Read
}

const numeral = String.raw`(?:\d{1,2}|十[一二]?|[一二三四五六七八九])`
const quarter = '[1-4一二三四]'
/** 1—4月, 1--4月, 1至4月, 1月1日起至4月30日; 1一4月, where a numeral stands for the dash. */
const join = String.raw`(?:-+>?[至到]?|起?截?直?[至到]|迄|(?<=[\d月份日号度])一(?=[\d第]))`
/** A sign that joins no times: 1/4月; ? and the like stand where a dash was lost. */
const sign = String.raw`(?:[?？!！丨丶]|[^\w\s%\u4e00-\u9fff,，、。;；:：!！?？()（）《》-]{1,3})`
const year = String.raw`(?:(?<year>\d{4})年)?`
const laterYear = String.raw`(?:(?<laterYear>\d{4})年)?`
const during = '(?:期间|之间|止)?'

const forms: readonly Form[] = [
  {
    pattern: day(
      String.raw`${year}(?<from>\d{1,2})月(?<first>\d{1,2})[日号]?${join}${laterYear}(?:(?<to>\d{1,2})月)?(?<last>\d{1,2})[日号]`,
    ),
    read: readDays,
  },
  {
    pattern: day(
      String.raw`(?<year>\d{4})(?<dot>[-./])(?<from>\d{1,2})\k<dot>(?<first>\d{1,2})${join}(?:(?<laterYear>\d{4})\k<dot>)?(?<to>\d{1,2})\k<dot>(?<last>\d{1,2})(?!\d)`,
    ),
    read: readDays,
  },
  { pattern: day(String.raw`\d{1,2}[日号]${join}\d{1,2}[日号]`), read: () => 'oddSpan' },
  {
    pattern: span(`${year}(?<list>第?${quarter}(?:季度?)?(?:[、和及]第?${quarter}(?:季度?)?)+)(?<=季度)`),
    read: readQuarterList,
  },
  {
    pattern: span(`${year}第?(?<from>${quarter})(?:季度?)?${join}${laterYear}第?(?<to>${quarter})个?季度`),
    read: readQuarters,
  },
  {
    pattern: span(
      String.raw`${year}(?<from>${numeral})(?:月(?:份)?)?(?<fromEnd>末|底)?${join}${laterYear}(?<to>${numeral})月(?:份)?(?<end>末|底)?(?!\d{1,2}[日号])`,
    ),
    read: readMonths,
  },
  {
    pattern: span(`[一二三四五六七八九十]{1,2}(?:[、和及][一二三四五六七八九十]{1,2})+月(?:份)?`),
    read: readMonthList,
  },
  {
    pattern: span(String.raw`\d{4}年?${join}\d{4}年\d{1,2}月(?:份)?[末底]?`),
    read: () => 'oddSpan',
  },
  { pattern: span(String.raw`${year}\d{1,2}(?:月(?:份)?)?${sign}\d{1,2}月(?:份)?`), read: () => 'oddSpan' },
  { pattern: day(`(?<=近|过去|最近)${numeral}个月`), read: () => 'oddSpan' },
  {
    pattern: span(`${year}${numeral}月(?:份)?(?:[上中下]旬(?:以来)?|第?[一二三四]周)`),
    read: () => 'oddSpan',
  },
  { pattern: span(String.raw`\d{1,2}月?${join}\d{1,2}月?两个?月`), read: () => 'oddSpan' },
  { pattern: span(`${year}1,(?:[2-9]|1[0-2])月(?:份)?`), read: () => 'oddSpan' },
  // 14月: the dash between 1 and 4 is lost.
  { pattern: span(String.raw`${year}(?:1[3-9]|[2-9]\d)月(?:份)?`), read: () => 'oddSpan' },
]

function span(words: string): RegExp {
  return new RegExp(String.raw`(?<![\d.一二三四五六七八九十])${words}${during}`, 'y')
}

function day(words: string): RegExp {
  return new RegExp(String.raw`(?<![\d.])${words}${during}`, 'y')
}

/**
 * Two times with a sign or a word between them that begin at `start`: 2024年1——4月, 一至三季度, 1月1日—4月30日.
 * @returns the period where they make up one; a date for the days of an event; else the word `oddSpan` or
 * `oddTimes`, so that no number is given to the nearer end.
 */
export function scanSpan(text: string, start: number): Token | undefined {
  mayBegin.lastIndex = start
  if (!mayBegin.test(text)) return undefined
  for (const { pattern, read } of forms) {
    pattern.lastIndex = start
    const found = pattern.exec(text)
    if (!found) continue
    const end = pattern.lastIndex
    const groups = found.groups ?? {}
    const value = read(groups, text.slice(start, end + reach))
    if (value === 'oddSpan' || value === 'oddTimes') return wordOf(value, { start, end })
    if (value === 'days') return daysOf(groups, { text, start, end })
    if (value) return { kind: 'period', ...value, start, end }
  }
  return undefined
}

/** What no span begins without; most numbers are none and stop here. */
const mayBegin =
  /(?:\d{4}年)?第?(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:[月日号季末底至到一、和及起截直迄个?？!！丨丶]|[.,]\d{1,2}月|[^\w\s%.,，。;；:：!！?？()（）《》\u4e00-\u9fff])|\d{4}年?[-./至到一起截]/y
const reach = 60

/** 一 → 1, 十二 → 12, 4 → 4. */
const numberOf = (words = ''): number =>
  /^\d+$/.test(words)
    ? Number(words)
    : words.startsWith('十')
      ? 10 + numerals.indexOf(words[1] ?? '〇')
      : numerals.indexOf(words)
const numerals = '〇一二三四五六七八九'

const isMonth = (month: number) => month >= 1 && month <= 12
const yearOf = ({ year: printed }: Found) => (printed === undefined ? {} : { year: Number(printed) })
const isOverYears = ({ year: first, laterYear: later }: Found) => later !== undefined && later !== first

function readMonths(found: Found): Read {
  const [from, to] = [numberOf(found['from']), numberOf(found['to'])]
  if (!isMonth(from) || !isMonth(to)) return undefined
  const isMoment = found['end'] !== undefined
  if (isOverYears(found) || from >= to || found['fromEnd'] || (isMoment && from > 1)) return 'oddSpan'
  return { ...yearOf(found), months: [from, to], ...(isMoment ? { moment: true } : {}) }
}

/** One to three quarters are the months so far; two to four are no period. */
function readQuarters(found: Found): Read {
  const [from, to] = [numberOf(found['from']), numberOf(found['to'])]
  if (isOverYears(found) || from !== 1 || to <= from) return 'oddSpan'
  return { ...yearOf(found), months: [1, 3 * to] }
}

/** 一、二季度 together; not where each has a number: 一季度、二季度分别. */
function readQuarterList(found: Found, words: string): Read {
  const list = found['list'] ?? ''
  const members = [...list.matchAll(/[1-4一二三四]/g)].map(([member]) => numberOf(member))
  if (!members.every((member, at) => at === 0 || member > (members[at - 1] ?? 0))) return undefined
  if (saysEach.test(words)) return list.split('季度').length > members.length ? undefined : 'oddTimes'
  const isSoFar = members.every((member, at) => member === at + 1)
  return isSoFar ? { ...yearOf(found), months: [1, 3 * members.length] } : 'oddTimes'
}

/** Each of the times has a number of its own. */
const saysEach = /[^。;；,]{0,40}(?:分别|各|均|都)/

/** 七、八月份: two months, of which no figure is; 一、十月份 may be an item of a list. */
function readMonthList(_: Found, words: string): Read {
  const [first = '', second = ''] = words.split(/[、和及月]/)
  return numberOf(second) === numberOf(first) + 1 ? 'oddTimes' : undefined
}

/** Whole months are a period. */
function readDays(found: Found): Read {
  const [from, first, last] = ['from', 'first', 'last'].map((name) => Number(found[name]))
  const to = Number(found['to'] ?? from)
  if (!from || !first || !last || !isMonth(from) || !isMonth(to) || first > 31 || last > 31) return undefined
  const isWhole = first === 1 && isLastDay(last, to, found['laterYear'] ?? found['year'])
  if (isOverYears(found) || from > to) return 'oddSpan'
  return isWhole ? { ...yearOf(found), months: [from, to] } : 'days'
}

/** Of a year that goes without saying, 28 and 29 February. */
function isLastDay(last: number, month: number, inYear: string | undefined): boolean {
  const daysIn = (of: number) => new Date(Date.UTC(of, month, 0)).getUTCDate()
  return (inYear === undefined ? [2023, 2024] : [Number(inYear)]).some((of) => daysIn(of) === last)
}

interface Place {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** 8月28日至30日，大会举行: when people met; else so many days, of which no figure is. */
function daysOf(found: Found, { text, start, end }: Place): DateToken {
  const isEvent = event.test(text.slice(end, end + reach))
  return {
    kind: 'date',
    ...yearOf(found),
    month: Number(found['from']),
    ...(isEvent ? {} : { days: true }),
    start,
    end,
  }
}

const event = /^[^。;；\d]{0,30}(?:举办|召开|举行|开幕|亮相)/
