import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono, type MiddlewareHandler } from 'hono'

/** The addresses that the pages themselves understand. */
const addresses = ['/', '/indicators/*', '/regions/*', '/targets', '/sources/*', '/checks', '/embed']

const year = 365 * 24 * 3600

/** What stands in place of a page that Vite has not built. */
export const notBuilt = '页面还没有构建：请先运行 npm run build'

/**
 * The built pages: files with their hash in the name are kept for a year, all others asked for anew each time.
 * @param folder where Vite puts them.
 */
export function createPages(folder: string): Hono {
  const pages = new Hono()
  for (const address of addresses) pages.get(address, (c) => answerPage(c, folder, 200))
  const files = serveFiles(folder)
  pages.get('/assets/*', keep(`public, max-age=${year}, immutable`), files)
  pages.get('*', keep('no-cache'), files)
  return pages
}

/** Looks for the folder when first asked: the pages may be built while the server runs. */
function serveFiles(folder: string): MiddlewareHandler {
  let files: MiddlewareHandler | undefined
  return (c, next) => {
    if (!files && existsSync(folder)) files = serveStatic({ root: folder })
    return files ? files(c, next) : next()
  }
}

const keep =
  (cacheControl: string): MiddlewareHandler =>
  async (c, next) => {
    await next()
    if (c.res.ok) c.header('Cache-Control', cacheControl)
  }

/** The one page; which of its addresses is open, it reads for itself. */
export async function answerPage(c: Context, folder: string, status: 200 | 404): Promise<Response> {
  c.header('Cache-Control', 'no-cache')
  try {
    return c.html(await readFile(join(folder, 'index.html'), 'utf8'), status)
  } catch {
    return c.text(notBuilt, 503)
  }
}
