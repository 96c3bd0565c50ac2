import { skipToken, useQueries, useQuery } from '@tanstack/react-query'
import {
  type AddressedChart,
  type Brief,
  type ChangesAnswer,
  changesOfChart,
  changesQuestion,
  sayChanges,
} from '#server/charts/index.ts'
import { ApiFailure, api } from '#web/api.ts'
import { chartQuery } from './chart-query.ts'
import { useLanguage } from './use-language.ts'
import { useNow } from './use-now.ts'

/** What changed in the charts of a brief since it was made. */
export type BriefNews =
  | { readonly stage: 'unmade' | 'comparing' | 'unknown' }
  | {
      readonly stage: 'compared'
      /** A line for each chart, empty where nothing changed. */
      readonly lines: readonly string[]
      /** Compared by the day of publication, as the version is gone. */
      readonly isByDay: boolean
    }

type Made = NonNullable<Brief['made']>

/** Asks, chart by chart, which numbers are new or revised since a brief was made. */
export function useBriefNews({ made, items }: Brief): BriefNews {
  const { language } = useLanguage()
  const now = useNow()
  const charts = useQueries({ queries: items.map(({ chart }) => chartQuery(chart, language)) })
  const isOlder = made !== undefined && now !== undefined && made.snapshot !== now.snapshot
  const { data: versions } = useQuery({
    queryKey: ['versions', now?.snapshot],
    queryFn: isOlder ? api.versions : skipToken,
  })
  const isListed = versions?.versions.some(({ id }) => id === made?.snapshot)
  const asked = useQueries({
    queries: charts.map(({ data: chart }, at) => ({
      queryKey: ['changes of chart', made, isListed, now?.snapshot, items[at]?.chart, language],
      queryFn:
        isOlder && chart && isListed !== undefined ? () => changesSince(made, isListed, chart) : skipToken,
    })),
  })
  if (!made) return { stage: 'unmade' }
  if (!now || charts.some(({ isLoading }) => isLoading)) return { stage: 'comparing' }
  if (!isOlder) return { stage: 'compared', lines: [], isByDay: false }
  if (!versions || asked.some(({ isLoading }) => isLoading)) return { stage: 'comparing' }
  const found = asked.map(({ data }) => data)
  if (found.some((each, at) => each === undefined && charts[at]?.data)) return { stage: 'unknown' }
  const lines = found.map((each) => each?.line ?? '')
  return { stage: 'compared', lines, isByDay: found.some((each) => each?.isByDay) }
}

/** By the version while it can be compared with, else by the day. */
async function changesSince({ snapshot, day }: Made, isListed: boolean, chart: AddressedChart) {
  const question = changesQuestion(chart)
  const say = (answer: ChangesAnswer) => sayChanges(changesOfChart(chart, answer), chart)
  if (isListed) {
    try {
      return { line: say(await api.changes(snapshot, question)), isByDay: false }
    } catch (error) {
      if (!(error instanceof ApiFailure && error.status === 410)) throw error
    }
  }
  return { line: say(await api.changes(day, question)), isByDay: true }
}
