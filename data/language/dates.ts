import { scanSpan } from './spans.ts'
import { type DateToken, type PeriodToken, type WordToken, wordOf } from './token.ts'

type Found = Readonly<Record<string, string | undefined>>
type Read =
  | Omit<PeriodToken, 'start' | 'end'>
  | Omit<DateToken, 'start' | 'end'>
  | 'ignored'
  | 'transparent'
  | 'span'
  | 'oddTimes'
  | undefined

interface Form {
  readonly pattern: RegExp
  read(found: Found): Read
}

const yearOf = ({ year }: Found) => (year === undefined ? {} : { year: Number(year) })
const month = (text: string | undefined) => Number(text)
const isMonth = (value: number) => value >= 1 && value <= 12

/** The forms that begin with a digit, the more telling first. */
const forms: readonly Form[] = [
  // 按2015年不变单价: the year of the prices
  { pattern: /\d{4}年(?:不变)?(?:单)?价(?:格)?/y, read: () => 'transparent' },
  // 3、4、5月, where each has a number
  {
    pattern: /(?:(?<year>\d{4})年)?(?<month>\d{1,2})(?=(?:[、和]\d{1,2})+月(?:份)?[^。;；,]{0,40}分别)/y,
    read: (found) => single(found),
  },
  // 7、8月: two months, of which no figure is
  { pattern: /(?:\d{4}年)?\d{1,2}(?:[、和]\d{1,2})+月(?:份)?/y, read: () => 'oddTimes' },
  // 22日: a day of a month that goes without saying
  { pattern: /\d{1,2}(?:日|号)(?!均)/y, read: () => 'ignored' },
  // 2017年到2021年, where something went from one number to another
  {
    pattern:
      /(?<first>\d{4})年?(?:-+|至|到)(?<year>\d{4})年(?:间|期间)?(?=[^。;；]{0,40}[从由][^。;；]{1,40}[至到])/y,
    read: (found) => ({ kind: 'period', ...yearOf(found), first: Number(found['first']) }),
  },
  // 2013年底到今年6月底, likewise
  {
    pattern:
      /(?<first>\d{4})年年?[底末](?:-+|至|到)(?:(?<year>\d{4})年|今年)(?:(?<month>\d{1,2})月)?年?[底末](?=[^。;；]{0,40}[从由][^。;；]{1,40}[至到])/y,
    read: (found) => betweenEnds(found),
  },
  // 2018-2023年, 2024-2027年
  { pattern: /\d{4}年?(?:-+|至|到)\d{4}年(?:间|期间)?/y, read: () => 'span' },
  // 2024年5月24日, 5月24日
  {
    pattern: /(?:(?<year>\d{4})年)?(?<month>\d{1,2})月\d{1,2}(?:日|号)/y,
    read: (found) =>
      isMonth(month(found['month']))
        ? { kind: 'date', ...yearOf(found), month: month(found['month']) }
        : undefined,
  },
  // 2024年10月末, 12月底, 4月份, 12月当月
  {
    pattern: /(?:(?<year>\d{4})年)?(?<month>\d{1,2})月(?:份)?(?<end>末|底)?(?<only>当月)?/y,
    read: (found) => single(found),
  },
  // 2023年底, 2023年年末, 2025年底前
  { pattern: /(?<year>\d{4})年?年?(?:底|末)(?:前)?/y, read: (found) => yearEnd(found) },
  // 2023年, 2024年度
  { pattern: /(?<year>\d{4})年(?:度|间)?(?!代)/y, read: (found) => ({ kind: 'period', ...yearOf(found) }) },
]

function single(found: Found): Read {
  const only = month(found['month'])
  if (!isMonth(only)) return undefined
  return {
    kind: 'period',
    ...yearOf(found),
    months: [only, only],
    ...(found['end'] ? { moment: true } : {}),
    ...(found['only'] ? { only: true } : {}),
  }
}

/** Both ends are moments: of the first only the year is said, and the month of the last only where it is not the year's end. */
function betweenEnds({ first, year, month: last }: Found): Read {
  const months = last === undefined ? ([1, 12] as const) : ([month(last), month(last)] as const)
  if (!isMonth(months[1])) return undefined
  const of = year === undefined ? { yearOffset: 0 } : { year: Number(year) }
  return { kind: 'period', ...of, months, moment: true, first: Number(first) }
}

function yearEnd(found: Found): Read {
  return { kind: 'period', ...yearOf(found), months: [1, 12], moment: true }
}

/** The date or period that begins at `start` with a digit; no token for a day. */
export function scanDate(
  text: string,
  start: number,
): { token: DateToken | PeriodToken | WordToken | undefined; end: number } | undefined {
  for (const { pattern, read } of forms) {
    pattern.lastIndex = start
    const found = pattern.exec(text)
    if (!found) continue
    const value = read(found.groups ?? {})
    const end = start + found[0].length
    if (value === 'transparent' || value === 'span' || value === 'oddTimes')
      return { token: wordOf(value, { start, end }), end }
    if (value === 'ignored') return { token: undefined, end }
    if (value) return { token: { ...value, start, end } as DateToken | PeriodToken, end }
  }
  return undefined
}

const day = /(?<year>(?:19|20)\d{2})([-/.])(?<month>\d{1,2})\2\d{1,2}(?!\d)/y
const shortYear = /[12]\d年?(?=末|底|年[末底]|[12]?\d月|[12]?\d(?:-+|至|到)[12]?\d月)/y
const isShort = /[12]\d年/y

/**
 * A day in digits (2023/11/28), or a period whose year has two digits: 23年1-10月, 22年末. A year so short is only
 * believed right before its months or its end.
 */
export function scanShortDate(
  text: string,
  start: number,
): { token: DateToken | PeriodToken; end: number } | undefined {
  return scanDay(text, start) ?? scanShortYear(text, start)
}

function scanDay(text: string, start: number): { token: DateToken; end: number } | undefined {
  day.lastIndex = start
  const found = day.exec(text)
  const month = Number(found?.groups?.['month'])
  if (!found || !(month >= 1 && month <= 12)) return undefined
  const end = start + found[0].length
  return { token: { kind: 'date', year: Number(found.groups?.['year']), month, start, end }, end }
}

function scanShortYear(text: string, start: number): { token: PeriodToken; end: number } | undefined {
  if (/[\d.近前第过这-]/.test(text[start - 1] ?? '')) return undefined
  shortYear.lastIndex = start
  isShort.lastIndex = start
  if (!shortYear.test(text) || !isShort.test(text)) return undefined
  const year = 2000 + Number(text.slice(start, start + 2))
  const from = start + 3
  const isEnd = /^年?[末底]/.exec(text.slice(from, from + 2))
  if (isEnd) {
    const end = from + isEnd[0].length
    return { token: { kind: 'period', year, months: [1, 12], moment: true, start, end }, end }
  }
  const months = scanSpan(text, from) ?? scanDate(text, from)?.token
  if (months?.kind !== 'period' || months.year !== undefined) return undefined
  return { token: { ...months, year, start }, end: months.end }
}
