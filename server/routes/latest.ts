import { createRoute } from '@hono/zod-openapi'
import { answers } from '#server/answers.ts'
import { LatestQuery } from '#server/input.ts'
import { readLatest, wantedLatest } from '#server/queries/read-latest.ts'
import { sendAnswer } from '#server/send-answer.ts'
import { tellUndated } from '#server/vintage.ts'
import { createRouter } from './create-router.ts'
import { lookUpErrors, okOfDay } from './responses.ts'

const route = createRoute({
  method: 'get',
  path: '/latest',
  summary: 'The newest level of each indicator',
  request: { query: LatestQuery },
  responses: {
    ...okOfDay('Levels in catalogue order, each with its printed growth.', answers.latest),
    ...lookUpErrors,
  },
})

export const latest = createRouter().openapi(route, async (c) => {
  const query = c.req.valid('query')
  const answer = await readLatest(c.get('store'), query)
  await tellUndated(c, query, wantedLatest(c.get('store'), query))
  return sendAnswer(c, answer)
})
