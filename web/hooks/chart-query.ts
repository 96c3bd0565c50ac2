import { queryOptions, skipToken } from '@tanstack/react-query'
import type { Language } from '#data/model/language.ts'
import { type AddressedChart, type ChartState, readChart, type WholeState } from '#server/charts/index.ts'
import { ApiFailure, api } from '#web/api.ts'

/** A chart, and whether it is of the numbers known on a day because the version it was frozen at is gone. */
export interface EmbeddedChart extends AddressedChart {
  readonly isOfDay: boolean
}

/** The query of the chart that an address means; null where there are no such numbers. */
export const chartQuery = ({ indicator, ...state }: ChartState, language: Language) =>
  queryOptions({
    queryKey: ['chart', indicator, state, language],
    queryFn: indicator
      ? async () =>
          (await readKept({ ...state, indicator }, (asked) => readChart(asked, language, api))) ?? null
      : skipToken,
  })

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
