import type { Clause } from './clause.ts'
import type { RefusedBecause } from './refusal.ts'
import type { Roles } from './roles.ts'
import type { Saying } from './rule.ts'

/** A clause, with what its own words say and where it stands. */
export interface Mention {
  /** The rule that read it; undefined where no number stands or none can be read. */
  readonly rule: string | undefined
  readonly clause: Clause
  readonly roles: Roles
  /** What the rule makes of it. */
  readonly saying: Saying
  /** Why its number can be no figure, whatever stands around it. */
  readonly refused: RefusedBecause | undefined
  /** In parentheses: it takes the context and leaves none behind. */
  readonly aside: boolean
  /** The paragraph and the sentence in the article. */
  readonly paragraph: number
  readonly sentence: number
  /** In a heading below the title. */
  readonly isHeading: boolean
  /** In a short line of the list that a paragraph announces. */
  readonly isBelow: boolean
  /** In a line that goes on a list: 「中部地区：占比33.5%」. */
  readonly isItem: boolean
}

/** Whether it holds no number: words that give context to the numbers after them. */
export const hasNoNumber = ({ clause }: Mention): boolean => clause.quantities.length === 0
