import type { PeriodToken } from '#data/language/token.ts'

type Months = Pick<PeriodToken, 'months'>

/** Whether two periods name the same months of their years, or both none. */
export const sameMonths = ({ months: one }: Months, { months: other }: Months): boolean =>
  one?.join() === other?.join()

/** Whether a period is one month of its year. */
export const isOneMonth = ({ months }: Months): boolean => months !== undefined && months[0] === months[1]

/** The month before, or the months up to it: 3月 before 4月, 1—3月 before 1—4月. */
export function previous({ year, months, moment }: Partial<PeriodToken> = {}): PeriodToken | undefined {
  const [first, last] = months ?? [1, 12]
  if (year === undefined) return undefined
  const at = { kind: 'period', start: 0, end: 0, ...(moment ? { moment } : {}) } as const
  if (last === 1) return { ...at, year: year - 1, months: [12, 12] }
  return { ...at, year, months: [first === last ? last - 1 : first, last - 1] }
}

/** The end of the year before, which its own end does not name already. */
export function yearEndBefore({ year, months }: Partial<PeriodToken> = {}): PeriodToken | undefined {
  if (year === undefined || months === undefined || months[1] === 12) return undefined
  return { kind: 'period', start: 0, end: 0, year: year - 1, months: [1, 12], moment: true }
}
