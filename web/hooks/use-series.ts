import { skipToken, useQuery } from '@tanstack/react-query'
import { api, type SeriesQuestion } from '#web/api.ts'

/** Fetches series; nothing while the question is not known. The indicator's earlier series stay until the new ones are there. */
export const useSeries = (question: SeriesQuestion | undefined) =>
  useQuery({
    queryKey: ['series', question],
    queryFn: question ? () => api.series(question) : skipToken,
    placeholderData: (before) => (before?.series[0]?.indicator === question?.indicator ? before : undefined),
  })
