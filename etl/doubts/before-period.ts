import { publishedAfterPeriod } from '../validate/published-after-period.ts'
import type { Doubter } from './doubter.ts'

/** The document is dated before what it measured was over: its date or the period is wrong. */
export const beforePeriod: Doubter = {
  doubt: 'before-period',
  find: (figures, { catalog }) => publishedAfterPeriod.find(figures, catalog),
}
