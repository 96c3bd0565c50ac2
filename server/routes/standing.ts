import { createRoute } from '@hono/zod-openapi'
import { answers } from '#server/answers.ts'
import { StandingQuery } from '#server/input.ts'
import { wantedLatest } from '#server/queries/read-latest.ts'
import { readStanding } from '#server/queries/read-standing.ts'
import { sendAnswer } from '#server/send-answer.ts'
import { tellUndated } from '#server/vintage.ts'
import { createRouter } from './create-router.ts'
import { lookUpErrors, okOfDay } from './responses.ts'

const route = createRoute({
  method: 'get',
  path: '/standing',
  summary: 'How a region stands',
  request: { query: StandingQuery },
  responses: {
    ...okOfDay(
      'Its lead indicators with rank, share, growth and level per head beside the nation and its zone.',
      answers.standing,
    ),
    ...lookUpErrors,
  },
})

export const standing = createRouter().openapi(route, async (c) => {
  const query = c.req.valid('query')
  const answer = await readStanding(c.get('store'), query)
  await tellUndated(c, query, wantedLatest(c.get('store'), query))
  return sendAnswer(c, answer)
})
