import type { Language } from '#data/model/language.ts'
import type { ChartData } from '../chart-kind.ts'
import { growthOf, rowsOf } from '../points/ranked.ts'
import type { Names, Parents, SeriesAnswer, SeriesQuestion } from './answers.ts'
import { onlyComparison } from './only-comparison.ts'
import { printedFirst } from './printed-first.ts'
import { toChartData } from './to-chart-data.ts'

/** What to ask for the growth of levels: as it was printed, and made of them where that means anything. */
export interface GrowthQuestions {
  readonly printed: SeriesQuestion | undefined
  readonly derived: SeriesQuestion | undefined
}

/** @param question what is shown; only levels as printed have growth beside them. */
export function growthQuestions(
  question: SeriesQuestion | undefined,
  { indicators }: Pick<Names, 'indicators'>,
): GrowthQuestions {
  const levels = question && question.measure === 'level' && !question.transform ? question : undefined
  const indicator = indicators.find(({ code }) => code === levels?.indicator)
  if (!levels || !indicator) return { printed: undefined, derived: undefined }
  const isPrinted = indicator.coverage.measures.includes('yoy_pct')
  const isDerived = indicator.comparable && indicator.unit.code !== 'percent'
  return {
    printed: isPrinted ? { ...levels, measure: 'yoy_pct' } : undefined,
    derived: isDerived ? { ...levels, transform: 'yoy' } : undefined,
  }
}

interface KnownGrowth {
  readonly printed: SeriesAnswer | null | undefined
  readonly derived: SeriesAnswer | null | undefined
  readonly parents: Parents | undefined
  readonly names: Names
  readonly language: Language
}

/** Levels with how fast they grew beside them: as printed, and derived where nobody printed it; as they are where neither is known. */
export function withGrowth(
  data: ChartData,
  { printed, derived, parents, names, language }: KnownGrowth,
): ChartData {
  const answer = bothOf(printed, derived)
  const growth = answer && toChartData(answer, { names, language, parents }).series
  const isKnown = growth && rowsOf(data).some((row) => growthOf({ ...data, growth }, row))
  return isKnown ? { ...data, growth } : data
}

/** The printed growth, and derived where there is none. */
function bothOf(printed: KnownGrowth['printed'], derived: KnownGrowth['derived']): SeriesAnswer | undefined {
  const [said, made] = [printed, derived].map((answer) => answer && onlyComparison(answer, 'usual'))
  if (!(said && made)) return said ?? made ?? undefined
  return { ...made, series: [...printedFirst(said.series, made.series)] }
}
