import { html } from 'hono/html'

/** HTML in which everything that was put in is escaped. */
export type Html = ReturnType<typeof html>

/** Pieces with a text between them. */
export const join = (pieces: readonly Html[], between: string): Html =>
  html`${pieces.map((piece, at) => (at === 0 ? piece : html`${between}${piece}`))}`

/** Text in which words between backticks are code. */
export const prose = (text: string): Html =>
  html`${text.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part))}`

/** Words of code, the empty one in quotation marks, with room to break between them. */
export const codes = (words: readonly string[]): Html =>
  html`${words.map((word) => html`<code>${word === '' ? '""' : word}</code> `)}`
