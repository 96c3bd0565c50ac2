/** What one expression of a question says of time; what it leaves out, the others or the figures say. */
export interface TimePiece {
  /** A year, or two with all between them. */
  readonly years?: readonly [first: number, last: number]
  /** Months of a year, from 1. */
  readonly months?: readonly [first: number, last: number]
  /** Until the newest: 2018年以来. */
  readonly isSince?: true
  /** The last so many whole years. */
  readonly lastYears?: number
  /** This year as far as it is known: 今年, 今年以来. */
  readonly isThisYear?: true
  /** The same months a year before the newest: 去年同期. */
  readonly isYearBefore?: true
  /** Days, which no figure is of. */
  readonly isOfDays?: true
  readonly word?: 'single' | 'cumulative' | 'end' | 'whole'
}

export interface TimeHit {
  readonly end: number
  readonly piece: TimePiece
}

interface Rule {
  readonly form: RegExp
  readonly read: (found: readonly (string | undefined)[], today: Today) => TimePiece | undefined
}

/** The day on which a question is asked. */
export interface Today {
  readonly year: number
  readonly month: number
}

const numerals: Readonly<Record<string, number>> = Object.fromEntries(
  [...'零一二三四五六七八九'].map((numeral, value) => [numeral, value]),
)

/** 3, 三, 十, 十一, 两. */
function countOf(text = ''): number {
  if (/^\d+$/.test(text)) return Number(text)
  if (text === '两') return 2
  const [, tens, ones] = /^([一二]?十)?([一二三四五六七八九])?$/.exec(text) ?? []
  const ten = tens === undefined ? 0 : 10 * (tens.length === 2 ? (numerals[tens[0] ?? ''] ?? 1) : 1)
  return ten + (ones === undefined ? 0 : (numerals[ones] ?? 0))
}

/** 2024, 24, 二〇二四. */
function yearOf(text = ''): number | undefined {
  const digits = [...text].map((letter) => (letter === '〇' ? 0 : (numerals[letter] ?? letter))).join('')
  const year = digits.length === 2 ? 2000 + Number(digits) : Number(digits)
  return year >= 1949 && year <= 2100 ? year : undefined
}

const count = '(\\d{1,2}|两|[一二]?十[一二三四五六七八九]?|[一二三四五六七八九])'
const year = '((?:19|20)\\d{2}|二[零〇][零〇一二三四五六七八九]{2})'
const to = ' ?(?:-+|到|至|to|until|through) ?'

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const englishMonth =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const englishMonthOf = (name = '') => monthNames.indexOf(name.slice(0, 3)) + 1

const ordinals = ['first', 'second', 'third', 'fourth']
const small = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const englishCount = `(\\d{1,2}|${small.join('|')})`
const englishCountOf = (word = '') => (/^\d/.test(word) ? Number(word) : small.indexOf(word) + 1)

const monthsFrom = (first: number, last: number): TimePiece | undefined =>
  first >= 1 && last <= 12 && first <= last ? { months: [first, last] } : undefined
const quarter = (number: number) => monthsFrom(number * 3 - 2, number * 3)
const ofYear = (found: number | undefined, rest: TimePiece = {}): TimePiece | undefined =>
  found === undefined ? undefined : { years: [found, found], ...rest }
const withYear = (found: number | undefined, piece: TimePiece | undefined): TimePiece | undefined =>
  found === undefined || !piece ? undefined : { ...piece, years: [found, found] }

const yearsFrom = (first: number | undefined, last: number | undefined): TimePiece | undefined =>
  first === undefined || last === undefined || first > last ? undefined : { years: [first, last] }

const rule = (form: string, read: Rule['read']): Rule => ({ form: new RegExp(form, 'y'), read })

