import type { DocumentFacts } from '#data/model/document-facts.ts'
import type { Doubt } from '#data/model/doubt.ts'
import type { Fate, FateCounts, FileState, Grade } from '#data/model/inbox.ts'
import type { Text } from '#data/model/language.ts'
import type { ObservationRow, RefusalReason } from '#data/model/observation.ts'
import type { Source } from '#data/model/source.ts'
import type { RefusedBecause } from '../extract/refusal.ts'
import type { ReadRow } from '../read-observations.ts'

/** Ids of documents, and so of their sources, begin so; those of curated sources never do. */
export const documentPrefix = 'doc-'

/** Why a number of a document is not published: what it lacks, what speaks against it, why it was refused. */
export type Because =
  | `lacks-${'date' | 'place' | 'period' | 'indicator' | 'unit' | 'compilation'}`
  | Doubt
  | RefusedBecause
  | RefusalReason
  | 'rejected'

/** A number of a document that is not published. */
export interface Held {
  readonly document: string
  /** The article it stands in. */
  readonly source: string
  readonly line: number
  /** 0 where only its line is known. */
  readonly column: number
  readonly fate: Exclude<Fate, 'published'>
  readonly because: Because
  /** In Chinese: what it disagrees with, or the reason a person gave. */
  readonly detail: string
  readonly quote: string
  readonly value: string
  readonly unit: string
  /** The words beside it that name an indicator which the catalogue may lack. */
  readonly candidate?: string | undefined
  /** What it would be published as, as far as it was read. */
  readonly row?: ObservationRow | undefined
}

/** A row read from a document, before it is held against others. */
export interface InboxRow extends ReadRow {
  readonly document: string
  readonly column: number
  /** A person has said that it is right. */
  readonly accepted: boolean
}

/** A document that was read. */
export interface InboxDocument {
  readonly id: string
  /** Its path below the inbox. */
  readonly name: string
  readonly facts: DocumentFacts
  /** Content of the file that was not read. */
  readonly unread: readonly Text[]
  readonly sources: readonly Source[]
  readonly rows: readonly InboxRow[]
  readonly held: readonly Held[]
}

/** What became of a file, for a person. */
export interface FileReport {
  readonly file: string
  readonly state: FileState
  /** '' where it was not read. */
  readonly document: string
  /** Why it was not read, or which file has the same content; empty where it was read. */
  readonly reason: Text
  readonly facts: DocumentFacts
  readonly grade: Grade | undefined
  readonly counts: FateCounts
  readonly unread: readonly Text[]
  /** The one question whose answer would help most; empty where there is none. */
  readonly question: Text
}

/** The inbox as it was read: both accounts, and what is not published. */
export interface InboxReport {
  readonly files: readonly FileReport[]
  readonly held: readonly Held[]
  /** Decisions whose number or reading is no longer there. */
  readonly stale: readonly string[]
}
