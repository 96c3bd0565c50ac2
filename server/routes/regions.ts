import { createRoute } from '@hono/zod-openapi'
import { answers } from '#server/answers.ts'
import { refuseParameters } from '#server/input.ts'
import { readRegions } from '#server/queries/read-regions.ts'
import { createRouter } from './create-router.ts'
import { listErrors, ok } from './responses.ts'

const route = createRoute({
  method: 'get',
  path: '/regions',
  summary: 'Regions and groups of regions',
  middleware: refuseParameters,
  responses: { ...ok('Regions in reading order.', answers.regions), ...listErrors },
})

export const regions = createRouter().openapi(route, async (c) => c.json(await readRegions(c.var.store), 200))