/** The first that fits is taken, so that the longer forms stand first. */
const rules: readonly Rule[] = [
  rule(`${year}年?${count}月(?:份)?${to}${year}年?${count}月(?:份)?`, ([, a, b, c, d]) => {
    const [first, last] = [yearOf(a), yearOf(c)]
    if (first === undefined || last === undefined) return undefined
    // Months across years are no period that figures are of.
    return first === last ? withYear(first, monthsFrom(countOf(b), countOf(d))) : { isOfDays: true }
  }),
  rule(`${year}年?${to}${year}年?(?:间|期间)?`, ([, a, b]) => {
    const [first, last] = [yearOf(a), yearOf(b)]
    return first === undefined || last === undefined || first > last ? undefined : { years: [first, last] }
  }),
  rule(`between ${year} and ${year}`, ([, a, b]) => yearsFrom(yearOf(a), yearOf(b))),
  rule(`${year}-(\\d{2})(?!\\d|月|年|-)`, ([, a, b]) => {
    const month = Number(b)
    if (month >= 1 && month <= 12) return withYear(yearOf(a), monthsFrom(month, month))
    const [first, last] = [yearOf(a), yearOf(b)]
    return first === undefined || last === undefined || first > last ? undefined : { years: [first, last] }
  }),
  rule(`${year}[./](\\d{1,2})(?!\\d)`, ([, a, b]) => withYear(yearOf(a), monthsFrom(Number(b), Number(b)))),
  rule(`(?:自|从)?${year}年?(?:以来|起|开始|之后|以后|至今|到现在|到今年|以降)`, ([, a]) =>
    ofYear(yearOf(a), { isSince: true }),
  ),
  rule(`since ${year}`, ([, a]) => ofYear(yearOf(a), { isSince: true })),
  rule(`${year} ?q([1-4])`, ([, a, b]) => withYear(yearOf(a), quarter(Number(b)))),
  rule(`q([1-4]) ?(?:of )?${year}`, ([, a, b]) => withYear(yearOf(b), quarter(Number(a)))),
  rule('([1-4])q(\\d{2})(?!\\d)', ([, a, b]) => withYear(yearOf(b), quarter(Number(a)))),
  rule(`${year} ?h([12])`, ([, a, b]) =>
    withYear(yearOf(a), b === '1' ? monthsFrom(1, 6) : monthsFrom(7, 12)),
  ),
  rule(`h([12]) ?(?:of )?${year}`, ([, a, b]) =>
    withYear(yearOf(b), a === '1' ? monthsFrom(1, 6) : monthsFrom(7, 12)),
  ),
  rule(`${year}(?:年度|年)?`, ([, a]) => ofYear(yearOf(a))),
  rule('(\\d{2})年(?:度)?', ([, a]) => ofYear(yearOf(a))),
  rule('[一二三四五六七八九十]+五(?:规划|时期|期间)?末', () => undefined),
  rule('(?:第)?十四五(?:规划)?(?:期)?末', () => ({ years: [2025, 2025], word: 'end' })),
  rule('(?:第)?十五五(?:规划)?(?:期)?末', () => ({ years: [2030, 2030], word: 'end' })),
  rule('(?:第)?十三五(?:规划)?(?:期)?末', () => ({ years: [2020, 2020], word: 'end' })),
  rule('(?:第)?十四五(?:规划)?(?:期间|时期)?', () => ({ years: [2021, 2025] })),
  rule('(?:第)?十三五(?:规划)?(?:期间|时期)?', () => ({ years: [2016, 2020] })),
  rule(`(?:最近|过去|近|这|前)的?${count}个?年(?:来|间|里)?`, ([, a]) => ({ lastYears: countOf(a) })),
  rule('(?:过去|最近)的?几年', () => ({ lastYears: 5 })),
  rule(`(?:the )?(?:last|past|previous) ${englishCount} years`, ([, a]) => ({
    lastYears: englishCountOf(a),
  })),
  rule(
    '(?:今年以来|年初以来|年初至今|今年至今|今年|本年度|本年|当年|这一年|this year|year to date|ytd|so far this year)',
    () => ({ isThisYear: true }),
  ),
  rule('(?:前年|the year before last|year before last|two years ago)', (_, { year }) => ofYear(year - 2)),
  rule('(?:大前年|three years ago)', (_, { year }) => ofYear(year - 3)),
  rule(
    '(?:去年同期|上年同期|上一年同期|the same period last year|same period a year ago|a year ago|year earlier|a year earlier)',
    () => ({ isYearBefore: true }),
  ),
  rule(
    '(?:去年度|去年|上年度|上一年度|上一年|过去一年|last year|previous year|the past year|past year)',
    (_, { year }) => ofYear(year - 1),
  ),
  rule('(?:明年|来年|next year)', (_, { year }) => ofYear(year + 1)),
  rule('(?:后年)', (_, { year }) => ofYear(year + 2)),
  rule('(?:上个月|上月|last month|previous month)', (_, { year, month }) =>
    month === 1 ? withYear(year - 1, monthsFrom(12, 12)) : withYear(year, monthsFrom(month - 1, month - 1)),
  ),
  rule('(?:本月份|这个月|本月|this month)', (_, { year, month }) => withYear(year, monthsFrom(month, month))),
  rule('(?:上个季度|上季度|上一季度|last quarter|previous quarter)', (_, { year, month }) => {
    const current = Math.ceil(month / 3)
    return current === 1 ? withYear(year - 1, quarter(4)) : withYear(year, quarter(current - 1))
  }),
  rule('(?:本季度|这个季度|this quarter)', (_, { year, month }) =>
    withYear(year, quarter(Math.ceil(month / 3))),
  ),
  rule(`${count}月(?:份)?\\d{1,2}[日号]`, () => ({ isOfDays: true })),
  rule('(?:昨天|前天|明天|本周|上周|这周|yesterday|tomorrow|last week|this week)', () => ({
    isOfDays: true,
  })),
  rule(`${count}月?(?:份)?${to}${count}月(?:份)?`, ([, a, b]) => monthsFrom(countOf(a), countOf(b))),
  rule(`${count}、${count}月(?:份)?`, ([, a, b]) =>
    countOf(b) === countOf(a) + 1 ? monthsFrom(countOf(a), countOf(b)) : undefined,
  ),
  rule(`(?:前|首|头)${count}个?月(?:份)?`, ([, a]) => monthsFrom(1, countOf(a))),
  rule(`(?:前|首|头)${count}个?季度?`, ([, a]) => monthsFrom(1, countOf(a) * 3)),
  rule(`第?${count}个?季度?(?:末|底)?(?<=季度?(?:末|底)?)`, ([, a]) => quarter(countOf(a))),
  rule('首季度?|开年首季', () => quarter(1)),
  rule('(?:上半年|前半年|头半年|半年)', () => monthsFrom(1, 6)),
  rule('(?:下半年|后半年)', () => monthsFrom(7, 12)),
  rule(`${count}月(?:份)?`, ([, a]) => monthsFrom(countOf(a), countOf(a))),
  rule('(?:单月|当月|单独一个月|single month|in the month alone|month alone)', () => ({ word: 'single' })),
  rule('(?:累计|cumulative|cumulatively|year-to-date)', () => ({ word: 'cumulative' })),
  rule('(?:单季度?|当季|single quarter)', () => ({ word: 'single' })),
  rule('(?:全年度?|整年|一整年|whole year|full year|full-year|entire year|annual)', () => ({
    word: 'whole',
  })),
  rule(`(?:mid-|the middle of |mid )${year}`, ([, a]) =>
    withYear(yearOf(a), { months: [6, 6], word: 'end' }),
  ),
  rule('年中', () => ({ months: [6, 6], word: 'end' })),
  rule('(?:年末|年底|岁末|at year-end|year-end|year end|end of the year|the end of the year)', () => ({
    word: 'end',
  })),
  rule('(?:月末|月底|末|底|the end of|end of|end-|by the end of|at the end of|by end of|as of|by)', () => ({
    word: 'end',
  })),
  rule(`${englishMonth}${to}${englishMonth}`, ([, a, b]) => monthsFrom(englishMonthOf(a), englishMonthOf(b))),
  rule(`${englishMonth}(?![a-z])`, ([, a]) => monthsFrom(englishMonthOf(a), englishMonthOf(a))),
  rule(`(?:the )?first ${englishCount} months`, ([, a]) => monthsFrom(1, englishCountOf(a))),
  rule(`(?:the )?first ${englishCount} quarters`, ([, a]) => monthsFrom(1, 3 * englishCountOf(a))),
  rule(`(?:the )?(${ordinals.join('|')}) quarter`, ([, a]) => quarter(ordinals.indexOf(a ?? '') + 1)),
  rule('q([1-4])(?![a-z0-9])', ([, a]) => quarter(Number(a))),
  rule('(?:the )?first half(?: year)?|h1(?![a-z0-9])|1h(?![a-z0-9])', () => monthsFrom(1, 6)),
  rule('(?:the )?second half(?: year)?|h2(?![a-z0-9])', () => monthsFrom(7, 12)),
]

