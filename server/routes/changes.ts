import { createRoute } from '@hono/zod-openapi'
import { answers } from '#server/answers.ts'
import { ChangesQuery, isSnapshotId } from '#server/input.ts'
import { readChanges, wantedChanges } from '#server/queries/read-changes.ts'
import { readChangesSince } from '#server/queries/read-changes-since.ts'
import { tellUndated } from '#server/vintage.ts'
import { createRouter } from './create-router.ts'
import { okOfDay, questionErrors } from './responses.ts'

const route = createRoute({
  method: 'get',
  path: '/changes',
  summary: 'What became known since a day, or is shown otherwise than in a version',
  request: { query: ChangesQuery },
  responses: {
    ...okOfDay(
      'New facts and revised ones. By the day of publication numbers without a date are left out; against a version everything counts, what is no longer stated too.',
      answers.changes,
    ),
    ...questionErrors,
  },
})

export const changes = createRouter().openapi(route, async (c) => {
  const query = c.req.valid('query')
  const { store, current } = c.var
  if (isSnapshotId(query.since)) return c.json(await readChangesSince(store, current, query), 200)
  const answer = await readChanges(store, query)
  await tellUndated(c, { updatedAfter: query.since }, wantedChanges(query))
  return c.json(answer, 200)
})
