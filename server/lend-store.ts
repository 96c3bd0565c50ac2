import type { Context, Next } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Store } from '#data/store/open-store.ts'
import { type CurrentStore, NotKept } from './current-store.ts'
import { parseCursor } from './cursor.ts'
import { meaningless } from './errors.ts'
import { whyNotKept } from './missing-version.ts'
import type { ServerEnv } from './server-env.ts'

type Lend = (work: (store: Store) => Promise<void>) => Promise<void>

/** Keeps the current store for the whole of a request, and that store open. */
export const lendCurrent = (current: CurrentStore) =>
  createMiddleware<ServerEnv>((c, next) => answerFrom(c, current.use, current, next))

/** The same with the store of the version that `snapshot` or the cursor names. */
export const lendAsked = (current: CurrentStore) =>
  createMiddleware<ServerEnv>(async (c, next) => {
    const id = askedVersion(c)
    if (id === undefined) return answerFrom(c, current.use, current, next)
    try {
      await answerFrom(c, (work) => current.lendVersion(id, work), current, next)
    } catch (cause) {
      throw cause instanceof NotKept ? await current.use((store) => whyNotKept(store, id, c)) : cause
    }
  })

/** Ends when the answer is made; the store is kept until the last of the answer is on the way. */
function answerFrom(c: Context<ServerEnv>, lend: Lend, current: CurrentStore, next: Next): Promise<void> {
  return new Promise((resolve, reject) => {
    const answer = async (store: Store) => {
      c.set('current', current)
      c.set('store', store)
      await next()
      resolve()
      await c.var.sent
    }
    lend(answer).catch(reject)
  })
}

/** A page goes on in the version in which the first one was read. */
function askedVersion(c: Context): string | undefined {
  const snapshot = c.req.query('snapshot')
  const ofPage = parseCursor(c.req.query('cursor') ?? '')?.snapshot || undefined
  if (snapshot === undefined || ofPage === undefined || snapshot === ofPage) return snapshot ?? ofPage
  throw meaningless(
    `游标属于版本 ${ofPage}，与 snapshot=${snapshot} 不是同一版本；请去掉 snapshot`,
    'snapshot',
  )
}
