import type { Store } from '#data/store/open-store.ts'
import {
  type ChartAsker,
  chartKinds,
  type Names,
  toSeriesQuery,
  toStatementsQuery,
} from '#server/charts/index.ts'
import { answerOr } from '#server/errors.ts'
import { ObservationsQuery, parseParameters, SeriesQuery } from '#server/input.ts'
import { indicatorOf } from '#server/known.ts'
import { countUndated } from '#server/vintage.ts'
import { onceFor } from './once-for.ts'
import { readIndicator } from './read-indicator.ts'
import { readIndicators } from './read-indicators.ts'
import { readObservations } from './read-observations.ts'
import { readRegions } from './read-regions.ts'
import { readSeries, wantedSeries } from './read-series.ts'

/** Answers what a chart needs from a store: the same that the API answers. */
export function askerOf(store: Store): ChartAsker {
  const series: ChartAsker['series'] = async (question) => {
    const query = parseParameters(SeriesQuery, toSeriesQuery(question))
    const undated = query.asOf === undefined ? 0 : await countUndated(store, wantedSeries(query))
    return { ...(await readSeries(store, query)), undated }
  }
  return {
    kind: async (id) => chartKinds[id],
    names: () => readNames(store),
    indicator: (code) => readIndicator(store, indicatorOf(store.catalog, code).code),
    series,
    seriesIfAny: (question) => answerOr(series(question), null),
    statements: async (question) =>
      readObservations(store, parseParameters(ObservationsQuery, toStatementsQuery(question))),
  }
}

const readNames = onceFor(async (store): Promise<Names> => {
  const [{ indicators }, { regions }] = await Promise.all([readIndicators(store), readRegions(store)])
  return { indicators, regions }
})
