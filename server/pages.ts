import { type Context, Hono } from 'hono'
import { readAccepted } from './encoding.ts'
import { tellFailure } from './errors.ts'
import type { FirstPicture } from './first-picture.ts'
import { answerForm, type Form } from './form.ts'
import { originOf } from './origin-of.ts'
import { pageCodeFile, preloadCode } from './page-code.ts'
import { followPageFiles, indexFile } from './page-files.ts'
import { partsOf } from './page-parts.ts'
import type { Security } from './security.ts'
import type { ServerEnv } from './server-env.ts'
import { createWrittenPages } from './written-pages.ts'

/** The addresses that the pages themselves understand. */
const addresses = [
  '/',
  '/indicators/*',
  '/regions/*',
  '/targets',
  '/sources/*',
  '/checks',
  '/brief',
  '/embed',
]

/** What stands in place of a page that Vite has not built. */
export const notBuilt = '页面还没有构建：请先运行 npm run build'

/** The built pages. */
export interface Pages {
  readonly routes: Hono<ServerEnv>
  /** The page in place of an address that there is not. */
  answerMissing(c: Context): Promise<Response>
}

interface Parts {
  /** Where Vite puts the pages: before the server starts, or while it runs. */
  readonly folder: string
  readonly securityOf: Security
  /** The address under which readers come; '' where nobody says, and the address of the request is taken. */
  readonly publicUrl: string
  /** The first chart of the page of an address; undefined where it has none, or nobody can say. */
  readonly firstPicture: (address: URL) => Promise<FirstPicture | undefined>
}

export function createPages({ folder, securityOf, publicUrl, firstPicture }: Parts): Pages {
  const files = followPageFiles(folder)
  const written = createWrittenPages()
  const acceptedBy = (c: Context) => readAccepted(c.req.header('Accept-Encoding'))
  const fileFor = (c: Context, path: string) => files(path, acceptedBy(c), securityOf(c.req.path))
  /** The one page; which of its addresses is open, it reads for itself. */
  const pageFor = async (c: Context) => {
    const base = publicUrl || originOf(c.req.url)
    const address = new URL(c.req.url)
    const parts = partsOf(address, base)
    const plain = readAccepted(undefined)
    const [page, code, picture] = await Promise.all([
      files(indexFile, plain, securityOf(c.req.path)),
      files(pageCodeFile, plain, securityOf(c.req.path)),
      // A page is there for its reader whatever becomes of its picture.
      firstPicture(address).catch((error: Error) => tellFailure(error, c)),
    ])
    const key = `${base} ${address.pathname}${address.search} ${picture?.snapshot}`
    const head = (parts?.head ?? '') + preloadCode(code, address) + (picture?.head ?? '')
    if (!parts && head === '') return fileFor(c, indexFile)
    return page && written({ page, parts: { ...parts, head, body: picture?.body }, key })(acceptedBy(c))
  }
  const send = (c: Context<ServerEnv>, form: Form) => {
    c.set('isSecured', true)
    return answerForm(c, form)
  }
  const answerPage = (c: Context, page: Form | undefined, answer: (page: Form) => Response) =>
    page ? answer(page) : c.text(notBuilt, 503, { 'Cache-Control': 'no-cache' })
  const routes = new Hono<ServerEnv>()
  for (const address of addresses) {
    routes.get(address, async (c) => answerPage(c, await pageFor(c), (page) => send(c, page)))
  }
  routes.get('*', async (c, next) => {
    const file = await fileFor(c, c.req.path.slice(1))
    return file ? send(c, file) : next()
  })
  return {
    routes,
    answerMissing: async (c) =>
      answerPage(
        c,
        await fileFor(c, indexFile),
        ({ body, headers: { etag: _, ...headers } }) => new Response(body, { status: 404, headers }),
      ),
  }
}
