import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'

type Status = 400 | 404 | 405 | 410 | 422 | 503

/** A request that cannot be answered: what is wrong with it in one line, and what would be right. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: Status
  readonly code: string
  /** The parameter that is at fault. */
  readonly field: string | undefined

  constructor(status: Status, code: string, message: string, field?: string) {
    super(message)
    this.status = status
    this.code = code
    this.field = field
  }
}

/** 400: the parameter cannot be read. */
export const unreadable = (message: string, field?: string) => new Problem(400, 'unreadable', message, field)

/** 404: it can be read, and there is no such thing. */
export const notFound = (message: string, field?: string) => new Problem(404, 'not_found', message, field)

/** 410: there was such a thing, and it is no longer kept. */
export const gone = (message: string, field?: string) => new Problem(410, 'gone', message, field)

/** 503: not now; the message says why. */
export const unavailable = (message: string) => new Problem(503, 'unavailable', message)

/** 422: each part can be read, and together they mean nothing. */
export const meaningless = (message: string, field?: string) =>
  new Problem(422, 'meaningless', message, field)

const longestQuoted = 60

/** What a person typed, fit to stand in a one-line message. */
export function quoted(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
  return `「${line.length > longestQuoted ? `${line.slice(0, longestQuoted)}…` : line}」`
}

/** The one place where an error becomes an answer. A bug is told to the operator and not to the reader. */
export function answerError(error: Error, c: Context): Response {
  if (error instanceof Problem) {
    const { status, code, message, field } = error
    return c.json({ error: { code, message, ...(field !== undefined && { field }) } }, status)
  }
  if (error instanceof HTTPException && error.status < 500) {
    return c.json({ error: { code: 'unreadable', message: '请求无法识别' } }, error.status)
  }
  tellFailure(error, c)
  return c.json({ error: { code: 'internal', message: '服务器出错，请稍后再试' } }, 500)
}

/** Tells the operator what went wrong. */
export function tellFailure(error: Error, c: Context): void {
  process.stderr.write(
    `${c.req.method} ${c.req.path} 未能回答：${error.stack ?? error.message}${causesOf(error)}\n`,
  )
}

function causesOf({ cause }: Error): string {
  if (!(cause instanceof Error)) return ''
  return `\n原因：${cause.stack ?? cause.message}${causesOf(cause)}`
}
