import { createRoute } from '@hono/zod-openapi'
import { answers } from '#server/answers.ts'
import { answerQuestion } from '#server/ask/answer-question.ts'
import { findNames } from '#server/ask/find-names.ts'
import { AskQuery, FindQuery } from '#server/input.ts'
import { sendAnswer } from '#server/send-answer.ts'
import { todayOf } from '#server/today.ts'
import { createRouter } from './create-router.ts'
import { lookUpErrors, ok } from './responses.ts'

const route = createRoute({
  method: 'get',
  path: '/ask',
  summary: 'A question in words',
  request: { query: AskQuery },
  responses: {
    ...ok(
      'One sentence with its numbers, basis, sources and the address of the page; or the readings to choose from; or what is not known, and the nearest.',
      answers.ask,
    ),
    ...lookUpErrors,
  },
})

const findRoute = createRoute({
  method: 'get',
  path: '/find',
  summary: 'The codes that names stand for',
  request: { query: FindQuery },
  responses: {
    ...ok('Indicators, regions and issuers that the words name or come near to.', answers.find),
    ...lookUpErrors,
  },
})

export const questions = createRouter()
  .openapi(route, async (c) => {
    const query = c.req.valid('query')
    return sendAnswer(c, await answerQuestion(c.get('store'), { ...query, today: todayOf(c) }))
  })
  .openapi(findRoute, async (c) => sendAnswer(c, await findNames(c.get('store'), c.req.valid('query'))))
