import { Decimal } from 'decimal.js'
import { parseChinese } from './numerals.ts'
import { limited, type ScannedNumber, unreadableFrom } from './scanned-number.ts'

/** What a phrase says; without a value it is a number that nobody can read. */
interface Said {
  readonly value: string | undefined
  readonly unit?: string
  readonly isMore?: boolean
}

type Found = Readonly<Record<string, string | undefined>>

interface Phrase {
  readonly pattern: RegExp
  read(found: Found): Said
}

const numeral = '[一二三四五六七八九两零〇十百千]'
const chinese = `${numeral}{1,8}(?:点[一二三四五六七八九零〇]{1,4})?`
const decimal = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`
const grown = '(?:增长|增加|提高|提升|扩大|上升)(?:了|达)?(?:近|约|超|超过|逾|将近|接近|不到|不足|约为)?'

/** Ways to say a number that are not a numeral and a unit; the first that fits reads it. */
const phrases: readonly Phrase[] = [
  {
    // 百分之十二, 百分之1,111, 百分之二十多
    pattern: phrase(String.raw`百分之(?<value>${decimal}|${chinese})(?<more>[余多])?(?![几数\d]|[,.]\d)`),
    read: ({ value, more }) => ({ value: numberOf(value), unit: '%', isMore: more !== undefined }),
  },
  // 百分之十几, 三分之一, 千分之三: no number, or of no unit that is printed here
  {
    pattern: phrase(
      String.raw`[二三四五六七八九十百千万]分之[一二三四五六七八九两零〇十百几数\d]{1,6}(?:[点.,][一二三四五六七八九零〇\d]{1,4})*`,
    ),
    read: () => ({ value: undefined }),
  },
  {
    // the 十五 of 百分之十到十五
    pattern: phrase(
      `(?<=百分之[\\d.一二三四五六七八九两零〇十百点]{1,9}(?:[至到]|-{1,2}))(?<value>${decimal}|${chinese})(?![个成%百万亿])`,
    ),
    read: ({ value }) => ({ value: numberOf(value), unit: '%' }),
  },
  {
    // 三成半, 七成六: tenths and hundredths of a whole
    pattern: phrase(
      String.raw`(?<tenths>[一二三四五六七八九]|\d)成(?<hundredths>[一二三四五六七八九半]|\d(?![\d%万亿千百]))(?![一二三四五六七八九十百千万亿个家\d])`,
    ),
    read: ({ tenths, hundredths }) => ({
      value: `${numberOf(tenths)}${hundredths === '半' ? 5 : numberOf(hundredths)}`,
      unit: '%',
    }),
  },
  {
    // 增长1.5倍, 增长一倍半: by so many percent; 增长到1.5倍 and 是1.5倍 are not
    pattern: phrase(
      String.raw`(?<=${grown})(?<value>\d+(?:\.\d+)?|[一二三四五六七八九两十]{1,3}(?:点[一二三四五六七八九零〇]{1,2})?)倍(?<half>半)?`,
    ),
    read: ({ value, half }) => ({ value: inPercent(numberOf(value), half !== undefined), unit: '%' }),
  },
  {
    // 半个百分点, 六个半百分点, 一个多百分点
    pattern: phrase(
      String.raw`(?:(?<half>半)个?|(?<value>\d+|[一二两三四五六七八九十]{1,3})个(?:(?<plus>半)|(?<more>[余多])))百分点`,
    ),
    read: ({ half, value, plus, more }) => ({
      value: half ? '0.5' : plus ? `${numberOf(value)}.5` : numberOf(value),
      unit: '个百分点',
      isMore: more !== undefined,
    }),
  },
  // 两位数
  { pattern: phrase('[一两二三四]位数'), read: () => ({ value: undefined }) },
]

function phrase(words: string): RegExp {
  return new RegExp(words, 'y')
}

/** As a plain decimal; undefined for 三四十 and for commas that part no thousands. */
function numberOf(text = ''): string | undefined {
  if (!/^\d/.test(text)) return parseChinese(text)
  return /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(text) ? text.replaceAll(',', '') : undefined
}

const inPercent = (times: string | undefined, andHalf: boolean) =>
  times &&
  new Decimal(times)
    .plus(andHalf ? 0.5 : 0)
    .times(100)
    .toFixed()

/** What a phrase begins with, asked first: most numerals begin none. */
const begins = new RegExp(
  `[二三四五六七八九十百千万]分之|半个?百分点|(?:[\\d.点]|${numeral}){1,6}(?:成[半\\d一二三四五六七八九]|个[半余多]百分点|位数|倍)|(?<=[至到-])(?:\\d|${numeral})`,
  'y',
)

/** The number that such a phrase says at a place. */
export function scanPhrase(text: string, start: number): ScannedNumber | undefined {
  begins.lastIndex = start
  if (!begins.test(text)) return undefined
  for (const { pattern, read } of phrases) {
    pattern.lastIndex = start
    const found = pattern.exec(text)
    if (!found) continue
    const { value, unit = '', isMore } = read(found.groups ?? {})
    const end = start + found[0].length
    if (value === undefined) return unreadableFrom(text, start, end)
    return limited(text, { start, end, value, scale: '', unit, unitStart: start, isMore })
  }
  return undefined
}
