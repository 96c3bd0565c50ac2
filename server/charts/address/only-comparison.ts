import type { SeriesAnswer } from './answers.ts'

/** The series of an answer that are measured against the same thing: others are never drawn or ranked beside them. */
export const onlyComparison = (answer: SeriesAnswer, comparison: string): SeriesAnswer => ({
  ...answer,
  series: answer.series.filter((each) => each.comparison === comparison || each.points.length === 0),
})
