import { type PeriodToken, type WordToken, wordOf } from './token.ts'

/** What joins two times in a folded text: dashes however many, 至, 到, and 一 typed for a dash between digits. */
const joiner = '(?:-{1,3}|至|到|(?<=\\d)一(?=\\d))'
const quarter = '[1-4一二三四]'
const monthName = '(?:十[一二]|[一二三四五六七八九十])'

type Groups = Readonly<Record<string, string | undefined>>
type Read = Omit<PeriodToken, 'start' | 'end' | 'kind'> | 'span' | undefined

interface Form {
  readonly pattern: RegExp
  read(groups: Groups): Read
}

/** Spans whose two ends are both said. What covers no months from one to another of a year is of nothing we keep. */
const forms: readonly Form[] = [
  // 2024年1月1日至4月30日, 1月1日-30日
  {
    pattern: new RegExp(
      `(?:(?<year>\\d{4})年)?(?<from>\\d{1,2})月(?<first>\\d{1,2})(?:日|号)?${joiner}(?:(?<to_year>\\d{4})年)?(?:(?<to>\\d{1,2})月)?(?:份)?(?<last>\\d{1,2})(?:日|号)`,
      'y',
    ),
    read: readDays,
  },
  // 2023年12月至2024年3月, 2024年1月-2024年4月
  {
    pattern: new RegExp(
      `(?<year>\\d{4})年(?<from>\\d{1,2})月(?:份)?(?:末|底)?${joiner}(?<to_year>\\d{4})年(?<to>\\d{1,2})月(?:份)?(?:末|底)?`,
      'y',
    ),
    read: readMonths,
  },
  // 1-4月, 1月--4月, 1一4月份
  {
    pattern: new RegExp(
      `(?:(?<year>\\d{4})年)?(?<from>\\d{1,2})(?:月(?:份)?)?${joiner}(?<to>\\d{1,2})月(?:份)?(?!\\d{1,2}日)`,
      'y',
    ),
    read: readMonths,
  },
  // 一至四月份, 一月到四月
  {
    pattern: new RegExp(`(?<from>${monthName})(?:月(?:份)?)?${joiner}(?<to>${monthName})月(?:份)?`, 'y'),
    read: readMonths,
  },
  // 1-3季度, 一至三季度, 第一季度至第三季度, 一、二季度
  {
    pattern: new RegExp(
      `(?:(?<year>\\d{4})年)?第?(?<from>${quarter})(?:个?季度)?(?:${joiner}|[、和及与])第?(?<to>${quarter})个?季度(?![^。;；]{0,30}分别)`,
      'y',
    ),
    read: readQuarters,
  },
]

const numerals = '零一二三四五六七八九十'

/** 4, 四, 十二 → a number. */
function numberOf(text = ''): number {
  if (/^\d+$/.test(text)) return Number(text)
  return text.length === 2 ? 10 + numerals.indexOf(text[1] ?? '') : numerals.indexOf(text)
}

const yearOf = ({ year }: Groups) => (year === undefined ? {} : { year: Number(year) })
const isMonth = (month: number) => month >= 1 && month <= 12

function readMonths(groups: Groups): Read {
  const [first, last] = [numberOf(groups['from']), numberOf(groups['to'])]
  if (!isMonth(first) || !isMonth(last)) return undefined
  const isOtherYear = groups['to_year'] !== undefined && groups['to_year'] !== groups['year']
  if (isOtherYear || first > last) return 'span'
  return { ...yearOf(groups), months: [first, last] }
}

/** Whole months that begin on a first and end on a last day. */
function readDays(groups: Groups): Read {
  const { from, to = from, first, last, year } = groups
  const months = readMonths({ ...groups, to })
  const isWhole = Number(first) === 1 && isLastDay(Number(last), Number(to), year)
  return months && !isWhole ? 'span' : months
}

/** The 28th or 29th ends a February of an unknown year. */
const isLastDay = (day: number, month: number, year: string | undefined) =>
  (year === undefined ? [2023, 2024] : [Number(year)]).some((each) => lastDayOf(each, month) === day)

const lastDayOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

function readQuarters(groups: Groups): Read {
  const [first, last] = [numberOf(groups['from']), numberOf(groups['to'])]
  return first === 1 && last > 1 ? { ...yearOf(groups), months: [1, last * 3] } : 'span'
}

const begins = /[\d第一二三四五六七八九十]/

/** The span of months that begins at `start`; a word of the class `span` where it is one of which no figure is kept. */
export function scanTimeSpan(text: string, start: number): PeriodToken | WordToken | undefined {
  if (!begins.test(text[start] ?? '') || /\d/.test(text[start - 1] ?? '')) return undefined
  for (const form of forms) {
    const token = readForm(form, text, start)
    if (token) return token
  }
  return undefined
}

function readForm({ pattern, read }: Form, text: string, start: number): PeriodToken | WordToken | undefined {
  pattern.lastIndex = start
  const found = pattern.exec(text)
  if (!found) return undefined
  const value = read(found.groups ?? {})
  const place = { start, end: start + found[0].length }
  if (value === 'span') return wordOf('span', place)
  return value && { kind: 'period', ...value, ...place }
}
