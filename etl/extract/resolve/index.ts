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
): Reading[] {
  return by.reduce<Reading[]>(
    (readings, { writes, begin }) => {
      const decide = begin(article, mentions)
      return mentions.map((mention, at) => {
        const reading = readings[at] ?? {}
        const decision = decide(mention, { ...reading, refused: refusalOf(mention, reading) })
        return decision ? { ...reading, [writes]: decision } : reading
      })
    },
    mentions.map(() => ({})),
  )
}

/** Why a number cannot stand, as far as it is read: a missing period only where nothing else is wrong. */
export function refusalOf(mention: Mention, reading: Reading): RefusedBecause | undefined {
  if (mention.refused) return mention.refused
  let undated: RefusedBecause | undefined
  for (const { writes } of resolvers) {
    const because = reading[writes]?.refused
    if (because === 'no-period') undated = because
    else if (because) return because
  }
  return undated
}
