import { useMemo } from 'react'
import {
  type ChartData,
  growthQuestions,
  type Names,
  type SeriesQuestion,
  withGrowth,
} from '#server/charts/index.ts'
import { useLanguage } from './use-language.ts'
import { useParents } from './use-parents.ts'
import { useSeries } from './use-series.ts'

const nothing = { indicators: [] }

/**
 * Levels with how fast they grew beside them.
 * @param question what the levels are; without it, or of other numbers than levels, the data stay as they are.
 * @returns undefined while the growth is under way: numbers never move about once they are shown.
 */
export function useGrowth(
  data: ChartData | undefined,
  question: SeriesQuestion | undefined,
  names: Names | undefined,
): ChartData | undefined {
  const { language } = useLanguage()
  const asked = useMemo(() => growthQuestions(question, names ?? nothing), [question, names])
  const [printed, derived] = [settled(useSeries(asked.printed)), settled(useSeries(asked.derived))]
  const parents = useParents(derived, names).data
  const isUnderWay =
    (asked.printed && printed === undefined) || (asked.derived && !(derived !== undefined && parents))
  return useMemo(() => {
    if (!data || !names || !(asked.printed || asked.derived)) return data
    return isUnderWay ? undefined : withGrowth(data, { printed, derived, parents, names, language })
  }, [data, names, asked, isUnderWay, printed, derived, parents, language])
}

/** An answer; null where there will be none, undefined while it may come. */
const settled = ({ data, isError, isPlaceholderData }: ReturnType<typeof useSeries>) =>
  isError ? null : isPlaceholderData ? undefined : data
