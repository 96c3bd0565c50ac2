import type { Lexicon } from '#data/language/lexicon.ts'
import type { NormalizedText } from '#data/language/normalize.ts'
import type { Article, Paragraph, Table } from '../document.ts'
import { type ArticleContext, readContext } from './article-context.ts'
import { type Finding, spread, type Unread } from './finding.ts'
import type { Mention } from './mention.ts'
import { readMentions } from './read-mentions.ts'
import { type Passage, readPassages } from './read-passages.ts'
import { resolve, resolvers } from './resolve/index.ts'
import type { Reading, Resolver } from './resolve/resolver.ts'
import type { Rule } from './rule.ts'
import { rules } from './rules/index.ts'

/** A finding or a refusal with the paragraph it stands in. */
export interface Placed<Item> {
  readonly item: Item
  readonly paragraph: Paragraph
  readonly normalized: NormalizedText
  /** The table whose words the paragraph puts together. */
  readonly table?: Table
}

export interface Extraction {
  readonly context: ArticleContext
  readonly findings: readonly Placed<Finding>[]
  readonly unread: readonly Placed<Unread>[]
}

/** What reads: the ways of saying a number, and what settles each field. */
export interface Grammar {
  readonly rules: readonly Rule[]
  readonly resolvers: readonly Resolver[]
}

export const wholeGrammar: Grammar = { rules, resolvers }

/** Reads all numbers of an article's paragraphs. */
export function extract(article: Article, lexicon: Lexicon, grammar: Grammar = wholeGrammar): Extraction {
  const context = readContext(article, lexicon)
  const placeOf = new Map<Mention['clause'], Passage>()
  const toMentions = (passage: Passage) => {
    const mentions = readMentions(passage, context, grammar.rules)
    for (const { clause } of mentions) placeOf.set(clause, passage)
    return mentions
  }
  const mentions = readPassages(article, lexicon).flatMap(({ main, asides }) =>
    mergeAsides(
      toMentions(main),
      asides.map((aside) => ({ index: aside.aside ?? 0, mentions: toMentions(aside) })),
    ),
  )
  const extraction: { findings: Placed<Finding>[]; unread: Placed<Unread>[] } = { findings: [], unread: [] }
  for (const [at, reading] of resolve(mentions, context, grammar.resolvers).entries()) {
    const mention = mentions[at]
    const passage = mention && placeOf.get(mention.clause)
    if (!passage) continue
    const { paragraph, normalized } = passage
    collect(mention, reading, { paragraph, normalized }, extraction)
  }
  return { context, ...extraction }
}

function collect(
  mention: Mention,
  reading: Reading,
  place: Omit<Placed<unknown>, 'item'>,
  { findings, unread }: { findings: Placed<Finding>[]; unread: Placed<Unread>[] },
): void {
  const { quantities } = mention.clause
  if (quantities.length === 0) return
  const { refused } = reading
  const found = refused && refused !== 'no-period' ? refused : spread(mention, reading)
  if (typeof found !== 'string') for (const item of found) findings.push({ item, ...place })
  else
    for (const quantity of quantities) unread.push({ item: { because: found, mention, quantity }, ...place })
}

/** Mentions in reading order: what stood in parentheses goes where it stood. */
function mergeAsides(main: readonly Mention[], asides: readonly AsideMentions[]): Mention[] {
  const merged: Mention[] = []
  let next = 0
  const takeAsides = (before: number) => {
    for (let aside = asides[next]; aside && aside.index <= before; aside = asides[next]) {
      const { sentence = 0 } = merged.at(-1) ?? {}
      for (const mention of aside.mentions) merged.push({ ...mention, sentence })
      next++
    }
  }
  for (const mention of main) {
    takeAsides(startOf(mention.clause))
    merged.push(mention)
  }
  takeAsides(Number.POSITIVE_INFINITY)
  return merged
}

interface AsideMentions {
  readonly index: number
  readonly mentions: readonly Mention[]
}

const startOf = ({ tokens, quantities }: Mention['clause']) => (tokens[0] ?? quantities[0])?.start ?? 0
