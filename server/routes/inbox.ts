import { createRoute } from '@hono/zod-openapi'
import { answers } from '#server/answers.ts'
import { InboxQuery } from '#server/input.ts'
import { readInbox } from '#server/queries/read-inbox.ts'
import { createRouter } from './create-router.ts'
import { lookUpErrors, ok } from './responses.ts'

const route = createRoute({
  method: 'get',
  path: '/inbox',
  summary: 'What became of each document of the inbox',
  request: { query: InboxQuery },
  responses: {
    ...ok('Every file with its numbers by what became of them; both accounts close.', answers.inbox),
    ...lookUpErrors,
  },
})

export const inbox = createRouter().openapi(route, async (c) =>
  c.json(await readInbox(c.get('store'), c.req.valid('query')), 200),
)
