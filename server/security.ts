import { Hono, type MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { secureHeaders } from 'hono/secure-headers'
import type { ServerEnv } from './server-env.ts'
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

type Headers = Readonly<Record<string, string>>

/** The headers that Hono sets for these options: they are the same for every answer. */
async function headersOf(options: Parameters<typeof secureHeaders>[0]): Promise<Headers> {
  const app = new Hono().use(secureHeaders({ strictTransportSecurity, ...options }))
  return Object.fromEntries((await app.get('/', (c) => c.body(null)).request('/')).headers)
}

const own = await headersOf({ contentSecurityPolicy: policy("'self'") })

const embedded = await headersOf({
  contentSecurityPolicy: policy('*'),
  xFrameOptions: false,
  crossOriginResourcePolicy: 'cross-origin',
})

const anyOrigin = await headersOf({
  contentSecurityPolicy: policy("'self'"),
  crossOriginResourcePolicy: 'cross-origin',
})

/** What tells browsers to load nothing from elsewhere. `/embed` may stand in a frame anywhere, the API and its description be read from anywhere. */
export function securityOf(path: string): Headers {
  if (path === '/embed') return embedded
  return path.startsWith('/api/') || path === '/openapi.json' ? anyOrigin : own
}

/** The same for every answer that does not bring it along, as a page does. */
export const security: MiddlewareHandler<ServerEnv> = async (c, next) => {
  await next()
  if (c.get('isSecured')) return
  const { headers } = c.res
  for (const [name, value] of Object.entries(securityOf(c.req.path))) headers.set(name, value)
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

/** Assistants that run in a page of another site ask by POST, and say in headers which protocol they speak. */
export const openToAssistants = cors({
  origin: '*',
  allowMethods: ['GET', 'POST', 'DELETE'],
  allowHeaders: ['Content-Type', 'Accept', 'Mcp-Protocol-Version', 'Mcp-Session-Id', 'Last-Event-ID'],
  exposeHeaders: ['Mcp-Session-Id', 'Mcp-Protocol-Version'],
})
