import type { Period } from './period.ts'

const months = 18

/** Whether a number ends more than 18 months before the newest: never by the clock of the machine. */
export const isOld = ({ end }: Period, newest: number): boolean => newest - end > months
