import { createRoute } from '@hono/zod-openapi'
import { answers } from '#server/answers.ts'
import { SentenceQuery } from '#server/input.ts'
import { readSentence, wantedSentence } from '#server/queries/read-sentence.ts'
import { sendAnswer } from '#server/send-answer.ts'
import { tellUndated } from '#server/vintage.ts'
import { createRouter } from './create-router.ts'
import { okOfDay, questionErrors } from './responses.ts'

const route = createRoute({
  method: 'get',
  path: '/sentence',
  summary: 'A number as a sentence to copy',
  request: { query: SentenceQuery },
  responses: {
    ...okOfDay('The sentence in three lengths, and every number that it quotes.', answers.sentence),
    ...questionErrors,
  },
})

export const sentence = createRouter().openapi(route, async (c) => {
  const query = c.req.valid('query')
  const answer = await readSentence(c.get('store'), query)
  await tellUndated(c, query, wantedSentence(query))
  return sendAnswer(c, answer)
})
