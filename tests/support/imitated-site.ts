import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** What the site answers: a document, or one of its faults. */
export interface Reply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Its mark: a request that names it is answered 304. */
  readonly etag?: string
  /** `silent` never answers, `stalled` stops in the middle, `cut` ends there, `endless` never ends. */
  readonly fault?: 'silent' | 'stalled' | 'cut' | 'endless'
}

/** A site that listens on this machine. */
export interface ImitatedSite {
  readonly origin: string
  readonly host: string
  /** What was asked for, in order: path, with the headers of each request. */
  readonly asked: { readonly path: string; readonly headers: IncomingMessage['headers'] }[]
  /** From now on answers a path with these, one request after the other, the last one again and again. */
  answer(path: string, ...replies: readonly (Reply | string | Uint8Array)[]): void
}

/** Imitates the site of a ministry with its faults; gone when the test is over. */
export async function imitateSite(): Promise<ImitatedSite> {
  const replies = new Map<string, Reply[]>()
  const asked: ImitatedSite['asked'] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push({ path, headers: request.headers })
    const list = replies.get(path) ?? [{ status: 404 }]
    const reply = (list.length > 1 ? list.shift() : list[0]) ?? {}
    send(reply, request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin: `http://${host}`,
    host,
    asked,
    answer: (path, ...said) =>
      void replies.set(
        path,
        said.map((each) => (typeof each === 'string' || each instanceof Uint8Array ? { body: each } : each)),
      ),
  }
}

function send(
  { status = 200, headers = {}, body = '', etag, fault }: Reply,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (fault === 'silent') return
  const isKnown = etag !== undefined && request.headers['if-none-match'] === etag
  const type = typeof body === 'string' ? { 'content-type': 'text/html; charset=utf-8' } : {}
  const isPart = fault === 'cut' || fault === 'stalled'
  const length = isPart ? { 'content-length': String(Buffer.byteLength(body) + 1000) } : {}
  response.writeHead(isKnown ? 304 : status, { ...type, ...length, ...(etag ? { etag } : {}), ...headers })
  if (isKnown) response.end()
  else if (fault === 'cut') response.write(body, () => response.destroy())
  else if (fault === 'stalled') response.write(body)
  else if (fault === 'endless') pour(response)
  else response.end(body)
}

function pour(response: ServerResponse): void {
  const more = () => {
    if (!response.destroyed) response.write(Buffer.alloc(65_536, ' '), more)
  }
  more()
}
