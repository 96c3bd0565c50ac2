import { useQuery } from '@tanstack/react-query'
import type { ChartState } from '#server/charts/index.ts'
import { chartQuery, type EmbeddedChart } from './chart-query.ts'
import { useLanguage } from './use-language.ts'

/** How far an embedded chart has come. */
export type Embedded =
  | { readonly stage: 'unasked' | 'loading' | 'empty' }
  | { readonly stage: 'failed'; readonly error: Error }
  | ({ readonly stage: 'ready' } & EmbeddedChart)

/** Fetches what the address of an embedded chart asks for. */
export function useEmbedded(state: ChartState): Embedded {
  const { language } = useLanguage()
  const { data, error } = useQuery(chartQuery(state, language))
  if (!state.indicator) return { stage: 'unasked' }
  if (error) return { stage: 'failed', error }
  if (data === undefined) return { stage: 'loading' }
  return data === null ? { stage: 'empty' } : { stage: 'ready', ...data }
}
