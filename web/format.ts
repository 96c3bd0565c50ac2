import type { Dated } from '#data/model/dating.ts'
import type { Language } from '#data/model/language.ts'
import { admits, type Basis, endMonthOf, type Period, parsePeriod } from '#data/model/period.ts'
import { sayBasis } from '#data/wording/basis-names.ts'
import { monthName } from '#data/wording/month-names.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import { type Measured, printedDigits, printedText, toChartPoint, unitOf } from '#server/charts/index.ts'
import type { Point } from './api.ts'

/** A period with its basis: `2026年1—7月累计` · `2025年上半年` · `2025年全年` · `2026年7月末` · `2024年4月当月`; `Jan–Jul 2026, cumulative`. */
export function formatPeriodAndBasis(period: Period, basis: Basis, language: Language): string {
  const name = formatPeriod(period, language)
  if (admits.year(period)) return language === 'zh' ? `${name}全年` : `whole year ${name}`
  const saysItself = language === 'zh' ? endMonthOf(period) % 3 === 0 : admits.quarter(period)
  if (basis === 'cumulative' && saysItself) return name
  if (basis !== 'cumulative' && basis !== 'month') return name
  return name + (language === 'zh' ? '' : ', ') + sayBasis(basis, language)
}

/** The same for a period as the API spells it. */
export function formatPointPeriod(
  { period, time }: Pick<Point, 'period' | 'time'>,
  basis: Basis,
  language: Language,
): string {
  const parsed = parsePeriod(period, time)
  return parsed ? formatPeriodAndBasis(parsed, basis, language) : period
}

const narrowSpace = '\u202f'

/** A printed number in three parts: `约` `96,210` `亿元`. */
export interface PrintedParts {
  readonly before: string
  readonly digits: string
  readonly after: string
}

export function printParts(point: Point, measured: Measured, language: Language): PrintedParts {
  const chartPoint = toChartPoint(point)
  const digits = printedDigits(chartPoint, measured, language)
  const text = printedText(chartPoint, measured, language)
  const at = text.indexOf(digits)
  const after = text.slice(at + digits.length)
  return { before: text.slice(0, at), digits, after: /^[A-Z]/i.test(after) ? narrowSpace + after : after }
}

/** A unit of Latin letters stands a little apart from its number. */
export const spaced = (text: string) => text.replace(/(\d)(?=[A-Z])/i, `$1${narrowSpace}`)

/** The number as printed, with its unit: `约3.8万亿元` · `280 EFLOPS`. */
export function printText(point: Point, measured: Measured, language: Language): string {
  const { before, digits, after } = printParts(point, measured, language)
  return before + digits + after
}

/** The value in base units with every digit, and the unit: `13,727,600,000,000 元`. */
export function formatBaseValue(
  { value }: Pick<Point, 'value'>,
  measured: Measured,
  language: Language,
): string {
  const { name } = unitOf(measured)
  const digits = value.toLocaleString('en-US', { maximumFractionDigits: 8 }).replace(/^-/, '−')
  const unit =
    language === 'zh' && measured.indicator.counter && name.zh === '个'
      ? measured.indicator.counter
      : name[language]
  return unit === '%' ? `${digits}%` : `${digits} ${unit}`
}

/** A day, month or year as far as it is known: `2024年1月31日`, `31 Jan 2024`; empty stays empty. */
export function formatDate(published: string, language: Language): string {
  const [year, month, day] = published.split('-')
  if (!year) return ''
  if (language === 'zh')
    return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
  const name = month ? monthName(Number(month), 'en') : ''
  return [day ? String(Number(day)) : '', name, year].filter(Boolean).join(' ')
}

/** The date of a document with what it is, where it is no day of issue or of a reprint: `2026年4月17日读取`, `by 8 Jul 2024`. */
export function formatDated({ published, dating }: Dated, language: Language): string {
  const date = formatDate(published, language)
  if (dating === 'read') return language === 'zh' ? `${date}读取` : `read ${date}`
  if (dating === 'bound') return language === 'zh' ? `不晚于${date}` : `by ${date}`
  return date
}
