import { createRoute } from '@hono/zod-openapi'
import { answers } from '#server/answers.ts'
import { CatalogueQuery } from '#server/input.ts'
import { readRegions } from '#server/queries/read-regions.ts'
import { createRouter } from './create-router.ts'
import { lookUpErrors, ok } from './responses.ts'

const route = createRoute({
  method: 'get',
  path: '/regions',
  summary: 'Regions and groups of regions',
  request: { query: CatalogueQuery },
  responses: { ...ok('Regions in reading order.', answers.regions), ...lookUpErrors },
})

export const regions = createRouter().openapi(route, async (c) =>
  c.json(await readRegions(c.get('store')), 200),
)
