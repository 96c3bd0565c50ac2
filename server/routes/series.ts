import { createRoute } from '@hono/zod-openapi'
import { answers } from '#server/answers.ts'
import { SeriesQuery } from '#server/input.ts'
import { readSeries } from '#server/queries/read-series.ts'
import { createRouter } from './create-router.ts'
import { ok, questionErrors } from './responses.ts'

const route = createRoute({
  method: 'get',
  path: '/series',
  summary: 'Numbers in time order',
  request: { query: SeriesQuery },
  responses: {
    ...ok('Every combination asked for, also those without numbers; no series mixes bases.', answers.series),
    ...questionErrors,
  },
})

export const series = createRouter().openapi(route, async (c) =>
  c.json(await readSeries(c.var.store, c.req.valid('query')), 200),
)
