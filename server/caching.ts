import type { Context, MiddlewareHandler, Next } from 'hono'
import type { AnswerCache, KeptAnswers } from './answer-cache.ts'
import { readAccepted } from './encoding.ts'
import { left, Problem } from './errors.ts'
import {
  answerForm,
  encodedForm,
  encodingFor,
  type Form,
  formOf,
  formOfText,
  isKnown,
  isNamed,
  unchanged,
} from './form.ts'
import type { ServerEnv } from './server-env.ts'
import { version } from './version.ts'
import { hashOf } from './vintage.ts'

/*
 * While neither the snapshot nor the program changes, neither does an answer: it is kept as the bytes that are sent and
 * given again without being asked. Errors are not kept, and files, which have a name, stream past.
 */

/** Answers from what is kept, and keeps what is not yet; what several ask at one time is asked once. */
export const answerFrom =
  (cache: AnswerCache): MiddlewareHandler<ServerEnv> =>
  async (c, next) => {
    const accepted = readAccepted(c.req.header('Accept-Encoding'))
    if (!isRead(c) || accepted.best === undefined) return next()
    const answers = cache.of(c.get('store'))
    const question = questionOf(c, answers)
    const ready = answers.find(question, accepted.best)
    if (ready) return answerForm(c, ready)
    const plain = answers.find(question, 'identity') ?? (await ask(c, next, { answers, question }))
    if (!plain) return
    const encoding = encodingFor(plain, accepted)
    const form =
      encoding === 'identity'
        ? plain
        : await once(answers, `${encoding} ${question}`, async () => {
            const packed = await encodedForm(plain, encoding)
            if (plain.status === 200) answers.keep(question, encoding, packed)
            return packed
          })
    c.res = undefined
    c.res = answerForm(c, form)
  }

/** Tells readers how to keep an answer: they ask each time whether it is still right, by the tag of one that was given. */
export const tagging: MiddlewareHandler<ServerEnv> = async (c, next) => {
  await next()
  if (!isRead(c) || c.res.status >= 500) return
  // To set them by the context would make the response anew for each.
  const { headers, status } = c.res
  headers.set('Cache-Control', 'no-cache')
  headers.set('Vary', 'Accept-Encoding')
  const name = nameOf(c)
  if (status === 200 && name !== undefined) headers.set('ETag', tagOf(name))
}

/**
 * Names a file by the snapshot and its question. The name is given with a file only, so that whoever says it has the file: it is
 * unchanged, and nothing need be asked.
 */
export const namingFiles: MiddlewareHandler<ServerEnv> = async (c, next) => {
  const fileName = `${c.get('store').snapshot.id}-${hashOf(canonicalQuestion(c))}`
  c.set('fileName', fileName)
  const tag = tagOf(fileName)
  return isNamed(c, tag) ? unchanged({ etag: tag }) : next()
}

/** 406 to a reader that takes neither a packed answer nor a plain one, of the API and of the pages. */
export const refuseUnpackable: MiddlewareHandler = async (c, next) => {
  if (readAccepted(c.req.header('Accept-Encoding')).best !== undefined) return next()
  c.header('Cache-Control', 'no-cache')
  c.header('Vary', 'Accept-Encoding')
  throw new Problem(406, 'not_acceptable', '请求头 Accept-Encoding 拒绝了全部编码；可用：br、gzip、identity')
}

const isRead = (c: Context) => c.req.method === 'GET' || c.req.method === 'HEAD'

const tagOf = (name: string) => `W/"${name}-${version}"`

/**
 * Answers are named by their snapshot, files by their question too, and what is of a day, which later snapshots give as
 * well, or depends on the day, by its own content.
 */
const nameOf = (c: Context<ServerEnv>) =>
  c.req.query('asOf') === undefined && c.get('today') === undefined
    ? (c.get('fileName') ?? c.get('store').snapshot.id)
    : c.get('contentHash')

/** The question that an address asks, which is remembered with its answer. */
function questionOf(c: Context, answers: KeptAnswers): string {
  const { url } = c.req
  const address = onItsDay(c, url.slice(url.indexOf('/', url.indexOf('//') + 2)))
  const seen = answers.questionOf(address)
  if (seen !== undefined) return seen
  const question = canonicalQuestion(c)
  if (answers.has(question)) answers.remember(address, question)
  return question
}

/** One text for a question, however the parameters of its address are ordered and spelled. */
function canonicalQuestion(c: Context): string {
  const parameters = Object.entries(c.req.queries()).sort(([one], [other]) => (one < other ? -1 : 1))
  return onItsDay(c, `${c.req.path} ${JSON.stringify(parameters)}`)
}

/** What names a question, and the day where its answer depends on that: yesterday's is never given today. */
const onItsDay = (c: Context<ServerEnv>, question: string) =>
  c.get('today') === undefined ? question : `${question} ${c.get('today')}`

interface Asked {
  readonly answers: KeptAnswers
  readonly question: string
}

/** @returns undefined where the response stands in the context, for this reader alone. */
async function ask(
  c: Context<ServerEnv>,
  next: Next,
  { answers, question }: Asked,
): Promise<Form | undefined> {
  let isAsked = false
  const work = async () => {
    isAsked = true
    const form = await takeForm(c, next)
    if (form?.status === 200) answers.keep(question, 'identity', form)
    return form
  }
  const form = await once(answers, question, work)
  return form || isAsked ? form : work()
}

/** The bytes of an answer; undefined where it is a file of its own name, or known to this reader, or where nobody waits for it any more. */
async function takeForm(c: Context<ServerEnv>, next: Next): Promise<Form | undefined> {
  await next()
  if (c.res.status === left || c.res.status === 304) return undefined
  if (c.get('fileName') === undefined || !c.res.headers.has('Content-Disposition')) {
    const { sentText } = c.var
    return sentText?.response === c.res ? formOfText(c.res, sentText.text) : formOf(c.res)
  }
  const tag = c.res.headers.get('ETag')
  if (tag === null || !isKnown(c, tag)) return undefined
  await c.res.body?.cancel()
  const { headers } = c.res
  c.res = undefined
  c.res = unchanged(Object.fromEntries(headers))
  return undefined
}

/** Does a piece of work, or waits for the one of that name which is under way. */
function once<Result extends Form | undefined>(
  { underWay }: KeptAnswers,
  name: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const running = underWay.get(name)
  if (running) return running as Promise<Result>
  const begun = work().finally(() => underWay.delete(name))
  underWay.set(name, begun)
  return begun
}
