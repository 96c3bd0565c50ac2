import { createRoute } from '@hono/zod-openapi'
import { answers } from '#server/answers.ts'
import { ChecksQuery } from '#server/input.ts'
import { readChecks } from '#server/queries/read-checks.ts'
import { createRouter } from './create-router.ts'
import { ok, questionErrors } from './responses.ts'

const route = createRoute({
  method: 'get',
  path: '/checks',
  summary: 'What the identities found',
  request: { query: ChecksQuery },
  responses: {
    ...ok('Statements that must agree and do not, with the numbers behind both sides.', answers.checks),
    ...questionErrors,
  },
})

export const checks = createRouter().openapi(route, async (c) =>
  c.json(await readChecks(c.get('store'), c.req.valid('query')), 200),
)
