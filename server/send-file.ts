import type { Context } from 'hono'
import { tellFailure } from './errors.ts'
import type { ServerEnv } from './server-env.ts'
import { nameFileByContent } from './vintage.ts'

/** A file up to this many bytes is answered at once, with its length, and named by its content. */
const smallFile = 1 << 20

/** A reader who takes nothing for this long has left: its database may be closed. */
const patienceMs = 60_000

/**
 * Answers with a file that is written while it is read. What goes wrong before the first megabyte is an error like any
 * other; later it breaks the transfer, so that no part of a file passes for the whole. When the reader leaves, the
 * writing is stopped.
 * @param headers of the file, which an error has not.
 */
export async function sendFile(
  c: Context<ServerEnv>,
  file: AsyncIterable<Uint8Array>,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const pieces = file[Symbol.asyncIterator]()
  const begun = await readBeginning(pieces)
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
  if (begun.isWhole) {
    const whole = Buffer.concat(begun.pieces)
    nameFileByContent(c, whole)
    return c.body(whole)
  }
  // Too long to be hashed before it is sent: a new database gives it a new name, though what it says stays.
  if (c.req.query('asOf') !== undefined) c.set('contentHash', c.get('fileName'))
  const { body, sent } = streamPieces(begun.pieces, pieces, (error) => tellFailure(error, c))
  c.set('sent', sent)
  return c.body(body)
}

async function readBeginning(pieces: AsyncIterator<Uint8Array>) {
  const begun: Uint8Array[] = []
  let length = 0
  while (length <= smallFile) {
    const next = await pieces.next()
    if (next.done) return { pieces: begun, isWhole: true }
    begun.push(next.value)
    length += next.value.length
  }
  return { pieces: begun, isWhole: false }
}

/** Each piece is made when the reader has taken the one before. */
function streamPieces(
  begun: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
  onError: (error: Error) => void,
) {
  const waiting = [...begun]
  let settle = () => {}
  const sent = new Promise<void>((resolve) => (settle = resolve))
  let patience: NodeJS.Timeout | undefined
  let isOver = false
  const end = async () => {
    isOver = true
    clearTimeout(patience)
    await Promise.resolve(rest.return?.()).catch(() => {})
    settle()
  }
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        clearTimeout(patience)
        try {
          const piece = waiting.shift() ?? (await nextOf(rest))
          if (isOver) return
          if (piece) {
            controller.enqueue(piece)
            patience = setTimeout(() => {
              controller.error(new Error('the reader takes nothing'))
              void end()
            }, patienceMs).unref()
          } else {
            controller.close()
            await end()
          }
        } catch (error) {
          onError(error instanceof Error ? error : new Error(String(error)))
          await end()
          throw error
        }
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  )
  return { body, sent }
}

async function nextOf(pieces: AsyncIterator<Uint8Array>): Promise<Uint8Array | undefined> {
  const next = await pieces.next()
  return next.done ? undefined : next.value
}
