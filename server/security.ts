import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

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
