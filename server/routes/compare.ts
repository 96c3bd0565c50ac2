import { createRoute } from '@hono/zod-openapi'
import { answers } from '#server/answers.ts'
import { CompareQuery } from '#server/input.ts'
import { compareRegions } from '#server/queries/compare-regions.ts'
import { createRouter } from './create-router.ts'
import { ok, questionErrors } from './responses.ts'

const route = createRoute({
  method: 'get',
  path: '/compare',
  summary: 'One period across regions',
  request: { query: CompareQuery },
  responses: {
    ...ok('Regions ranked by value, and those without a number.', answers.compare),
    ...questionErrors,
  },
})

export const compare = createRouter().openapi(route, async (c) =>
  c.json(await compareRegions(c.var.store, c.req.valid('query')), 200),
)
