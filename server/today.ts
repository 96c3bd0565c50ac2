import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { dayInBeijing } from './queries/read-versions.ts'
import type { ServerEnv } from './server-env.ts'

/*
 * Some answers depend on the day on which they are given: what is overdue today was not yesterday. The day is taken here,
 * once, and is part of the question from then on: what is kept is found by it, and the ETag is made of the content, which
 * names it. `today` in the address says another day, so that an answer can be had again.
 */

/** The paths whose answers depend on the day. */
export const pathsOfToday: readonly string[] = ['/api/v1/ask', '/api/v1/calendar', '/api/v1/feed.atom']

/** The day of now where the figures are published. */
export const readToday = (): string => dayInBeijing(new Date().toISOString())

/**
 * Makes the day part of the question.
 * @param clock tells the day where the address does not.
 */
export const askToday = (clock: () => string) =>
  createMiddleware<ServerEnv>((c, next) => {
    c.set('today', c.req.query('today') ?? clock())
    return next()
  })

/** The day that an answer is of, on one of `pathsOfToday`. */
export function todayOf(c: Context<ServerEnv>): string {
  const today = c.get('today')
  if (today === undefined) throw new Error(`${c.req.path} is none of the paths that depend on the day`)
  return today
}
