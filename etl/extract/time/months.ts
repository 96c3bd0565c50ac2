import type { PeriodToken } from '#data/language/token.ts'

type Months = Pick<PeriodToken, 'months'>

/** Whether two periods name the same months of their years, or both none. */
export const sameMonths = ({ months: one }: Months, { months: other }: Months): boolean =>
  one?.join() === other?.join()

/** Whether a period is one month of its year. */
export const isOneMonth = ({ months }: Months): boolean => months !== undefined && months[0] === months[1]
