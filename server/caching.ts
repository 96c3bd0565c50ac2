import type { MiddlewareHandler } from 'hono'
import type { ServerEnv } from './server-env.ts'
import { version } from './version.ts'

/**
 * Tags every answer with the snapshot it comes from and the program that made it: while neither changes, neither does
 * an answer, and a repeated question is answered without being asked.
 */
export const caching: MiddlewareHandler<ServerEnv> = async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
  const tag = `"${c.var.store.snapshot.id}-${version}"`
  const known = c.req.header('If-None-Match')?.match(/"[^"]*"/g)
  if (known?.some((each) => each === tag)) c.res = new Response(null, { status: 304 })
  else await next()
  if (c.res.status >= 500) return
  c.header('ETag', `W/${tag}`)
  c.header('Cache-Control', 'no-cache')
  c.header('Vary', 'Accept-Encoding')
}
