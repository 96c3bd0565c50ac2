import { createRoute } from '@hono/zod-openapi'
import { answers } from '#server/answers.ts'
import { SeriesQuery } from '#server/input.ts'
import { readSeries, wantedSeries } from '#server/queries/read-series.ts'
import { sendAnswer } from '#server/send-answer.ts'
import { tellUndated } from '#server/vintage.ts'
import { createRouter } from './create-router.ts'
import { okOfDay, questionErrors } from './responses.ts'

const route = createRoute({
  method: 'get',
  path: '/series',
  summary: 'Numbers in time order',
  request: { query: SeriesQuery },
  responses: {
    ...okOfDay(
      'Every combination asked for, also those without numbers; no series mixes bases.',
      answers.series,
    ),
    ...questionErrors,
  },
})

export const series = createRouter().openapi(route, async (c) => {
  const query = c.req.valid('query')
  const answer = await readSeries(c.get('store'), query)
  await tellUndated(c, query, wantedSeries(query))
  return sendAnswer(c, answer)
})
