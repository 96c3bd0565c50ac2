import type { Feed } from '#data/catalog/feed.ts'
import type { State } from './state.ts'
import type { Surroundings } from './surroundings.ts'
import type { Visitor } from './visit/visitor.ts'

/** What a visit to a feed brought. */
export interface Pulled {
  /** Documents laid, below the inbox. */
  readonly laid: string[]
  /** How many were asked for and are as they were. */
  unchanged: number
  /** How many more are named, and come with the next visit. */
  left: number
  /** What could not be fetched, and why; a line each. */
  readonly problems: string[]
  /** What else the operator should know; a line each. */
  readonly notes: string[]
  /** Why nothing came at all. */
  failed?: string | undefined
  /** Before this the site does not want to be asked again. */
  notBefore?: Date | undefined
}

/** A visit under way. */
export interface Pulling {
  readonly feed: Feed
  readonly inbox: string
  /** Kept up to date, and written after every document. */
  readonly state: State
  readonly visitor: Visitor
  readonly surroundings: Surroundings
  readonly pulled: Pulled
}

export const nothingPulled = (): Pulled => ({ laid: [], unchanged: 0, left: 0, problems: [], notes: [] })
