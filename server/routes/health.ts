import { createRoute } from '@hono/zod-openapi'
import { answers } from '#server/answers.ts'
import { refuseParameters } from '#server/input.ts'
import { createRouter } from './create-router.ts'
import { ok, probeErrors } from './responses.ts'

const describe = <Path extends string>(path: Path, summary: string) =>
  createRoute({
    method: 'get',
    path,
    summary,
    middleware: refuseParameters,
    responses: { ...ok('The server holds a database that answers.', answers.health), ...probeErrors },
  })

export const health = createRouter()
  .openapi(describe('/healthz', 'Whether the server lives'), (c) =>
    c.json({ status: 'ok' as const, snapshot: c.var.store.snapshot.id }, 200),
  )
  .openapi(describe('/readyz', 'Whether the server can answer'), (c) =>
    c.json({ status: 'ok' as const, snapshot: c.var.store.snapshot.id }, 200),
  )
