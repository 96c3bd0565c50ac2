import { createRoute } from '@hono/zod-openapi'
import { answers } from '#server/answers.ts'
import { ObservationsQuery } from '#server/input.ts'
import { readObservations } from '#server/queries/read-observations.ts'
import { createRouter } from './create-router.ts'
import { ok, questionErrors } from './responses.ts'

const route = createRoute({
  method: 'get',
  path: '/observations',
  summary: 'Printed numbers with where each stands',
  request: { query: ObservationsQuery },
  responses: {
    ...ok('One page of numbers of every rank and status.', answers.observations),
    ...questionErrors,
  },
})

export const observations = createRouter().openapi(route, async (c) =>
  c.json(await readObservations(c.var.store, c.req.valid('query')), 200),
)
