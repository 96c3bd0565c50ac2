import { createRoute } from '@hono/zod-openapi'
import { answers } from '#server/answers.ts'
import { LatestQuery } from '#server/input.ts'
import { readLatest } from '#server/queries/read-latest.ts'
import { createRouter } from './create-router.ts'
import { lookUpErrors, ok } from './responses.ts'

const route = createRoute({
  method: 'get',
  path: '/latest',
  summary: 'The newest level of each indicator',
  request: { query: LatestQuery },
  responses: {
    ...ok('Levels in catalogue order, each with its printed growth.', answers.latest),
    ...lookUpErrors,
  },
})

export const latest = createRouter().openapi(route, async (c) =>
  c.json(await readLatest(c.var.store, c.req.valid('query')), 200),
)
