import type { FactName, FactOrigin } from '#data/model/document-facts.ts'
import type { Fate, FateCounts, FileState } from '#data/model/inbox.ts'
import type { Text } from '#data/model/language.ts'
import type { observationColumns } from '#data/model/observation.ts'

/*
 * The shapes of all that the review page asks and is answered: types only, the one thing that the page knows of etl.
 */

export type Column = (typeof observationColumns)[number]
export type Row = Readonly<Record<Column, string>>

/** A file of the inbox in the list. */
export interface FileEntry {
  readonly file: string
  readonly state: FileState
  /** '' where it was not read. */
  readonly document: string
  /** Why it was not read. */
  readonly reason: Text
  readonly counts: FateCounts
  /** Numbers that wait for a person, those that somebody has decided on left out. */
  readonly open: number
  readonly decided: number
  /** Facts that are asked. */
  readonly questions: number
}

export interface FilesAnswer {
  readonly files: readonly FileEntry[]
  /** Decisions that no longer fit any number. */
  readonly stale: readonly string[]
}

/** Where a field comes from: its own words, the text around it, a fact of the document, the format, a person. */
export type Origin = 'stated' | 'carried' | 'given' | 'usual' | 'mended'

export interface Field {
  readonly origin: Origin
  /** What it may be instead, the likeliest first: of its sentence, then of its document. */
  readonly alternatives: readonly string[]
}

export interface ReadRow {
  readonly row: Row
  readonly fields: Readonly<Record<Column, Field>>
}

export type DecisionAction = 'accept' | 'mend' | 'reject'

export interface Decision {
  readonly action: DecisionAction
  /** What a person has mended it to. */
  readonly rows: readonly Row[]
  readonly reason: string
}

/** A number of a document with what became of it. */
export interface NumberAnswer {
  /** `12:8`; `12:0` are those of a line of which no more is known. */
  readonly place: string
  readonly line: number
  readonly column: number
  readonly fate: Fate
  /** The code and the words of why it is not published; '' where it is. */
  readonly because: string
  readonly why: string
  readonly detail: string
  /** Whether a person may say that it is right as it was read. */
  readonly mayAccept: boolean
  /** What speaks for it, although it waits: another statement, or growth that leads to it; '' for nothing. */
  readonly agrees: string
  readonly quote: string
  readonly value: string
  readonly unit: string
  readonly rows: readonly ReadRow[]
  /** Words that name an indicator which the catalogue may lack; '' where none do. */
  readonly candidate: string
  readonly decision?: Decision
}

/** A piece of text, or of a number with its place. */
export type Piece = string | { readonly place: string; readonly text: string }

export type BlockAnswer =
  | {
      readonly kind: 'paragraph' | 'heading'
      readonly line: number
      readonly pieces: readonly Piece[]
      /** Numbers of its lines whose place in them is not known. */
      readonly others: readonly string[]
    }
  | { readonly kind: 'table'; readonly caption: string; readonly rows: readonly (readonly CellAnswer[])[] }

export interface CellAnswer {
  readonly pieces: readonly Piece[]
  readonly isHeader: boolean
}

export interface ArticleAnswer {
  readonly title: string
  readonly publisher: string
  readonly published: string
  readonly blocks: readonly BlockAnswer[]
}

interface KnownFact {
  readonly name: FactName
  readonly value: string
  readonly origin: FactOrigin
  readonly because: string
}

export interface Proposal {
  readonly value: string
  /** The words, or the figures, that speak for it. */
  readonly evidence: string
}

/** A fact that numbers wait for. */
export interface FactQuestion {
  readonly name: FactName
  readonly waiting: number
  readonly proposals: readonly Proposal[]
}

/** That an issuer answers for a place, which the catalogue does not know, or knows since just now. */
export interface IssuerOffer {
  readonly issuer: string
  /** The code of a region. */
  readonly place: string
  readonly isMade: boolean
}

