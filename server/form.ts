import type { Context } from 'hono'
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/utils/compress'
import { type Accepted, type Encoding, encode } from './encoding.ts'

/** An answer in the very bytes and headers that are sent, in one encoding. */
export interface Form {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>
  /** Its ETag, where it has one. */
  readonly tag: string | undefined
}

/** Nothing shorter is packed unless a reader takes it in no other way. */
const worthPacking = 1024

/** The form of a response as it is; its body is used up. */
export async function formOf(response: Response): Promise<Form> {
  const headers = Object.fromEntries(response.headers)
  const body = new Uint8Array(await response.arrayBuffer())
  return plainForm(response.status, headers, body)
}

const encoder = new TextEncoder()

/** The same where the text of the body is at hand. */
export const formOfText = ({ status, headers }: Response, text: string): Form =>
  plainForm(status, Object.fromEntries(headers), encoder.encode(text))

export function plainForm(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array<ArrayBuffer>,
): Form {
  const length = String(body.length)
  return { status, headers: { ...headers, 'content-length': length }, body, tag: headers['etag'] }
}

/** The encoding in which a plain form goes to a reader that takes some. */
export function encodingFor({ headers, body }: Form, { best = 'identity', plain }: Accepted): Encoding {
  const isWorth =
    body.length >= worthPacking && COMPRESSIBLE_CONTENT_TYPE_REGEX.test(headers['content-type'] ?? '')
  return isWorth || !plain ? best : 'identity'
}

/** The same answer in another encoding. */
export async function encodedForm(form: Form, encoding: Encoding): Promise<Form> {
  return encoding === 'identity' ? form : packedForm(form, encoding, await encode(form.body, encoding))
}

/** An answer that is given often, as a reader takes it. */
export type PackedForms = (accepted: Accepted) => Promise<Form>

/**
 * The forms of a plain one, each made when it is first asked for and then kept.
 * @param pack makes one that is packed.
 */
export function packedForms(
  plain: Form,
  pack = (encoding: Encoding): Promise<Form> => encodedForm(plain, encoding),
): PackedForms {
  const packed = new Map<Encoding, Promise<Form>>([['identity', Promise.resolve(plain)]])
  return (accepted) => {
    const encoding = encodingFor(plain, accepted)
    const form = packed.get(encoding) ?? pack(encoding)
    packed.set(encoding, form)
    return form
  }
}

/** What was written, as a response takes it: without a copy. */
export function bytesOf(written: Uint8Array): Uint8Array<ArrayBuffer>
export function bytesOf(written: string | Uint8Array): string | Uint8Array<ArrayBuffer>
export function bytesOf(written: string | Uint8Array) {
  if (typeof written === 'string') return written
  return new Uint8Array(written.buffer as ArrayBuffer, written.byteOffset, written.length)
}

/** The same answer, packed already. */
export function packedForm(form: Form, encoding: Encoding, packed: Uint8Array): Form {
  const body = bytesOf(packed)
  const length = String(body.length)
  return {
    ...form,
    body,
    headers: { ...form.headers, 'content-encoding': encoding, 'content-length': length },
  }
}

/** The response: 304 without a body where the reader has the answer already. */
export function answerForm(c: Context, { status, headers, body, tag }: Form): Response {
  return tag !== undefined && isKnown(c, tag) ? unchanged(headers) : new Response(body, { status, headers })
}

/** 304 with the headers of the answer that the reader has. */
export function unchanged(headers: Readonly<Record<string, string>>): Response {
  const { 'content-type': _, 'content-length': __, 'content-encoding': ___, ...others } = headers
  return new Response(null, { status: 304, headers: others })
}

/** Whether If-None-Match names a tag, or any. */
export const isKnown = (c: Context, tag: string): boolean =>
  c.req.header('If-None-Match')?.trim() === '*' || isNamed(c, tag)

/** Whether it names this very tag; for reading, a weak one and a strong one are the same. */
export function isNamed(c: Context, tag: string): boolean {
  const names = c.req.header('If-None-Match')?.match(/"[^"]*"/g)
  return names?.includes(tag.replace(/^W\//, '')) ?? false
}
