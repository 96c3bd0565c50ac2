/** Whether a number covers a span of months (revenue) or a moment, the end of a month (users). */
export type Time = 'span' | 'moment'

/**
 * What a number covers. Months count from year 0 (`year * 12 + month - 1`), both ends included;
 * a moment has `start === end` and means the end of that month.
 */
export interface Period {
  readonly time: Time
  readonly start: number
  readonly end: number
}

/**
 * How a period relates to the calendar, and so which numbers may stand in one series.
 * January–March is both the first quarter and the cumulative of month 3; January–December is both
 * the year and the cumulative of month 12: such a span belongs to each basis that admits it.
 */
export const bases = ['cumulative', 'year', 'quarter', 'month', 'stock'] as const
export type Basis = (typeof bases)[number]

/** A month, 1 to 12, of a year as counted from year 0. */
export const toMonth = (year: string | number, month: string | number) =>
  Number(year) * 12 + Number(month) - 1
/** The year of a month that is counted from year 0. */
export const yearOf = (month: number) => Math.floor(month / 12)
/** The month of its year, from 1. */
export const monthOfYear = (month: number) => (month % 12) + 1
/** In months. */
export const lengthOf = ({ start, end }: Period) => end - start + 1
const isoMonth = (month: number) => `${yearOf(month)}-${String(monthOfYear(month)).padStart(2, '0')}`

const form =
  /^(?<year>\d{4})(?:-Q(?<quarter>[1-4])|-M(?<reported>0[1-9]|1[0-2])|-(?<first>0[1-9]|1[0-2])(?:\/(?<endYear>\d{4})-(?<endMonth>0[1-9]|1[0-2]))?)?$/

/**
 * Reads `2023`, `2024-Q1`, `2024-04`, `2024-M04` (the same as files spell it) or `2024-01/2024-04`.
 * @param time what the indicator's numbers cover: `2024-04` is April for a flow, the end of April for a stock.
 * @returns undefined when the text has none of these forms, ends before it starts, or is a span where a moment is due.
 */
export function parsePeriod(text: string, time: Time): Period | undefined {
  const found = form.exec(text)?.groups as Record<string, string | undefined> | undefined
  if (!found?.['year']) return undefined
  const { year, quarter, reported, first, endYear, endMonth } = found
  const month = first ?? reported
  if (time === 'moment') {
    if (!month || endYear) return undefined
    return { time, start: toMonth(year, month), end: toMonth(year, month) }
  }
  if (quarter)
    return { time, start: toMonth(year, Number(quarter) * 3 - 2), end: toMonth(year, Number(quarter) * 3) }
  if (!month) return { time, start: toMonth(year, 1), end: toMonth(year, 12) }
  const start = toMonth(year, month)
  const end = endYear && endMonth ? toMonth(endYear, endMonth) : start
  return end >= start ? { time, start, end } : undefined
}

/** The bases that admit a period, the narrowest first; none for a span such as July–December. */
export function basesOf(period: Period): readonly Basis[] {
  return bases.toReversed().filter((basis) => admits[basis](period))
}

const startsYear = (period: Period) => monthOfYear(period.start) === 1
const isSpan = (period: Period) => period.time === 'span'

export const admits: Readonly<Record<Basis, (period: Period) => boolean>> = {
  stock: (period) => period.time === 'moment',
  month: (period) => isSpan(period) && lengthOf(period) === 1,
  quarter: (period) => isSpan(period) && lengthOf(period) === 3 && period.start % 3 === 0,
  year: (period) => isSpan(period) && lengthOf(period) === 12 && startsYear(period),
  cumulative: (period) => isSpan(period) && lengthOf(period) <= 12 && startsYear(period),
}

/** The one spelling of a period: a cumulative January–March is `2024-Q1`, January–December `2024`. */
export function printPeriod(period: Period): string {
  if (lengthOf(period) === 1) return isoMonth(period.start)
  if (admits.year(period)) return String(yearOf(period.start))
  if (admits.quarter(period)) return `${yearOf(period.start)}-Q${(monthOfYear(period.end) / 3).toFixed(0)}`
  return `${isoMonth(period.start)}/${isoMonth(period.end)}`
}

/** As files spell it: a single month is the reporting month of SDMX, `2024-M04`, which no spreadsheet takes for a day. */
export function printReportingPeriod(period: Period): string {
  if (lengthOf(period) > 1) return printPeriod(period)
  return `${yearOf(period.start)}-M${String(monthOfYear(period.start)).padStart(2, '0')}`
}

/** Orders by end, then the longer span first, so that a cumulative figure stands before its last month. */
export function comparePeriods(a: Period, b: Period): number {
  return a.end - b.end || a.start - b.start
}

/** Whether both are the same months, and both spans or both moments. */
export const isSamePeriod = (a: Period, b: Period) => a.time === b.time && comparePeriods(a, b) === 0

/** First and last month as `YYYY-MM`. */
export const monthsOf = ({ start, end }: Period) => ({ start: isoMonth(start), end: isoMonth(end) })

/** The year the period ends in. */
export const endYearOf = (period: Period) => yearOf(period.end)

/** The month of the year, 1–12, that the period ends in. */
export const endMonthOf = (period: Period) => monthOfYear(period.end)

/** The end of December of the year that a period covers whole or ends with; undefined where it does neither. */
export function periodOfYearEnd(period: Period): Period | undefined {
  const isYear = admits.year(period) || (period.time === 'moment' && endMonthOf(period) === 12)
  return isYear ? { time: 'moment', start: period.end, end: period.end } : undefined
}

/** The same months `years` later (earlier when negative). */
export const shiftYears = (period: Period, years: number): Period => ({
  ...period,
  start: period.start + 12 * years,
  end: period.end + 12 * years,
})
