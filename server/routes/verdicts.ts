import { createRoute } from '@hono/zod-openapi'
import { answers } from '#server/answers.ts'
import { VerdictsQuery } from '#server/input.ts'
import { wantedLatest } from '#server/queries/read-latest.ts'
import { readVerdicts } from '#server/queries/read-verdicts.ts'
import { sendAnswer } from '#server/send-answer.ts'
import { tellUndated } from '#server/vintage.ts'
import { createRouter } from './create-router.ts'
import { lookUpErrors, okOfDay } from './responses.ts'

const route = createRoute({
  method: 'get',
  path: '/verdicts',
  summary: 'How each topic stands, in a line',
  request: { query: VerdictsQuery },
  responses: {
    ...okOfDay('A verdict for each topic, with the numbers behind it.', answers.verdicts),
    ...lookUpErrors,
  },
})

export const verdicts = createRouter().openapi(route, async (c) => {
  const query = c.req.valid('query')
  const answer = await readVerdicts(c.get('store'), query)
  await tellUndated(c, query, wantedLatest(c.get('store'), query))
  return sendAnswer(c, answer)
})
