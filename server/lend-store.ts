import type { Context, MiddlewareHandler, Next } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Store } from '#data/store/open-store.ts'
import { type Lending, NotKept } from './current-store.ts'
import { parseCursor } from './cursor.ts'
import { meaningless, Problem, unreadable } from './errors.ts'
import { repeated } from './input.ts'
import { whyNotKept } from './missing-version.ts'
import type { ServerEnv } from './server-env.ts'

type Lend = (work: (store: Store) => Promise<void>) => Promise<void>

/** Keeps the current store for the whole of a request, and that store open. */
export const lendCurrent = (current: Lending) =>
  createMiddleware<ServerEnv>((c, next) => lendTo(c, current.use, current, next))

/** The same with the store of the version that `snapshot` or the cursor names; where it cannot be had, `refuseMissing` says why. */
export const lendAsked = (current: Lending) =>
  createMiddleware<ServerEnv>(async (c, next) => {
    try {
      const id = askedVersion(c)
      await lendTo(c, id === undefined ? current.use : (work) => current.lendVersion(id, work), current, next)
    } catch (cause) {
      await lendTo(
        c,
        (work) =>
          current.use(async (store) => {
            c.set('missing', await reasonOf(cause, store, c))
            await work(store)
          }),
        current,
        next,
      )
    }
  })

/** A picture that is frozen at a version which is gone is made of the numbers known on the day that stands beside it. */
export const freezeByDay: MiddlewareHandler<ServerEnv> = (c, next) => {
  if (!c.get('missing') || c.req.query('asOf') === undefined) return next()
  const { pathname, searchParams } = new URL(c.req.url)
  searchParams.delete('snapshot')
  return Promise.resolve(c.redirect(`${pathname}?${searchParams}`, 302))
}

/** Behind what every answer carries, an error too. */
export const refuseMissing: MiddlewareHandler<ServerEnv> = (c, next) => {
  if (c.get('missing')) throw c.get('missing')
  return next()
}

async function reasonOf(cause: unknown, store: Store, c: Context): Promise<Error> {
  if (cause instanceof NotKept) return whyNotKept(store, cause.message, c)
  if (cause instanceof Problem) return cause
  throw cause
}

/** Ends when the answer is made; the store is kept until the last of the answer is on the way. */
function lendTo(c: Context<ServerEnv>, lend: Lend, current: Lending, next: Next): Promise<void> {
  return new Promise((resolve, reject) => {
    const answer = async (store: Store) => {
      c.set('current', current)
      c.set('store', store)
      await next()
      resolve()
      await c.get('sent')
    }
    lend(answer).catch(reject)
  })
}

/** A page goes on in the version in which the first one was read. */
function askedVersion(c: Context): string | undefined {
  const [snapshot, ...more] = c.req.queries('snapshot') ?? []
  if (more.length > 0) throw repeated('snapshot', more.length + 1)
  if (snapshot === '') throw unreadable('参数 snapshot：为空，应为一个版本的编号', 'snapshot')
  const cursor = c.req.query('cursor')
  const ofPage = (cursor !== undefined && parseCursor(cursor)?.snapshot) || undefined
  if (snapshot === undefined || ofPage === undefined || snapshot === ofPage) return snapshot ?? ofPage
  throw meaningless(
    `游标属于版本 ${ofPage}，与 snapshot=${snapshot} 不是同一版本；请去掉 snapshot`,
    'snapshot',
  )
}