export interface DocumentAnswer {
  readonly id: string
  readonly file: string
  readonly unread: readonly Text[]
  readonly facts: readonly KnownFact[]
  readonly questions: readonly FactQuestion[]
  /** What the catalogue may remember of its issuer. */
  readonly offer?: IssuerOffer
  readonly articles: readonly ArticleAnswer[]
  /** In the order of the text. */
  readonly numbers: readonly NumberAnswer[]
}

export interface Entry {
  readonly code: string
  readonly name: Text
  readonly fullName?: string
  readonly aliases: readonly string[]
  readonly pinyin: string
}

interface IndicatorEntry extends Entry {
  readonly topic: string
  /** What a level of it is printed in: 亿元, 万元 … */
  readonly units: readonly string[]
}

export interface CatalogAnswer {
  readonly indicators: readonly IndicatorEntry[]
  readonly regions: readonly Entry[]
  readonly measures: readonly Entry[]
  readonly statuses: readonly Entry[]
  readonly topics: readonly { readonly code: string; readonly name: Text }[]
  readonly units: readonly { readonly code: string; readonly name: Text }[]
}

/** A published figure of the series that a row would join. */
export interface KnownPoint {
  readonly period: string
  /** The last month, counted from year 0. */
  readonly end: number
  /** In base units. */
  readonly value: number
  readonly printed: string
  readonly source: string
}

/** What a row would mean if it was published. */
export interface LookAnswer {
  /** Why it cannot be; '' where it can. */
  readonly problem: string
  /** The column that is at fault. */
  readonly column: Column | ''
  /** What speaks against it, although it can be. */
  readonly warnings: readonly string[]
  /** It as a release would print it. */
  readonly sentence: string
  readonly point?: KnownPoint
  readonly known: readonly KnownPoint[]
}

export interface Change {
  readonly kind: 'new' | 'changed' | 'gone'
  /** 贵州省 软件业务收入同比增长 2024年1—4月. */
  readonly fact: string
  readonly before: string
  readonly after: string
  /** The title of the source of what is shown after; before, where it goes. */
  readonly source: string
}

/** What a build would publish. */
export interface PreviewAnswer {
  /** Names what was previewed: publishing it is refused when something has changed since. */
  readonly inputs: string
  readonly counts: Readonly<Record<Change['kind'], number>>
  /** The first of each kind. */
  readonly changes: readonly Change[]
  /** Numbers that go on waiting. */
  readonly waiting: number
  /** Why a build would not publish; empty where it would. */
  readonly stops: readonly string[]
  /** Decisions that no longer fit any number. */
  readonly stale: readonly string[]
}

export interface PublishAnswer {
  readonly snapshot: string
  readonly published: number
}

export interface ErrorAnswer {
  readonly error: string
}

/* What the page asks. */

export interface LookQuestion {
  readonly document: string
  /** Where its number stands. */
  readonly place: string
  readonly row: Row
}

export interface DecideQuestion {
  readonly document: string
  readonly places: readonly string[]
  readonly action: DecisionAction
  /** What a mended number is. */
  readonly rows?: readonly Row[]
  readonly reason?: string
}

export interface UndoQuestion {
  readonly document: string
  readonly places: readonly string[]
}

export interface FactAnswered {
  readonly document: string
  readonly name: FactName
  /** '' takes the answer back. */
  readonly value: string
}

export type IssuerQuestion = Pick<IssuerOffer, 'issuer' | 'place'>

export interface IssuerAsked extends IssuerQuestion {
  readonly action: 'remember' | 'takeBack'
}

export type CatalogQuestion =
  | { readonly kind: 'alias'; readonly indicator: string; readonly phrase: string }
  | {
      readonly kind: 'indicator'
      readonly code: string
      readonly zh: string
      readonly en: string
      readonly topic: string
      readonly indicatorKind: 'flow' | 'stock'
      readonly unit: string
      readonly counter: string
      readonly aggregation: 'sum' | 'none'
      readonly definition: string
    }
