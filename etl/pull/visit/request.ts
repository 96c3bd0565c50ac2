import { type IncomingHttpHeaders, type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { pipeline } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { errorCode } from '#data/model/error-code.ts'
import { FetchFailure } from './fetch-failure.ts'
import { isPrivateHost, lookupPublic } from './private-addresses.ts'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** Inflated; empty unless the status is 200. */
  readonly body: Uint8Array
}

export interface Asking {
  readonly headers: Readonly<Record<string, string>>
  readonly limits: { readonly megabytes: number; readonly seconds: number }
  readonly signal: AbortSignal
}

const decoders = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
} as const

/**
 * One request and its whole answer, or none of it.
 * @throws FetchFailure for what is unreachable, cut off, too slow or too large; what the signal says when it stops.
 */
export async function request(url: URL, { headers, limits, signal }: Asking): Promise<Answer> {
  const timeout = AbortSignal.timeout(1000 * limits.seconds)
  try {
    const response = await open(url, headers, AbortSignal.any([signal, timeout]))
    try {
      const status = response.statusCode ?? 0
      const body = status === 200 ? await readBody(response, limits.megabytes) : new Uint8Array()
      return { status, headers: response.headers, body }
    } finally {
      response.destroy()
    }
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof FetchFailure) throw error
    if (timeout.aborted) throw new FetchFailure(`${limits.seconds} 秒内没有答完`, { again: true })
    throw new FetchFailure(`连接失败（${errorCode(error)}）`, { again: true })
  }
}

function open(
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const send = url.protocol === 'https:' ? requestSecure : requestPlain
  const options = {
    agent: false,
    signal,
    headers: { 'accept-encoding': 'gzip, deflate, br', ...headers },
    // A host that the feed itself names as private was asked for; see `checkAddress`.
    ...(isPrivateHost(url) ? {} : { lookup: lookupPublic }),
  }
  return new Promise((resolve, reject) => {
    send(url, options).once('response', resolve).on('error', reject).end()
  })
}

async function readBody(response: IncomingMessage, megabytes: number): Promise<Uint8Array> {
  const most = megabytes * 1024 * 1024
  const tooLarge = () => new FetchFailure(`超过 ${megabytes} MB，不取`)
  if (Number(response.headers['content-length']) > most) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of inflated(response)) {
    size += chunk.length
    if (size > most) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The body as it was before it was packed for the way; ends with an error where the way was cut. */
function inflated(response: IncomingMessage): AsyncIterable<Uint8Array> {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? ''
  if (encoding === '' || encoding === 'identity') return response
  return pipeline(response, decoderOf(encoding)(), () => {})
}

function decoderOf(encoding: string) {
  const decoder = Object.entries(decoders).find(([name]) => name === encoding)?.[1]
  if (!decoder) throw new FetchFailure(`压缩方式 ${encoding} 不认识`)
  return decoder
}
