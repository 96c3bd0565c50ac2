import { createRoute } from '@hono/zod-openapi'
import { answers } from '#server/answers.ts'
import { ObservationsQuery } from '#server/input.ts'
import { readObservations, wantedObservations } from '#server/queries/read-observations.ts'
import { sendAnswer } from '#server/send-answer.ts'
import { tellUndated } from '#server/vintage.ts'
import { createRouter } from './create-router.ts'
import { okOfDay, questionErrors } from './responses.ts'

const route = createRoute({
  method: 'get',
  path: '/observations',
  summary: 'Printed numbers with where each stands',
  request: { query: ObservationsQuery },
  responses: {
    ...okOfDay('One page of numbers of every rank and status.', answers.observations),
    ...questionErrors,
  },
})

export const observations = createRouter().openapi(route, async (c) => {
  const query = c.req.valid('query')
  const answer = await readObservations(c.get('store'), query)
  await tellUndated(c, query, wantedObservations(query))
  return sendAnswer(c, answer)
})
