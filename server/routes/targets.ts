import { createRoute } from '@hono/zod-openapi'
import { answers } from '#server/answers.ts'
import { TargetsQuery } from '#server/input.ts'
import { readTargets, wantedTargets } from '#server/queries/read-targets.ts'
import { sendAnswer } from '#server/send-answer.ts'
import { tellUndated } from '#server/vintage.ts'
import { createRouter } from './create-router.ts'
import { lookUpErrors, okOfDay } from './responses.ts'

const route = createRoute({
  method: 'get',
  path: '/targets',
  summary: 'Targets and expectations against what came of them',
  request: { query: TargetsQuery },
  responses: {
    ...okOfDay(
      'Levels and net additions that are planned or expected, each with the newest actual number, the gap, the growth that is needed and the pace.',
      answers.targets,
    ),
    ...lookUpErrors,
  },
})

export const targets = createRouter().openapi(route, async (c) => {
  const query = c.req.valid('query')
  const answer = await readTargets(c.get('store'), query)
  await tellUndated(c, query, wantedTargets(query))
  return sendAnswer(c, answer)
})
