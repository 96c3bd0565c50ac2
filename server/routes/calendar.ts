import { createRoute } from '@hono/zod-openapi'
import { answers } from '#server/answers.ts'
import { CalendarQuery } from '#server/input.ts'
import { readCalendar } from '#server/queries/read-calendar.ts'
import { sendAnswer } from '#server/send-answer.ts'
import { todayOf } from '#server/today.ts'
import { createRouter } from './create-router.ts'
import { lookUpErrors, ok } from './responses.ts'

const route = createRoute({
  method: 'get',
  path: '/calendar',
  summary: 'When releases are expected, and what is overdue',
  request: { query: CalendarQuery },
  responses: {
    ...ok('The releases that recur, each with the days learned from past ones.', answers.calendar),
    ...lookUpErrors,
  },
})

export const calendar = createRouter().openapi(route, async (c) =>
  sendAnswer(c, await readCalendar(c.get('store'), c.req.valid('query'), todayOf(c))),
)
