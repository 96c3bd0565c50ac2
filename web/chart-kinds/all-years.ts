import { coverage, heatmap, multiples } from '#server/charts/index.ts'

/** What shows all periods of many regions. */
export const allYears = { heatmap, multiples, coverage }
