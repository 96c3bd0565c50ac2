import { useMemo } from 'react'
import type { ChartData } from '#server/charts/chart-kind.ts'
import { chartKinds } from '#server/charts/kinds/index.ts'
import { type ChosenEmbedded, chooseEmbedded } from '#web/choose-embedded.ts'
import { onlyComparison } from '#web/only-comparison.ts'
import { toChartData } from '#web/to-chart-data.ts'
import type { EmbedState } from '#web/url-state.ts'
import { useIndicator } from './use-indicator.ts'
import { useLanguage } from './use-language.ts'
import { useNames } from './use-names.ts'
import { useParents } from './use-parents.ts'
import { useSeries } from './use-series.ts'

/** How far an embedded chart has come. */
export type Embedded =
  | { readonly stage: 'unasked' | 'loading' | 'empty' }
  | { readonly stage: 'failed'; readonly error: Error }
  | {
      readonly stage: 'ready'
      readonly kind: ChosenEmbedded['kind']
      readonly data: ChartData
      readonly page: string
    }

/** Fetches what the address of an embedded chart asks for. */
export function useEmbedded(state: EmbedState): Embedded {
  const { language } = useLanguage()
  const named = useNames()
  const names = named.data
  const indicator = useIndicator(state.indicator)
  const chosen = useMemo(
    () => (indicator.data && names ? chooseEmbedded(state, indicator.data.coverage, names) : undefined),
    [indicator.data, names, state],
  )
  const series = useSeries(chosen?.question)
  const parents = useParents(chosen?.question, names).data
  const data = useMemo(() => {
    if (!series.data || !names || !chosen || !parents) return undefined
    const answer = onlyComparison(series.data, chosen.comparison)
    return { ...toChartData(answer, { names, language, parents }), periods: chosen.periods }
  }, [series.data, names, language, chosen, parents])

  if (!state.indicator) return { stage: 'unasked' }
  for (const { error } of [indicator, named, series]) {
    if (error) return { stage: 'failed', error }
  }
  if (!indicator.data || !names) return { stage: 'loading' }
  if (!chosen) return { stage: 'empty' }
  if (!data) return { stage: 'loading' }
  const kind = chartKinds[chosen.kind].fits(data.series) ? chosen.kind : 'trend'
  if (!chartKinds[kind].fits(data.series)) return { stage: 'empty' }
  return { stage: 'ready', kind, data, page: chosen.page }
}
