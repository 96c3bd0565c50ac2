import { skipToken, useQuery } from '@tanstack/react-query'
import { type AddressedChart, type ChartState, readChart, type WholeState } from '#server/charts/index.ts'
import { ApiFailure, api } from '#web/api.ts'
import { useLanguage } from './use-language.ts'

/** A chart, and whether it is of the numbers known on a day because the version it was frozen at is gone. */
interface EmbeddedChart extends AddressedChart {
  readonly isOfDay: boolean
}

/** How far an embedded chart has come. */
export type Embedded =
  | { readonly stage: 'unasked' | 'loading' | 'empty' }
  | { readonly stage: 'failed'; readonly error: Error }
  | ({ readonly stage: 'ready' } & EmbeddedChart)

/** Fetches what the address of an embedded chart asks for. */
export function useEmbedded({ indicator, ...state }: ChartState): Embedded {
  const { language } = useLanguage()
  const { data, error } = useQuery({
    queryKey: ['chart', indicator, state, language],
    queryFn: indicator
      ? async () =>
          (await readKept({ ...state, indicator }, (asked) => readChart(asked, language, api))) ?? null
      : skipToken,
  })
  if (!indicator) return { stage: 'unasked' }
  if (error) return { stage: 'failed', error }
  if (data === undefined) return { stage: 'loading' }
  return data === null ? { stage: 'empty' } : { stage: 'ready', ...data }
}

type Read = (state: WholeState) => Promise<AddressedChart | undefined>

/** Of the version that the address names while it is kept, then of the day that stands beside it. */
async function readKept(state: WholeState, read: Read): Promise<EmbeddedChart | undefined> {
  const { snapshot, ...ofDay } = state
  try {
    const chart = await read(state)
    return chart && { ...chart, isOfDay: snapshot === undefined }
  } catch (cause) {
    const isGone =
      cause instanceof ApiFailure && [404, 410].includes(cause.status) && cause.field === 'snapshot'
    if (!isGone || state.asOf === undefined) throw cause
    const chart = await read(ofDay)
    return chart && { ...chart, isOfDay: true }
  }
}
