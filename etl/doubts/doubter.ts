import type { Catalog } from '#data/catalog/catalog.ts'
import type { Identities } from '#data/catalog/identity.ts'
import type { Doubt } from '#data/model/doubt.ts'
import type { Observation } from '#data/model/observation.ts'
import type { KnownFigures } from '../facts/known-figures.ts'

/** What figures of documents are held against. */
export interface Knowledge {
  readonly catalog: Catalog
  readonly identities: Identities
  /** The curated figures. */
  readonly curated: readonly Observation[]
  readonly known: KnownFigures
}

/** Finds figures of documents that disagree with what is known, each with what it disagrees with, in Chinese. */
export interface Doubter {
  readonly doubt: Doubt
  find(figures: readonly Observation[], knowledge: Knowledge): ReadonlyMap<Observation, string>
}
