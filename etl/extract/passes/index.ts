import type { Lexicon } from '#data/language/lexicon.ts'
import type { NormalizedText } from '#data/language/normalize.ts'
import { type Context, resolveNamesIn } from '#data/language/resolve-names.ts'
import type { Token } from '#data/language/token.ts'
import { tokenize } from '#data/language/tokenize.ts'
import { attachProduct } from './attach-product.ts'
import { bridgeVerbs } from './bridge-verbs.ts'
import { dropModifiers } from './drop-modifiers.ts'
import { expandCoordination } from './expand-coordination.ts'
import { maskSpeeds } from './mask-speeds.ts'
import { mergeTokens } from './merge-tokens.ts'
import type { Pass } from './pass.ts'

/** Names are put together first, and what only looks like a number is taken out. */
const beforeNames: readonly Pass[] = [mergeTokens, bridgeVerbs, dropModifiers, maskSpeeds, attachProduct]
/** What a name means is known to these. */
const behindNames: readonly Pass[] = [expandCoordination]

/** The tokens of words that are no sentence: of a title, a cell, a heading. */
export const tokensOf = (normalized: NormalizedText, lexicon: Lexicon): Token[] =>
  mergeTokens(tokenize(normalized, lexicon), normalized)

/** The tokens of a sentence, whose names mean something, and the context in which the next one stands. */
export function tokensOfProse(
  normalized: NormalizedText,
  context: Context,
  { lexicon, above }: { readonly lexicon: Lexicon; readonly above?: string | undefined },
): { tokens: Token[]; context: Context } {
  const { text } = normalized
  const source = { text, lexicon, above }
  const run = (passes: readonly Pass[], tokens: readonly Token[]) =>
    passes.reduce<Token[]>((given, pass) => pass(given, source), [...tokens])
  const tokens = run(beforeNames, tokenize(normalized, lexicon))
  const named = resolveNamesIn({ tokens, text }, context, lexicon)
  return { tokens: run(behindNames, named.tokens), context: named.context }
}
