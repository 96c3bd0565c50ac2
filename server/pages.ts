import { type Context, Hono } from 'hono'
import { readAccepted } from './encoding.ts'
import { answerForm, type Form } from './form.ts'
import { followPageFiles, indexFile } from './page-files.ts'
import { securityOf } from './security.ts'
import type { ServerEnv } from './server-env.ts'

/** The addresses that the pages themselves understand. */
const addresses = ['/', '/indicators/*', '/regions/*', '/targets', '/sources/*', '/checks', '/embed']

/** What stands in place of a page that Vite has not built. */
export const notBuilt = '页面还没有构建：请先运行 npm run build'

/** The built pages. */
export interface Pages {
  readonly routes: Hono<ServerEnv>
  /** The page in place of an address that there is not. */
  answerMissing(c: Context): Promise<Response>
}

/** @param folder where Vite puts them: before the server starts, or while it runs. */
export function createPages(folder: string): Pages {
  const files = followPageFiles(folder)
  const fileFor = (c: Context, path: string) =>
    files(path, readAccepted(c.req.header('Accept-Encoding')), securityOf(c.req.path))
  const send = (c: Context<ServerEnv>, form: Form) => {
    c.set('isSecured', true)
    return answerForm(c, form)
  }
  /** The one page; which of its addresses is open, it reads for itself. */
  const answerPage = async (c: Context, answer: (page: Form) => Response) => {
    const page = await fileFor(c, indexFile)
    return page ? answer(page) : c.text(notBuilt, 503, { 'Cache-Control': 'no-cache' })
  }
  const routes = new Hono<ServerEnv>()
  for (const address of addresses) {
    routes.get(address, (c) => answerPage(c, (page) => send(c, page)))
  }
  routes.get('*', async (c, next) => {
    const file = await fileFor(c, c.req.path.slice(1))
    return file ? send(c, file) : next()
  })
  return {
    routes,
    answerMissing: (c) =>
      answerPage(
        c,
        ({ body, headers: { etag: _, ...headers } }) => new Response(body, { status: 404, headers }),
      ),
  }
}
