import { useMemo } from 'react'
import type { ChartData } from '#server/charts/chart-kind.ts'
import { growthOf, rowsOf } from '#server/charts/points/ranked.ts'
import type { SeriesAnswer, SeriesQuestion } from '#web/api.ts'
import { onlyComparison } from '#web/only-comparison.ts'
import { printedFirst } from '#web/printed-first.ts'
import { type Names, toChartData } from '#web/to-chart-data.ts'
import { useLanguage } from './use-language.ts'
import { useParents } from './use-parents.ts'
import { useSeries } from './use-series.ts'

/**
 * Levels with how fast they grew beside them: as printed, and derived where nobody printed it.
 * @param question what the levels are; without it, or of other numbers than levels, the data stay as they are.
 * @returns undefined while the growth is under way: numbers never move about once they are shown.
 */
export function useGrowth(
  data: ChartData | undefined,
  question: SeriesQuestion | undefined,
  names: Names | undefined,
): ChartData | undefined {
  const { language } = useLanguage()
  const levels = question && question.measure === 'level' && !question.transform ? question : undefined
  const indicator = names?.indicators.find(({ code }) => code === levels?.indicator)
  const isPrinted = indicator?.coverage.measures.includes('yoy_pct') ?? false
  const canDerive = (indicator?.comparable ?? false) && indicator?.unit.code !== 'percent'
  const derivedQuestion = useMemo(
    () => (levels && canDerive ? ({ ...levels, transform: 'yoy' } as const) : undefined),
    [levels, canDerive],
  )
  const printed = useSeries(levels && isPrinted ? { ...levels, measure: 'yoy_pct' } : undefined)
  const derived = useSeries(derivedQuestion)
  const [printedAnswer, derivedAnswer] = [settled(printed), settled(derived)]
  const parents = useParents(derivedAnswer, names).data
  const isUnderWay =
    (isPrinted && printedAnswer === undefined) || (canDerive && !(derivedAnswer !== undefined && parents))
  return useMemo(() => {
    if (!data || !names || !levels) return data
    if (isUnderWay) return undefined
    const rows = rowsOf(data)
    const answer = bothOf(printedAnswer, derivedAnswer)
    const growth = answer && toChartData(answer, { names, language, parents }).series
    return growth && rows.some((row) => growthOf({ ...data, growth }, row)) ? { ...data, growth } : data
  }, [data, names, levels, isUnderWay, printedAnswer, derivedAnswer, parents, language])
}

/** The printed growth, and derived where there is none. */
function bothOf(
  printed: SeriesAnswer | null | undefined,
  derived: SeriesAnswer | null | undefined,
): SeriesAnswer | undefined {
  const [said, made] = [printed, derived].map((answer) => answer && onlyComparison(answer, 'usual'))
  if (!(said && made)) return said ?? made ?? undefined
  return { ...made, series: [...printedFirst(said.series, made.series)] }
}

/** An answer; null where there will be none, undefined while it may come. */
const settled = ({ data, isError, isPlaceholderData }: ReturnType<typeof useSeries>) =>
  isError ? null : isPlaceholderData ? undefined : data
