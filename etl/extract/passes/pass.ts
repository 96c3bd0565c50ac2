import type { Lexicon } from '#data/language/lexicon.ts'
import type { Token } from '#data/language/token.ts'

/** What the tokens are of. */
export interface Source {
  /** The normalized text that their places count in. */
  readonly text: string
  readonly lexicon: Lexicon
  /** What is counted of the products in the list that the text is in. */
  readonly above?: string | undefined
}

/** Takes the tokens of a text and returns better ones: one way of writing names or numbers. */
export type Pass = (tokens: readonly Token[], source: Source) => Token[]
