import type { PeriodToken } from '#data/language/token.ts'

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
