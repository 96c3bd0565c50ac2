import { OpenAPIHono } from '@hono/zod-openapi'
import { refuseInput } from '#server/input.ts'
import type { ServerEnv } from '#server/server-env.ts'

/** An empty set of routes whose input is refused in the one error shape. */
export const createRouter = () => new OpenAPIHono<ServerEnv>({ defaultHook: refuseInput })
