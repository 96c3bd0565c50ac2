import { createMiddleware } from 'hono/factory'
import type { ServerEnv } from './server-env.ts'

/** Tells the time: the machine's, but for tests. */
export type Clock = () => Date

/** Routes whose answers depend on the day on which they are asked, where the question names none with `today`. */
export const routesOfToday = ['/api/v1/ask', '/api/v1/calendar']

const beijing = 8 * 3_600_000

/** The day in Beijing, where the figures are published. */
const dayAt = (now: Date): string => new Date(now.getTime() + beijing).toISOString().slice(0, 10)

/**
 * Says which day it is to a route whose answer depends on it. The day is part of the question, as if it had been asked for:
 * yesterday's answer is not given today, and its tag is no longer right.
 */
export const tellToday = (clock: Clock) =>
  createMiddleware<ServerEnv>((c, next) => {
    if (c.req.query('today') === undefined) c.set('today', dayAt(clock()))
    return next()
  })
