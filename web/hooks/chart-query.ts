import { queryOptions, skipToken } from '@tanstack/react-query'
import type { Language } from '#data/model/language.ts'
import {
  type AddressedChart,
  type ChartAsker,
  type ChartKind,
  type ChartKindId,
  type ChartState,
  readChart,
  type WholeState,
} from '#server/charts/index.ts'
import { ApiFailure, api } from '#web/api.ts'
import { fetchKind } from '#web/chart-kinds/fetch-kind.ts'
import { reloadIfReachable } from '#web/reload-page.ts'

/** A chart with the code that draws it. */
export interface EmbeddedChart extends AddressedChart {
  readonly drawnBy: ChartKind
  /** Whether it is of the numbers known on a day because the version it was frozen at is gone. */
  readonly isOfDay: boolean
}

/** The query of the chart that an address means; null where there are no such numbers. */
export const chartQuery = ({ indicator, ...state }: ChartState, language: Language) =>
  queryOptions({
    queryKey: ['chart', indicator, state, language],
    queryFn: indicator
      ? async () =>
          (await readKept({ ...state, indicator }, (asked) => readChart(asked, language, asker))) ?? null
      : skipToken,
  })

/** As other code that does not arrive (`components/arriving.tsx`): the page is loaded anew, or says so. */
const readKind = (id: ChartKindId): Promise<ChartKind> =>
  fetchKind(id).catch(async () => {
    await reloadIfReachable()
    throw new ApiFailure(0, '')
  })

const asker: ChartAsker = { ...api, kind: readKind }

type Read = (state: WholeState) => Promise<AddressedChart | undefined>

/** Of the version that the address names while it is kept, then of the day that stands beside it. */
async function readKept(state: WholeState, read: Read): Promise<EmbeddedChart | undefined> {
  const { snapshot, ...ofDay } = state
  try {
    const chart = await read(state)
    return chart && (await withKind(chart, snapshot === undefined))
  } catch (cause) {
    const isGone =
      cause instanceof ApiFailure && [404, 410].includes(cause.status) && cause.field === 'snapshot'
    if (!isGone || state.asOf === undefined) throw cause
    const chart = await read(ofDay)
    return chart && (await withKind(chart, true))
  }
}

const withKind = async (chart: AddressedChart, isOfDay: boolean): Promise<EmbeddedChart> => ({
  ...chart,
  drawnBy: await readKind(chart.kind),
  isOfDay,
})
