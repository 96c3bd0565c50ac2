import type { ArticleContext } from '../article-context.ts'
import type { Mention } from '../mention.ts'
import type { RefusedBecause } from '../refusal.ts'
import { indicator } from './indicator.ts'
import { measure } from './measure.ts'
import { mood } from './mood.ts'
import { period } from './period.ts'
import { reference } from './reference.ts'
import { region } from './region.ts'
import type { Field, Reading, Resolver } from './resolver.ts'
import { standing } from './standing.ts'
import { status } from './status.ts'
import { subject } from './subject.ts'
import { whole } from './whole.ts'

/** One for each field, each behind those that it reads. */
export const resolvers: readonly Resolver[] = [
  subject,
  region,
  measure,
  whole,
  indicator,
  mood,
  period,
  reference,
  status,
  standing,
]

/** What each mention of an article means, in their order. */
export function resolve<Read extends Mention>(
  mentions: readonly Read[],
  article: ArticleContext,
  by: readonly Resolver<Field, Field, Read>[],
): readonly Reading[] {
  const readings = mentions.map(({ refused }): Draft => ({ refused }))
  for (const { writes, begin } of by) {
    const decide = begin(article, mentions)
    for (const [at, mention] of mentions.entries()) {
      const reading = readings[at]
      const decision = reading && decide(mention, reading)
      if (decision)
        Object.assign(reading, { [writes]: decision, refused: worse(reading.refused, decision.refused) })
    }
  }
  return readings
}

/** A reading that resolvers go on filling, one field each. */
type Draft = { -readonly [Name in keyof Reading]: Reading[Name] }

/** The first refusal; a missing period counts only where nothing else is wrong. */
const worse = (before: RefusedBecause | undefined, now: RefusedBecause | undefined) =>
  before === undefined || before === 'no-period' ? (now ?? before) : before
