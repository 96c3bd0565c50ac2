import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { BadInput } from '#data/model/bad-input.ts'
import type { Desk } from './desk.ts'
import { sameOriginOnly, withToken } from './guard.ts'
import {
  CatalogAsked,
  Decided,
  FactGiven,
  IssuerGiven,
  Looked,
  PlacesAsked,
  PublishAsked,
} from './questions.ts'

interface AppOptions {
  readonly desk: Desk
  readonly token: string
  /** The folder of the built page. */
  readonly pages: string
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Nothing that is asked is longer. */
const longestBody = 1_000_000

/** The review page and what it asks: for who knows the token, and only from this machine and origin. */
export function createReviewApp({ desk, token, pages }: AppOptions): Hono {
  const app = new Hono()
  app.use(sameOriginOnly)
  app.use(headersFor(pages))
  app.use(
    '/api/*',
    withToken(token),
    bodyLimit({ maxSize: longestBody, onError: (c) => c.json({ error: '请求过大' }, 413) }),
  )

  app.get('/api/files', async (c) => c.json(await desk.files()))
  app.get('/api/documents/:id', async (c) => c.json(await desk.document(c.req.param('id'))))
  app.get('/api/catalog', async (c) => c.json(await desk.catalog()))
  app.post('/api/look', async (c) => c.json(await desk.look(Looked.parse(await c.req.json()))))
  app.post('/api/decide', async (c) => done(c, desk.decide(Decided.parse(await c.req.json()))))
  app.post('/api/undo', async (c) => done(c, desk.undo(PlacesAsked.parse(await c.req.json()))))
  app.post('/api/fact', async (c) => done(c, desk.answerFact(FactGiven.parse(await c.req.json()))))
  app.post('/api/catalog', async (c) => done(c, desk.addToCatalog(CatalogAsked.parse(await c.req.json()))))
  app.post('/api/issuer', async (c) => done(c, desk.placeIssuer(IssuerGiven.parse(await c.req.json()))))
  app.post('/api/preview', async (c) => c.json(await desk.preview()))
  app.post('/api/publish', async (c) => {
    const { inputs } = PublishAsked.parse(await c.req.json())
    return c.json(await desk.publish(inputs))
  })
  app.get('/', (c) => sendFile(c, pages, 'review/review.html'))
  app.get('*', (c) => sendFile(c, pages, c.req.path.slice(1)))
  app.onError(answerError)
  return app
}

async function done(c: Context, work: Promise<void>) {
  await work
  return c.json({})
}

/** What a person can mend is said in one line; anything else is a fault of ours, and goes to the terminal. */
function answerError(error: Error, c: Context) {
  if (error instanceof BadInput) return c.json({ error: error.message }, 422)
  if (error.name === 'ZodError' || error instanceof SyntaxError)
    return c.json({ error: '请求的写法不对' }, 400)
  process.stderr.write(`${error.stack}\n`)
  return c.json({ error: '出错了，详情见终端' }, 500)
}

/** Files of the built page: named by letters, digits and what stands between, so that no path leads out. */
const fileName = /^(?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)+$/

function sendFile(c: Context, pages: string, name: string) {
  const type = types[extname(name)]
  const file = join(pages, name)
  if (type === undefined || !fileName.test(name) || !existsSync(file))
    return c.json({ error: '没有这个地址' }, 404)
  return c.body(new Uint8Array(readFileSync(file)), 200, {
    'content-type': type,
    'cache-control': 'no-store',
  })
}

/** Only our own files run and show; of styles within the page only those that the build has written. */
function headersFor(pages: string) {
  const html = readFileSync(join(pages, 'review/review.html'), 'utf8')
  const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
    ([, style = '']) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  )
  return secureHeaders({
    strictTransportSecurity: false,
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", ...styles],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  })
}
