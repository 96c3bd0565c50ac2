import { ranking, slope } from '#server/charts/index.ts'

/** What compares regions at one period, or between two. */
export const compared = { ranking, slope }
