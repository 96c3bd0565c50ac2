import { Decimal } from 'decimal.js'
import { parseChinese } from './numerals.ts'

/** One part of a number: digits or numerals below ten thousand, 多 where more is said, and a scale. */
const part =
  /(?:(?<digits>\d{1,3}(?:,\d{3})+|\d{1,8})(?!\.?\d)|(?<words>零?[一二三四五六七八九两十][一二三四五六七八九两十百千零〇]{0,7}))(?<more>[多余]?)(?<scale>亿亿|万亿|[千百十]?亿|[千百十]?万|千|百)?(?<after>[多余]?)/y

const powers: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }
const powerOf = (scale: string) => [...scale].reduce((sum, letter) => sum + (powers[letter] ?? 0), 0)

interface Part {
  readonly value: Decimal
  /** The power of ten of its last digit that says something. */
  readonly last: number
  readonly scale: string
  readonly isMore: boolean
  readonly isWords: boolean
}

export interface SeveralScales {
  readonly value: string
  readonly scale: string
  readonly end: number
  /** 多 or 余: it is more than that. */
  readonly isMore: boolean
}

/**
 * A number that names a scale and goes on: 3万8027亿 is 38027亿, 17亿4000万 is 174000万, 四亿三千多万 is more than 4.3亿,
 * 三万八千亿 is 3.8万亿: each with the digits that are said and no more.
 * @returns undefined where it names one scale alone.
 */
export function scanSeveralScales(text: string, start: number): SeveralScales | undefined {
  const parts: Part[] = []
  let end = start
  for (;;) {
    const found = readPart(text, end)
    if (!found || (parts.length > 0 && !goesOn(parts, found.part, found.digits))) break
    parts.push(found.part)
    end = found.end
    if (found.part.isMore || found.part.scale === '') break
  }
  return parts.length < 2 ? undefined : put(parts, end)
}

function readPart(text: string, at: number): { part: Part; digits: string; end: number } | undefined {
  part.lastIndex = at
  const found = part.exec(text)
  const { digits, words, more = '', scale = '', after = '' } = found?.groups ?? {}
  const number = digits?.replaceAll(',', '') ?? (words === undefined ? undefined : numeral(words))
  if (!found || number === undefined) return undefined
  const value = new Decimal(number)
  const zeros = words === undefined || value.isZero() ? 0 : (/0*$/.exec(number)?.[0].length ?? 0)
  return {
    part: { value, last: zeros, scale, isMore: more + after !== '', isWords: words !== undefined },
    digits: digits ?? '',
    end: at + found[0].length,
  }
}

/** A part goes on with a smaller scale; in digits and without one it fills its four places: 3万8027. */
function goesOn(parts: readonly Part[], { scale, isWords }: Part, digits: string): boolean {
  const before = parts.at(-1)
  if (!before || !/[万亿]/.test(before.scale) || before.isMore) return false
  if (!isWords && !/[万亿千百]/.test(scale)) return false
  if (!isWords && scale === '亿')
    return before.scale === '万' ? digits.length === 4 : before.scale === '万亿' && digits.length <= 4
  if (scale === '亿' || scale === '') return before.scale === '万' || isWords
  return powerOf(scale) < powerOf(before.scale)
}

/** 三千零二十 → 3020; undefined for what is no numeral below ten thousand. */
function numeral(words: string): string | undefined {
  const plain = words.replaceAll('两', '二').replaceAll('〇', '零')
  return wellFormed.test(plain) ? parseChinese(plain) : undefined
}

const wellFormed =
  /^零?(?:[一二三四五六七八九]千零?)?(?:[一二三四五六七八九]百零?)?(?:[一二三四五六七八九]?十)?[一二三四五六七八九]?$/

/** The parts as one number, as a reader says it: 3万8027亿 is (3万 and 8027) times 亿. */
function put(parts: readonly Part[], end: number): SeveralScales | undefined {
  let total = new Decimal(0)
  let last = 0
  for (const { value, scale, last: own } of parts) {
    const isOverall = scale.endsWith('亿') && total.greaterThan(0) && total.lessThan(1e8)
    const power = powerOf(scale)
    last = power + own
    total = isOverall
      ? total.plus(value.times(new Decimal(10).pow(power - 8))).times(1e8)
      : total.plus(value.times(new Decimal(10).pow(power)))
  }
  if (parts.every(({ isWords }) => !isWords)) last = powerOf(parts.at(-1)?.scale ?? '')
  const [scale, power] = scales.find(([, each]) => each >= last) ?? ['', 0]
  return {
    value: total.div(new Decimal(10).pow(power)).toFixed(),
    scale,
    end,
    isMore: parts.at(-1)?.isMore === true,
  }
}

/** The scale that leaves no digit unsaid: decimals where the last one said lies within it. */
const scales: readonly (readonly [string, number])[] = [
  ['', 0],
  ['万', 4],
  ['亿', 8],
  ['万亿', 12],
]