/** Letters before which or behind which a Latin expression is only a piece of a word. */
const isLetter = (letter: string | undefined) => letter !== undefined && letter >= 'a' && letter <= 'z'

/** Characters with which an expression of time may begin; Latin ones only where a word does. */
const beginnings = new Set([
  ...'0123456789一二三四五六七八九十两自从近过最这前今本当年大去上明来后首头开下单累全整岁月末底第半昨',
])

const mayBegin = (text: string, start: number) =>
  beginnings.has(text[start] ?? '') || (isLetter(text[start]) && !isLetter(text[start - 1]))

/** Whether any rule applies: at most places none does, and one look tells. */
const anyForm = new RegExp(rules.map(({ form }) => `(?:${form.source})`).join('|'), 'y')

const mayMatch = (text: string, start: number) => {
  anyForm.lastIndex = start
  return anyForm.test(text)
}

/** The expression of time that begins at a place of a question. */
export function timeAt(text: string, start: number, today: Today): TimeHit | undefined {
  if (!mayBegin(text, start) || isInNumber(text, start) || !mayMatch(text, start)) return undefined
  for (const { form, read } of rules) {
    form.lastIndex = start
    const found = form.exec(text)
    const end = start + (found?.[0].length ?? 0)
    if (!found || end === start || (isLetter(text[end - 1]) && isLetter(text[end]))) continue
    const piece = read(found, today)
    if (piece) return { end, piece }
  }
  return undefined
}

const isInNumber = (text: string, start: number) =>
  /\d/.test(text[start] ?? '') && /[\d.]/.test(text[start - 1] ?? '')
