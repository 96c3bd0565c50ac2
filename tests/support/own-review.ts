import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { hashInputs } from '#etl/hash-inputs.ts'
import { serveReview } from '#etl/review/review-command.ts'
import { buildPages } from './built-pages.ts'

export interface OwnReview {
  /** Where the page answers, without its token; and the token. */
  readonly origin: string
  readonly token: string
  /** The address that the terminal prints. */
  readonly address: string
  /** Where it publishes. */
  readonly out: string
  /** Asks as the page does; what is asked with is sent as JSON. */
  ask(path: string, question?: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>
}

/** `npm run review` over a data folder, until the test is over. */
export async function ownReview(dataFolder: string): Promise<OwnReview> {
  const out = join(dataFolder, 'build', 'own.duckdb')
  const { address, close } = await serveReview({
    ...{ dataFolder, out, port: 0, pages: await buildPages('review') },
    inputs: () => hashInputs([dataFolder]),
  })
  onTestFinished(close)
  const { origin, hash } = new URL(address)
  const token = hash.slice(1)
  return {
    ...{ origin, token, address, out },
    ask: (path, question, headers = {}) =>
      fetch(`${origin}/api/${path}`, {
        headers: { 'x-review-token': token, 'content-type': 'application/json', ...headers },
        ...(question === undefined ? {} : { method: 'POST', body: JSON.stringify(question) }),
      }),
  }
}
