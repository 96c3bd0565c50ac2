import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { secureHeaders } from 'hono/secure-headers'
import { undatedHeader } from './vintage.ts'

const policy = (frameAncestors: string) => ({
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  styleSrc: ["'self'", "'unsafe-inline'"],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: [frameAncestors],
})

/** Whether to insist on TLS is for whoever puts the server behind it. */
const strictTransportSecurity = false

const own = secureHeaders({ contentSecurityPolicy: policy("'self'"), strictTransportSecurity })

const embedded = secureHeaders({
  contentSecurityPolicy: policy('*'),
  strictTransportSecurity,
  xFrameOptions: false,
  crossOriginResourcePolicy: 'cross-origin',
})

const anyOrigin = secureHeaders({
  contentSecurityPolicy: policy("'self'"),
  strictTransportSecurity,
  crossOriginResourcePolicy: 'cross-origin',
})

/** Tells browsers to load nothing from elsewhere. `/embed` may stand in a frame anywhere, the API be read from anywhere. */
export const security: MiddlewareHandler = (c, next) => {
  if (c.req.path === '/embed') return embedded(c, next)
  return c.req.path.startsWith('/api/') ? anyOrigin(c, next) : own(c, next)
}

/** What the scripts of other sites may read of an answer, beside its body. */
const exposed = ['ETag', 'Content-Disposition', 'Link', undatedHeader]

const preflight = cors({ origin: '*', allowMethods: ['GET'], exposeHeaders: exposed })

/** Lets the pages of any site read. The headers come last: a response begun before the answer would be made twice. */
export const openToAll: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'OPTIONS') return preflight(c, next)
  await next()
  const { headers } = c.res
  headers.set('Access-Control-Allow-Origin', '*')
  headers.set('Access-Control-Expose-Headers', exposed.join(','))
}
