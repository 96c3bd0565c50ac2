import { createRoute, z } from '@hono/zod-openapi'
import { answers } from '#server/answers.ts'
import { CatalogueQuery } from '#server/input.ts'
import { readIndicator } from '#server/queries/read-indicator.ts'
import { readIndicators } from '#server/queries/read-indicators.ts'
import { createRouter } from './create-router.ts'
import { lookUpErrors, ok } from './responses.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/indicators',
  summary: 'The catalogue of indicators with coverage',
  request: { query: CatalogueQuery },
  responses: { ...ok('Topics and indicators in reading order.', answers.indicators), ...lookUpErrors },
})

const oneRoute = createRoute({
  method: 'get',
  path: '/indicators/{code}',
  summary: 'One indicator and every series it has',
  request: {
    query: CatalogueQuery,
    params: z.object({ code: z.string().openapi({ example: 'software_revenue' }) }),
  },
  responses: {
    ...ok('The indicator, and one entry for each series with its periods.', answers.indicator),
    ...lookUpErrors,
  },
})

export const indicators = createRouter()
  .openapi(listRoute, async (c) => c.json(await readIndicators(c.get('store')), 200))
  .openapi(oneRoute, async (c) => c.json(await readIndicator(c.get('store'), c.req.valid('param').code), 200))
