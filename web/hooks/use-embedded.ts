import { useMemo } from 'react'
import type { ChartData } from '#server/charts/chart-kind.ts'
import { chartKinds } from '#server/charts/kinds/index.ts'
import { shownSeries } from '#server/charts/points/ranked.ts'
import { type ChosenEmbedded, chooseEmbedded } from '#web/choose-embedded.ts'
import { onlyComparison } from '#web/only-comparison.ts'
import { toChartData } from '#web/to-chart-data.ts'
import type { EmbedState } from '#web/url-state.ts'
import { useGrowth } from './use-growth.ts'
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
  const parents = useParents(series.data, names).data
  const data = useMemo(() => {
    if (!series.data || !names || !chosen || !parents) return undefined
    const answer = onlyComparison(series.data, chosen.comparison)
    const { periods, isLatest } = chosen
    return { ...toChartData(answer, { names, language, parents }), periods, isLatest }
  }, [series.data, names, language, chosen, parents])
  const withGrowth = useGrowth(data, chosen?.kind === 'ranking' ? chosen.question : undefined, names)

  if (!state.indicator) return { stage: 'unasked' }
  for (const { error } of [indicator, named, series]) {
    if (error) return { stage: 'failed', error }
  }
  if (!indicator.data || !names) return { stage: 'loading' }
  if (!chosen) return { stage: 'empty' }
  if (!data || !withGrowth) return { stage: 'loading' }
  const kind = kindFor(chosen.kind, data)
  if (!chartKinds[kind].fits(data.series)) return { stage: 'empty' }
  return { stage: 'ready', kind, data: kind === 'ranking' ? withGrowth : data, page: chosen.page }
}

/** The kind asked for where the numbers suit it; a grid with too few tiles is a ranking, everything else a line over time. */
function kindFor(kind: ChosenEmbedded['kind'], data: ChartData): ChosenEmbedded['kind'] {
  const shown = kind === 'tiles' ? shownSeries(data) : data.series
  if (chartKinds[kind].fits(shown)) return kind
  return kind === 'tiles' && chartKinds.ranking.fits(data.series) ? 'ranking' : 'trend'
}
