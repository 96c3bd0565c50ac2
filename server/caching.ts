import type { Context, MiddlewareHandler } from 'hono'
import type { ServerEnv } from './server-env.ts'
import { version } from './version.ts'

/**
 * Tags every answer with the snapshot it comes from and the program that made it: while neither changes, neither does
 * an answer, and a repeated question is answered without being asked. An answer to `asOf` is tagged with the hash of
 * its own content, for later snapshots give the very same.
 */
export const caching: MiddlewareHandler<ServerEnv> = async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
  const isOfADay = c.req.query('asOf') !== undefined
  const snapshotTag = tagOf(c.var.store.snapshot.id)
  if (!isOfADay && isKnown(c, snapshotTag)) c.res = new Response(null, { status: 304 })
  else await next()
  if (c.res.status >= 500) return
  c.header('Cache-Control', 'no-cache')
  c.header('Vary', 'Accept-Encoding')
  const { contentHash } = c.var
  if (isOfADay && contentHash === undefined) return
  const tag = contentHash === undefined ? snapshotTag : tagOf(contentHash)
  if (c.res.status === 200 && isKnown(c, tag)) {
    await c.res.body?.cancel()
    c.res = new Response(null, { status: 304 })
  }
  c.header('ETag', `W/${tag}`)
}

const tagOf = (id: string) => `"${id}-${version}"`

const isKnown = (c: Context, tag: string): boolean =>
  c.req
    .header('If-None-Match')
    ?.match(/"[^"]*"/g)
    ?.includes(tag) ?? false
