import type { Period } from './period.ts'

/** Months after which an actual number is too old to say how things stand. */
const mostMonths = 18

/** Whether a number says little of how things stand in a month, being of more than 18 months before; months since year 0. */
export const isOld = ({ end }: Pick<Period, 'end'>, until: number): boolean => until - end > mostMonths
