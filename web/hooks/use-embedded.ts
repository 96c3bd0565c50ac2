import { skipToken, useQuery } from '@tanstack/react-query'
import { type AddressedChart, type ChartState, readChart } from '#server/charts/index.ts'
import { api } from '#web/api.ts'
import { useLanguage } from './use-language.ts'

/** How far an embedded chart has come. */
export type Embedded =
  | { readonly stage: 'unasked' | 'loading' | 'empty' }
  | { readonly stage: 'failed'; readonly error: Error }
  | ({ readonly stage: 'ready' } & AddressedChart)

/** Fetches what the address of an embedded chart asks for. */
export function useEmbedded({ indicator, ...state }: ChartState): Embedded {
  const { language } = useLanguage()
  const { data, error } = useQuery({
    queryKey: ['chart', indicator, state, language],
    queryFn: indicator
      ? async () => (await readChart({ ...state, indicator }, language, api)) ?? null
      : skipToken,
  })
  if (!indicator) return { stage: 'unasked' }
  if (error) return { stage: 'failed', error }
  if (data === undefined) return { stage: 'loading' }
  return data === null ? { stage: 'empty' } : { stage: 'ready', ...data }
}
