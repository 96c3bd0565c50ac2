import type { Context, TypedResponse } from 'hono'
import type { ServerEnv } from './server-env.ts'
import { hashOf, textOf } from './vintage.ts'

/** Answers in JSON, and leaves the text at hand for whoever keeps the answer: to read it back from a response costs as much as to write it. */
export function sendAnswer<Answer extends object>(
  c: Context<ServerEnv>,
  answer: Answer,
): Response & TypedResponse<Answer, 200, 'json'> {
  const text = textOf(c, answer)
  const response = c.body(text, 200, { 'Content-Type': 'application/json' })
  c.set('sentText', { response, text })
  return response as unknown as Response & TypedResponse<Answer, 200, 'json'>
}

/** Answers in a text of another kind, which is named by its own content. */
export function sendText(c: Context<ServerEnv>, text: string, mediaType: string): Response {
  c.set('contentHash', hashOf(text))
  const response = c.body(text, 200, { 'Content-Type': mediaType })
  c.set('sentText', { response, text })
  return response
}
