import { Hono, type MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { secureHeaders } from 'hono/secure-headers'
import type { ServerEnv } from './server-env.ts'
import type { Settings } from './settings.ts'
import { undatedHeader } from './vintage.ts'

const policy = (frameAncestors: readonly string[]) => ({
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  styleSrc: ["'self'", "'unsafe-inline'"],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  ...(frameAncestors.length > 0 && { frameAncestors: [...frameAncestors] }),
})

/** Whether to insist on TLS is for whoever puts the server behind it; in a sandbox there is no origin to make an agent cluster of. */
const leftOut = { strictTransportSecurity: false, originAgentCluster: false }

type Headers = Readonly<Record<string, string>>

/** The headers that Hono sets for these options: they are the same for every answer. */
async function headersOf(options: Parameters<typeof secureHeaders>[0]): Promise<Headers> {
  const app = new Hono().use(secureHeaders({ ...leftOut, ...options }))
  return Object.fromEntries((await app.get('/', (c) => c.body(null)).request('/')).headers)
}

/** What a file may do that is shown in the browser: nothing but be seen, and stand in our own pages. */
const onlySeen = await headersOf({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'unsafe-inline'"],
    imgSrc: ['data:'],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'self'"],
  },
})

const own = await headersOf({ contentSecurityPolicy: policy(["'self'"]) })

/** A frame in a sandbox opens nothing that asks to be apart from its opener (HTML, 7.3.2.1), and its link is to lead to our page. */
const openedByFrames = await headersOf({
  contentSecurityPolicy: policy(["'self'"]),
  crossOriginOpenerPolicy: false,
})

const inAnyFrame = await headersOf({
  contentSecurityPolicy: policy([]),
  xFrameOptions: false,
  crossOriginResourcePolicy: 'cross-origin',
})

const anyOrigin = await headersOf({
  contentSecurityPolicy: policy(["'self'"]),
  crossOriginResourcePolicy: 'cross-origin',
})

/** Read by an embedded chart too, which has no origin at all in a sandbox: no different from another site. */
const file: Headers = { ...anyOrigin, 'access-control-allow-origin': '*' }

const pagesOfCharts = /^\/(?:indicators|regions)(?:\/|$)/
const files = /^\/(?:assets\/.+|appearance\.js|embed\.js|icon\.svg)$/
const answersToAll = /^\/(?:api\/.*|charts\/.+|openapi\.json|oembed)$/

/** The headers of an answer under a path: the same object for all paths with the same headers. */
export type Security = (path: string) => Headers

/**
 * What tells browsers to load nothing from elsewhere. `/embed` may stand in the frames that the operator allows; the API, its description,
 * pictures and the files of which pages are made may be read from anywhere.
 */
export function createSecurity({ frameAncestors }: Pick<Settings, 'frameAncestors'>): Security {
  const embedded = frameAncestors === undefined ? inAnyFrame : framedBy(frameAncestors)
  return (path) => {
    if (path === '/embed') return embedded
    if (path === '/brief.html') return onlySeen
    if (files.test(path)) return file
    if (answersToAll.test(path)) return anyOrigin
    return pagesOfCharts.test(path) ? openedByFrames : own
  }
}

const framedBy = (frameAncestors: string): Headers => ({
  ...inAnyFrame,
  [policyHeader]: `${inAnyFrame[policyHeader]}; frame-ancestors ${frameAncestors}`,
})

const policyHeader = 'content-security-policy'

/** The same for every answer that does not bring it along, as a page does. */
export const securing =
  (securityOf: Security): MiddlewareHandler<ServerEnv> =>
  async (c, next) => {
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
