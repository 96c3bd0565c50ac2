import { createRoute } from '@hono/zod-openapi'
import { answers } from '#server/answers.ts'
import { refuseParameters } from '#server/input.ts'
import { createRouter } from './create-router.ts'
import { ok, probeErrors } from './responses.ts'

const alive = createRoute({
  method: 'get',
  path: '/healthz',
  summary: 'Whether the server lives',
  middleware: refuseParameters,
  responses: { ...ok('The server holds a database that answers.', answers.health), ...probeErrors },
})

const ready = createRoute({
  method: 'get',
  path: '/readyz',
  summary: 'Whether the server can answer, and what waits to be taken into use',
  middleware: refuseParameters,
  responses: {
    ...ok('The snapshot that answers; `waiting` where another is published.', answers.readiness),
    ...probeErrors,
  },
})

export const health = createRouter()
  .openapi(alive, (c) => c.json({ status: 'ok' as const, snapshot: c.get('store').snapshot.id }, 200))
  .openapi(ready, (c) => {
    const { store, current } = c.var
    return c.json(
      { status: 'ok' as const, snapshot: store.snapshot.id, waiting: current.waiting() ?? null },
      200,
    )
  })
