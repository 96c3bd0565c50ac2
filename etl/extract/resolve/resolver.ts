import type { PeriodToken } from '#data/language/token.ts'
import type { Measure } from '#data/model/measure.ts'
import type { Status } from '#data/model/observation.ts'
import type { ArticleContext } from '../article-context.ts'
import type { Example } from '../example.ts'
import type { Mention } from '../mention.ts'
import type { RefusedBecause } from '../refusal.ts'

/** What a number means, field by field. Lists are one for all numbers of a mention, or one for each. */
interface Fields {
  /** Indicators, as the words name them. */
  readonly subject: readonly string[]
  readonly region: readonly string[]
  readonly measure: Measured
  /** Of what a share is a share: a code, or `region:` with one. */
  readonly whole: string
  /** Indicators, by the names that the catalogue has for them. */
  readonly indicator: readonly string[]
  readonly mood: Mood
  readonly period: PeriodToken
  /** What a change is measured from: a period, or `indicator:`, `region:` with a code. */
  readonly reference: readonly (string | PeriodToken)[]
  readonly status: Status
  /** Never decided but as a refusal. */
  readonly standing: never
}
export type Field = keyof Fields

export interface Measured {
  /** Undefined where nothing tells of what the points are a change. */
  readonly measure: Measure | undefined
  /** The way of saying it: a rule's name, or that of what made more of it. */
  readonly rule: string | undefined
  /** Whether the numbers are printed without the minus their words give them: 下降 0.4%. */
  readonly negative: boolean
}

/** What is aimed at, or expected. */
export type Mood = 'aim' | 'expectation'

/** Who says so: the own words of the number, words before it or around it, or nobody. */
export type Origin = 'stated' | 'carried' | 'default'

/** What a resolver decides of its field: a value, a refusal, or a value of a number that is refused. */
export interface Decision<Name extends Field> {
  readonly by: Origin
  readonly value: Fields[Name] | undefined
  readonly refused: RefusedBecause | undefined
}

/** What is known of a mention; a field that nobody decided is left out. */
export type Reading = { readonly [Name in Field]?: Decision<Name> } & {
  /** Why its number cannot stand. */
  readonly refused: RefusedBecause | undefined
}

/** The fields that a resolver may read, and the first refusal so far. */
export type Known<Reads extends Field> = Pick<Reading, Reads | 'refused'>

/** Decides one field of every mention of an article, in reading order; what it remembers between them is its own. */
export interface Resolver<
  Writes extends Field = Field,
  Reads extends Field = Field,
  Read extends Mention = Mention,
> {
  readonly writes: Writes
  readonly reads: readonly Reads[]
  /** Each is read otherwise without the resolver. */
  readonly examples: readonly Example[]
  /** @returns what decides, called once for each mention; undefined leaves the field open. */
  begin(
    article: ArticleContext,
    mentions: readonly Read[],
  ): (mention: Read, known: Known<Reads>) => Decision<Writes> | undefined
}

/** Keeps the names of the fields in the types. */
export const resolver = <Writes extends Field, Reads extends Field = never, Read extends Mention = Mention>(
  it: Resolver<Writes, Reads, Read>,
): Resolver<Writes, Reads, Read> => it

const decided =
  (by: Origin) =>
  <Value>(value: Value, refused?: RefusedBecause) => ({ by, value, refused })

export const stated = decided('stated')
export const carried = decided('carried')
export const byDefault = decided('default')
export const refuse = (refused: RefusedBecause) => ({ by: 'default', value: undefined, refused }) as const
