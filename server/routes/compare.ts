import { createRoute } from '@hono/zod-openapi'
import { answers } from '#server/answers.ts'
import { CompareQuery } from '#server/input.ts'
import { chooseRegions } from '#server/queries/choose-regions.ts'
import { compareRegions, fitsComparison } from '#server/queries/compare-regions.ts'
import { nameByContent, tellUndated } from '#server/vintage.ts'
import { createRouter } from './create-router.ts'
import { okOfDay, questionErrors } from './responses.ts'

const route = createRoute({
  method: 'get',
  path: '/compare',
  summary: 'One period across regions',
  request: { query: CompareQuery },
  responses: {
    ...okOfDay('Regions ranked by value, and those without a number.', answers.compare),
    ...questionErrors,
  },
})

export const compare = createRouter().openapi(route, async (c) => {
  const query = c.req.valid('query')
  const answer = await compareRegions(c.var.store, query)
  await tellUndated(c, query, fitsComparison(query, chooseRegions(c.var.store.catalog, query.regions)))
  return c.json(nameByContent(c, answer), 200)
})
