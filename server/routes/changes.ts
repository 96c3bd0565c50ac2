import { createRoute } from '@hono/zod-openapi'
import { answers } from '#server/answers.ts'
import { ChangesQuery } from '#server/input.ts'
import { fitsChanges, readChanges } from '#server/queries/read-changes.ts'
import { tellUndated } from '#server/vintage.ts'
import { createRouter } from './create-router.ts'
import { okOfDay, questionErrors } from './responses.ts'

const route = createRoute({
  method: 'get',
  path: '/changes',
  summary: 'What became known since a day',
  request: { query: ChangesQuery },
  responses: {
    ...okOfDay(
      'New facts and revised ones by the day of publication; numbers without a date are left out.',
      answers.changes,
    ),
    ...questionErrors,
  },
})

export const changes = createRouter().openapi(route, async (c) => {
  const query = c.req.valid('query')
  const answer = await readChanges(c.var.store, query)
  await tellUndated(c, { updatedAfter: query.since }, fitsChanges(query))
  return c.json(answer, 200)
})
