import { createRoute } from '@hono/zod-openapi'
import { answers } from '#server/answers.ts'
import { refuseParameters } from '#server/input.ts'
import { readVersions } from '#server/queries/read-versions.ts'
import { createRouter } from './create-router.ts'
import { listErrors, ok } from './responses.ts'

const route = createRoute({
  method: 'get',
  path: '/versions',
  summary: 'What was published when',
  middleware: refuseParameters,
  responses: {
    ...ok('The newest first, each with how many facts it changed, and whether it is kept.', answers.versions),
    ...listErrors,
  },
})

export const versions = createRouter().openapi(route, async (c) => {
  c.header('Cache-Control', 'no-cache')
  return c.json(await readVersions(c.get('store'), c.get('current').kept()), 200)
})
