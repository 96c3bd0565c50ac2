import type { Lexicon } from '#data/language/lexicon.ts'
import type { NormalizedText } from '#data/language/normalize.ts'
import type { Article, Paragraph, Table } from '../document.ts'
import { readContext } from './article-context.ts'
import { type Finding, spread, type Unread } from './finding.ts'
import { refiners } from './grammar.ts'
import { type Passage, readPassages } from './read-passages.ts'
import { readStatements } from './read-statements.ts'
import type { ArticleContext } from './refiner.ts'
import type { Statement } from './statement.ts'

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

/** Reads all numbers of an article's paragraphs. */
export function extract(article: Article, lexicon: Lexicon): Extraction {
  const context = readContext(article, lexicon)
  const placeOf = new Map<Statement['clause'], Passage>()
  const toStatements = (passage: Passage) => {
    const statements = readStatements(passage, context)
    for (const { clause } of statements) placeOf.set(clause, passage)
    return statements
  }
  const read = readPassages(article, lexicon).flatMap(({ main, asides }) =>
    mergeAsides(
      toStatements(main),
      asides.map((aside) => ({ index: aside.aside ?? 0, statements: toStatements(aside) })),
    ),
  )
  const statements = refiners.reduce<Statement[]>((refined, refine) => refine(refined, context), read)
  const extraction: { findings: Placed<Finding>[]; unread: Placed<Unread>[] } = { findings: [], unread: [] }
  for (const statement of statements) {
    const passage = placeOf.get(statement.clause)
    if (passage)
      collect(statement, { paragraph: passage.paragraph, normalized: passage.normalized }, extraction)
  }
  return { context, ...extraction }
}

function collect(
  statement: Statement,
  place: Omit<Placed<unknown>, 'item'>,
  { findings, unread }: { findings: Placed<Finding>[]; unread: Placed<Unread>[] },
): void {
  const { quantities } = statement.clause
  if (quantities.length === 0) return
  const isUndated = statement.refused === 'no-period'
  const found = isUndated ? spread(statement) : (statement.refused ?? spread(statement))
  if (typeof found !== 'string') for (const item of found) findings.push({ item, ...place })
  else
    for (const quantity of quantities)
      unread.push({ item: { because: found, statement, quantity }, ...place })
}

/** Statements in reading order: what stood in parentheses goes where it stood. */
function mergeAsides(main: readonly Statement[], asides: readonly AsideStatements[]): Statement[] {
  const merged: Statement[] = []
  let next = 0
  const takeAsides = (before: number) => {
    for (let aside = asides[next]; aside && aside.index <= before; aside = asides[next]) {
      const { sentence = 0 } = merged.at(-1) ?? {}
      for (const statement of aside.statements) merged.push({ ...statement, sentence })
      next++
    }
  }
  for (const statement of main) {
    takeAsides(startOf(statement.clause))
    merged.push(statement)
  }
  takeAsides(Number.POSITIVE_INFINITY)
  return merged
}

interface AsideStatements {
  readonly index: number
  readonly statements: readonly Statement[]
}

const startOf = ({ tokens, quantities }: Statement['clause']) => (tokens[0] ?? quantities[0])?.start ?? 0
