import { createRoute } from '@hono/zod-openapi'
import { answers } from '#server/answers.ts'
import { ConflictsQuery } from '#server/input.ts'
import { readConflicts } from '#server/queries/read-conflicts.ts'
import { createRouter } from './create-router.ts'
import { ok, questionErrors } from './responses.ts'

const route = createRoute({
  method: 'get',
  path: '/conflicts',
  summary: 'Facts with several statements',
  request: { query: ConflictsQuery },
  responses: {
    ...ok('The statement shown, those behind it, and the rule that decided.', answers.conflicts),
    ...questionErrors,
  },
})

export const conflicts = createRouter().openapi(route, async (c) =>
  c.json(await readConflicts(c.get('store'), c.req.valid('query')), 200),
)
