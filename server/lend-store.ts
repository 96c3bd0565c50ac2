import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { type CurrentStore, NotKept } from './current-store.ts'
import { parseCursor } from './cursor.ts'
import { meaningless } from './errors.ts'
import { whyNotKept } from './missing-version.ts'
import type { ServerEnv } from './server-env.ts'

/** Keeps the current store for the whole of a request, and that store open. */
export const lendCurrent = (current: CurrentStore) =>
  createMiddleware<ServerEnv>((c, next) => current.use((store) => answerFrom(c, { current, store }, next)))

/** The same with the store of the version that `snapshot` or the cursor names. */
export const lendAsked = (current: CurrentStore) =>
  createMiddleware<ServerEnv>(async (c, next) => {
    const id = askedVersion(c)
    if (id === undefined) return current.use((store) => answerFrom(c, { current, store }, next))
    try {
      await current.lendVersion(id, (store) => answerFrom(c, { current, store }, next))
    } catch (cause) {
      throw cause instanceof NotKept ? await current.use((store) => whyNotKept(store, id, c)) : cause
    }
  })

function answerFrom(
  c: Context<ServerEnv>,
  { current, store }: ServerEnv['Variables'],
  next: () => Promise<void>,
): Promise<void> {
  c.set('current', current)
  c.set('store', store)
  return next()
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
