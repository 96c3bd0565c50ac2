import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { QueryStopped, type StopReason } from '#data/store/query-limits.ts'
import { type PictureStop, PictureStopped } from './pictures/picture-stopped.ts'

type Status = 400 | 404 | 405 | 406 | 410 | 422 | 501 | 503

/** The status of an answer that nobody waits for any more; it is never sent. */
export const left = 499

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

/**
 * The answer to a question that the program asks itself, and may ask in vain.
 * @param statuses of the problems that are no failure: 422 for what means nothing, 404 for what there is none of.
 * @returns what `instead` is where the answer is one of them.
 */
export async function answerOr<Answered, Instead>(
  answer: Promise<Answered>,
  instead: Instead,
  statuses: readonly Status[] = [422],
): Promise<Answered | Instead> {
  try {
    return await answer
  } catch (cause) {
    if (cause instanceof Problem && statuses.includes(cause.status)) return instead
    throw cause
  }
}

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
    if (status === 503) c.header('Retry-After', retryAfter)
    return c.json({ error: { code, message, ...(field !== undefined && { field }) } }, status)
  }
  if (error instanceof HTTPException && error.status < 500) {
    return c.json({ error: { code: 'unreadable', message: '请求无法识别' } }, error.status)
  }
  const stopped = stopOf(error)
  if (stopped) return answerStopped(stopped.reason, c)
  if (error instanceof PictureStopped) return answerUndrawn(error, c)
  tellFailure(error, c)
  return c.json({ error: { code: 'internal', message: '服务器出错，请稍后再试' } }, 500)
}

/** Tells the operator what went wrong; that a reader has left is no failure. */
export function tellFailure(error: Error, c: Context): void {
  if (isAbandoned(error)) return
  process.stderr.write(
    `${c.req.method} ${c.req.path} 未能回答：${error.stack ?? error.message}${causesOf(error)}\n`,
  )
}

/** Seconds after which a question that was turned away may be asked again. */
const retryAfter = '2'

const stoppedWords: Readonly<Record<Exclude<StopReason, 'abandoned'>, string>> = {
  busy: '正在回答的问题太多，请稍后再试',
  too_slow: '这个问题没能在时限内答完，已经停下；请缩小范围，或稍后再试',
}

function answerStopped(reason: StopReason, c: Context): Response {
  if (reason === 'abandoned') return new Response(null, { status: left })
  if (reason === 'too_slow') process.stderr.write(`${c.req.method} ${c.req.path} 超过时限，已经停下\n`)
  return answerLater(c, reason, stoppedWords[reason])
}

function answerLater(c: Context, code: string, message: string): Response {
  c.header('Retry-After', retryAfter)
  return c.json({ error: { code, message } }, 503)
}

const undrawnWords: Readonly<Record<PictureStop, readonly [code: string, message: string]>> = {
  full: ['busy', '等着画的图太多，请稍后再试'],
  late: ['too_slow', '这张图没能在时限内画完，已经停下；请缩小范围，或稍后再试'],
  died: ['unavailable', '这张图没能画成，请稍后再试'],
  closed: ['unavailable', '服务正在停止，请稍后再试'],
}

function answerUndrawn(error: PictureStopped, c: Context): Response {
  if (error.reason === 'died') tellFailure(error, c)
  return answerLater(c, ...undrawnWords[error.reason])
}

/** Whether it says no more than that nobody waits for the answer. */
export const isAbandoned = (error: unknown): boolean => stopOf(error)?.reason === 'abandoned'

/** The stopped query that an error comes from: drivers put their own errors around it. */
function stopOf(error: unknown): QueryStopped | undefined {
  if (error instanceof QueryStopped) return error
  return error instanceof Error ? stopOf(error.cause) : undefined
}

function causesOf({ cause }: Error): string {
  if (!(cause instanceof Error)) return ''
  return `\n原因：${cause.stack ?? cause.message}${causesOf(cause)}`
}
