import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { BadInput } from '#data/model/bad-input.ts'
import { createReviewApp } from './app.ts'
import { type DeskOptions, openDesk } from './desk.ts'

export interface ReviewCommand extends DeskOptions {
  /** The folder of the built page. */
  readonly pages: string
  /** 0 takes any that is free. */
  readonly port: number
}

interface Serving {
  /** With the token: who has it may decide. */
  readonly address: string
  close(): Promise<void>
}

/**
 * Serves the review page on this machine only.
 * @throws BadInput where the page was not built, or the port is taken.
 */
export async function serveReview({ pages, port, ...options }: ReviewCommand): Promise<Serving> {
  if (!existsSync(join(pages, 'review/review.html')))
    throw new BadInput('审读的页面还没有构建；请用 npm run review 打开')
  const token = randomBytes(24).toString('base64url')
  const desk = openDesk(options)
  const app = createReviewApp({ desk, token, pages })
  const server = await listen(app.fetch, port)
  // Read while the page is opened; what goes wrong is said to the page when it asks.
  desk.files().catch(() => {})
  const { port: taken } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${taken}/#${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(fetch: Parameters<typeof serve>[0]['fetch'], port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: '127.0.0.1' }, () => resolve(server)) as Server
    server.once('error', (cause) =>
      reject(new BadInput(`端口 ${port} 不能使用（${cause.message}）；可用 --port 换一个`, { cause })),
    )
  })
}
