import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'

/** Names of this machine by which a page of it is asked for; any other was made to lead here by somebody else. */
const ownHosts = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/

/** In which header the page sends the token of its address. */
const tokenHeader = 'x-review-token'

const refuse = (c: Context, status: 401 | 403 | 415, error: string) => c.json({ error }, status)

/** Lets nothing through that was asked under another name than one of this machine, or by a page of another origin. */
export const sameOriginOnly: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? ''
  if (!ownHosts.test(host)) return refuse(c, 403, '审读只在本机使用')
  const origin = c.req.header('origin')
  if (origin !== undefined && origin !== `http://${host}`) return refuse(c, 403, '请求来自别的网站')
  const site = c.req.header('sec-fetch-site')
  const isOpening = c.req.header('sec-fetch-mode') === 'navigate' && c.req.method === 'GET'
  if (site !== undefined && !['same-origin', 'none'].includes(site) && !isOpening)
    return refuse(c, 403, '请求来自别的网站')
  return next()
}

/** Lets through only who knows the token; what writes must come as JSON, which no form of another page can send. */
export const withToken =
  (token: string): MiddlewareHandler =>
  async (c, next) => {
    if (!isSame(c.req.header(tokenHeader) ?? '', token))
      return refuse(c, 401, '口令不对：请用终端里印出的地址重新打开')
    const type = c.req.header('content-type') ?? ''
    if (c.req.method !== 'GET' && !/^application\/json(?:;|$)/.test(type))
      return refuse(c, 415, '请求应为 application/json')
    return next()
  }

const hashOf = (text: string) => createHash('sha256').update(text).digest()

const isSame = (one: string, other: string) => timingSafeEqual(hashOf(one), hashOf(other))
