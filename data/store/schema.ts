import { sql } from 'drizzle-orm'
import {
  boolean,
  doublePrecision,
  integer,
  json,
  numeric,
  pgTable,
  pgView,
  smallint,
  text,
} from 'drizzle-orm/pg-core'
import type { Compilation, SeriesCompilation } from '#data/model/compilation.ts'
import type { Dating } from '#data/model/dating.ts'
import type { DocumentFacts } from '#data/model/document-facts.ts'
import type { FindingCause } from '#data/model/finding-cause.ts'
import type { Fate, FileState, Grade } from '#data/model/inbox.ts'
import type { Indicator, Topic } from '#data/model/indicator.ts'
import type { Issuer } from '#data/model/issuer.ts'
import type { Text } from '#data/model/language.ts'
import type { Measure } from '#data/model/measure.ts'
import type { Qualifier, RefusalReason, Status } from '#data/model/observation.ts'
import type { Region } from '#data/model/region.ts'
import type { Source } from '#data/model/source.ts'
import type { Trust } from '#data/model/trust.ts'
import type { Unit } from '#data/model/unit.ts'

/** The contract between etl, which writes these tables, and server, which reads them. */

const amount = () => numeric({ precision: 38, scale: 8 })

/** Counts up whenever a table or column comes, goes or changes its meaning: a file of another version is not opened. */
export const schemaVersion = 2

/** One row: what this file is. */
export const snapshot = pgTable('snapshot', {
  /** Hash of the published content: the name of this state of knowledge. The history is not part of it. */
  id: text().notNull(),
  /** `schemaVersion` of the program that wrote it. */
  schema_version: integer().notNull(),
  /** The version of DuckDB that wrote it. */
  engine: text().notNull(),
  /** Over every other table and the rest of this row: whether the file is still what was written. */
  checksum: text().notNull(),
  /** When this content was first published, as an instant in ISO 8601. */
  published_at: text().notNull(),
  /** Hash of the files it was built from. */
  inputs: text().notNull(),
  read: integer().notNull(),
  published: integer().notNull(),
  refused: integer().notNull(),
  /** Rows a person added as corrections. */
  added: integer().notNull(),
})

/** The versions that were published up to this file, its own included, the oldest first. */
export const version = pgTable('version', {
  /** From 1. */
  position: integer().notNull(),
  /** Its snapshot. One that was published again (a rollback) stands here again. */
  id: text().notNull(),
  /** An instant in ISO 8601. */
  published_at: text().notNull(),
  /** How many numbers it holds. */
  published: integer().notNull(),
  /** How many facts are shown differently than in the version before; of the first, all are added. */
  added: integer().notNull(),
  revised: integer().notNull(),
  removed: integer().notNull(),
})

export const changeKinds = ['added', 'revised', 'removed'] as const
export type ChangeKind = (typeof changeKinds)[number]

/**
 * The facts of which a version shows another value or unit than the one before. The first version, and one in which more
 * than `changesListed` facts changed, has none here: where the counts of a version are above 0 and it has no row, only the counts are known.
 */
export const change = pgTable('change', {
  /** Of the version that brought it. */
  position: integer().notNull(),
  kind: text().$type<ChangeKind>().notNull(),
  /** The identity of the fact, as `cellOf` spells it. */
  fact: text().notNull(),
  /** The row of `observation` that was shown before; null where the fact was added. */
  previous: json().$type<Record<string, unknown>>(),
})

/** A version that changes more facts than this keeps its counts and not their list. */
export const changesListed = 100_000

export const topic = pgTable('topic', {
  code: text().notNull(),
  position: smallint().notNull(),
  entry: json().$type<Topic>().notNull(),
})

export const indicator = pgTable('indicator', {
  code: text().notNull(),
  /** Its place in the order of codes: how `number` knows it. */
  key: smallint().notNull(),
  position: smallint().notNull(),
  topic: text().notNull(),
  name_zh: text().notNull(),
  name_en: text().notNull(),
  /** Syllables of the name and its aliases without tones: what a reader may type to find it. */
  pinyin: text().notNull(),
  kind: text().notNull(),
  unit: text().notNull(),
  part_of: text(),
  entry: json().$type<Indicator>().notNull(),
})

export const region = pgTable('region', {
  code: text().notNull(),
  /** Its place in the order of codes: how `number` knows it. */
  key: smallint().notNull(),
  position: smallint().notNull(),
  kind: text().notNull(),
  name_zh: text().notNull(),
  name_en: text().notNull(),
  parent: text(),
  entry: json().$type<Region>().notNull(),
})

export const unit = pgTable('unit', {
  code: text().notNull(),
  position: smallint().notNull(),
  entry: json().$type<Unit>().notNull(),
})

export const issuer = pgTable('issuer', {
  /** Its Chinese name. */
  name: text().notNull(),
  entry: json().$type<Issuer>().notNull(),
})

export const source = pgTable('source', {
  id: text().notNull(),
  /** Its place in the order of ids: how `number` knows it. */
  key: integer().notNull(),
  /** Chinese names. */
  issuers: json().$type<string[]>().notNull(),
  carrier: text().notNull(),
  title: text().notNull(),
  remark: text().notNull(),
  published: text().notNull(),
  dating: text().$type<'' | Dating>().notNull(),
  url: text().notNull(),
  origin: text().$type<Source['origin']>().notNull(),
  compilation: text().$type<Compilation>().notNull(),
  place: text().notNull(),
})

/** A figure off its course: its finding, and where it would lie, in base units. */
export interface Oddity {
  readonly finding: string
  readonly low: string | null
  readonly high: string | null
}

/**
 * One printed number a row, as narrow as can be: what every question reads. Sorted by indicator, region, end, start and
 * the id of the observation, so that the minima and maxima of its blocks do the work of an index.
 */
export const number = pgTable('number', {
  /** Its place in the order, from 0; `provenance` knows it by this. */
  id: integer().notNull(),
  indicator: smallint().notNull(),
  region: smallint().notNull(),
  /** Months since year 0, both ends included. */
  start_month: smallint().notNull(),
  end_month: smallint().notNull(),
  form: integer().notNull(),
  /** 1 is shown; the others say the same fact. */
  rank: smallint().notNull(),
  others: smallint().notNull(),
  source: integer().notNull(),
  /** Of its document, from 1. */
  line: integer(),
  /** In base units; each is the double whose shortest decimal is the exact value. */
  value: doublePrecision().notNull(),
  /** What the printed digits and the qualifier leave open; null where an end is open. */
  low: doublePrecision(),
  high: doublePrecision(),
  printed_value: text().notNull(),
  /** Its place in its source: the id of the observation is `source:place`. */
  place: text().notNull(),
})

/** Everything that many numbers have in common: each combination there is, once. */
export const form = pgTable('form', {
  id: integer().notNull(),
  is_moment: boolean().notNull(),
  measure: text().$type<Measure>().notNull(),
  /** Empty where the compilations of the indicator agree. */
  compilation: text().$type<SeriesCompilation>().notNull(),
  unit: text().notNull(),
  printed_unit: text().notNull(),
  compared_to: text().notNull(),
  share_of: text().notNull(),
  status: text().$type<Status>().notNull(),
  qualifier: text().$type<Qualifier>().notNull(),
  /** How far a reader can follow it: to its sentence, to its document, to a title. */
  trust: text().$type<Trust>().notNull(),
  /** Its numbers have a correction or an oddity. */
  is_remarked: boolean().notNull(),
})

/** What is rarely asked of a number, by the same id. */
export const provenance = pgTable('provenance', {
  id: integer().notNull(),
  period: text().notNull(),
  column_number: integer(),
  /** The rule that read it, and the fields that context gave. */
  rule: text(),
  implied: text(),
  quote: text(),
  correction: text(),
  /** Set where the figure is printed so and leaves its own course. */
  oddity: json().$type<Oddity>(),
  /** The day its last figure was published; null where one has no full date. */
  oddity_known: text(),
})

const exact = (name: string) => sql.raw(`cast(cast(n.${name} as varchar) as numeric(38, 8)) as ${name}`)
const baseUnits = () => numeric({ precision: 38, scale: 8, mode: 'number' })

/** One printed number a row with all that is known of it: the tables above put together, for whoever asks in SQL. */
export const observation = pgView('observation', {
  id: text().notNull(),
  indicator: text().notNull(),
  region: text().notNull(),
  period: text().notNull(),
  is_moment: boolean().notNull(),
  /** Months since year 0, both ends included. */
  start_month: integer().notNull(),
  end_month: integer().notNull(),
  measure: text().$type<Measure>().notNull(),
  compilation: text().$type<SeriesCompilation>().notNull(),
  value: baseUnits().notNull(),
  low: baseUnits(),
  high: baseUnits(),
  unit: text().notNull(),
  printed_value: text().notNull(),
  printed_unit: text().notNull(),
  compared_to: text().notNull(),
  share_of: text().notNull(),
  status: text().$type<Status>().notNull(),
  qualifier: text().$type<Qualifier>().notNull(),
  source: text().notNull(),
  /** Where the number stands in its document, both from 1. */
  line: integer(),
  column_number: integer(),
  rule: text(),
  implied: text(),
  quote: text(),
  trust: text().$type<Trust>().notNull(),
  correction: text(),
  oddity: json().$type<Oddity>(),
  oddity_known: text(),
  rank: smallint().notNull(),
  others: smallint().notNull(),
}).as(sql`
  select s.id || ':' || n.place as id, i.code as indicator, r.code as region, p.period, f.is_moment,
    cast(n.start_month as integer) as start_month, cast(n.end_month as integer) as end_month, f.measure, f.compilation,
    ${exact('value')}, ${exact('low')}, ${exact('high')}, f.unit, n.printed_value, f.printed_unit, f.compared_to,
    f.share_of, f.status, f.qualifier, s.id as source, n.line, p.column_number, p.rule, p.implied, p.quote, f.trust,
    p.correction, p.oddity, p.oddity_known, n.rank, n.others
  from number n
    join form f on f.id = n.form
    join indicator i on i.key = n.indicator
    join region r on r.key = n.region
    join source s on s.key = n.source
    join provenance p on p.id = n.id`)

export const refusal = pgTable('refusal', {
  source: text().notNull(),
  file: text().notNull(),
  line: integer().notNull(),
  reason: text().$type<RefusalReason>().notNull(),
  detail: text().notNull(),
  row: json().$type<Record<string, string>>().notNull(),
})

/**
 * How a break is known: declared in the catalogue; acknowledged by a person; or detected, an implied base that does not
 * meet the level printed before, from an issuer known to re-set its bases.
 */
export const breakKinds = ['declared', 'acknowledged', 'detected'] as const
export type BreakKind = (typeof breakKinds)[number]

/** Where the numbers of a series stop being comparable with those before. */
export const seriesBreak = pgTable('series_break', {
  indicator: text().notNull(),
  /** null: every region. */
  region: text(),
  /** null: every compilation. */
  compilation: text().$type<SeriesCompilation>(),
  /** The last month of the last period on the old base, and of the first on the new; months since year 0. */
  before_month: integer().notNull(),
  after_month: integer().notNull(),
  /** Of `breakKinds`. */
  kind: text().$type<BreakKind>().notNull(),
  reason_zh: text().notNull(),
  reason_en: text().notNull(),
  /** What the later growth implies for the earlier period, in base units; null for a declared break. */
  implied_low: amount(),
  implied_high: amount(),
  printed: amount(),
  /** Ids of the observations that show it. */
  parents: json().$type<readonly string[]>().notNull(),
  /** The day its last parent was published; '' when declared or when a parent has no date. */
  known: text().notNull(),
})

export const severities = ['hard', 'soft'] as const
export const findingStates = ['open', 'break', 'acknowledged'] as const

/** Two statements that an identity says must agree, and do not. */
export const finding = pgTable('finding', {
  id: text().notNull(),
  /** The code of the identity in the catalogue. */
  identity: text().notNull(),
  severity: text().$type<(typeof severities)[number]>().notNull(),
  /** open, or settled: as a break, or acknowledged with a reason. */
  state: text().$type<(typeof findingStates)[number]>().notNull(),
  indicator: text().notNull(),
  region: text().notNull(),
  compilation: text().$type<SeriesCompilation>().notNull(),
  period: text().notNull(),
  unit: text().notNull(),
  left: json().$type<FindingSide>().notNull(),
  right: json().$type<FindingSide>().notNull(),
  /** How far the two intervals are apart, in base units of `unit`: the gap beyond rounding. */
  gap: amount().notNull(),
  reason: text().notNull(),
  /** What the person found who acknowledged it; null where nobody had to. */
  cause: text().$type<FindingCause>(),
})

/** One side of a finding: what it says in words, its interval in base units, and the observations it comes from. */
export interface FindingSide {
  readonly label: string
  readonly value: string
  readonly low: string | null
  readonly high: string | null
  readonly observations: readonly string[]
}

/** What became of each file of the inbox. */
export const inboxFile = pgTable('inbox_file', {
  /** Its path below the inbox. */
  file: text().notNull(),
  state: text().$type<FileState>().notNull(),
  /** The id of its content, with which the ids of its sources begin; '' where it was not read. */
  document: text().notNull(),
  /** Why it was not read, or which file has the same content. */
  reason: json().$type<Text>().notNull(),
  facts: json().$type<DocumentFacts>().notNull(),
  /** null where it was not read. */
  grade: text().$type<Grade>(),
  /** The numbers found in it, by what became of them. */
  published: integer().notNull(),
  waiting: integer().notNull(),
  refused: integer().notNull(),
  no_indicator: integer().notNull(),
  /** Content that was not read. */
  unread: json().$type<readonly Text[]>().notNull(),
  question: json().$type<Text>().notNull(),
})

/** The numbers of documents that are not published. */
export const inboxNumber = pgTable('inbox_number', {
  document: text().notNull(),
  source: text().notNull(),
  line: integer().notNull(),
  /** 0 where only the line is known. */
  column_number: integer().notNull(),
  fate: text().$type<Exclude<Fate, 'published'>>().notNull(),
  /** A code: what is missing, what speaks against it, or why it was refused. */
  because: text().notNull(),
  /** The same in Chinese. */
  said: text().notNull(),
  detail: text().notNull(),
  quote: text().notNull(),
  value: text().notNull(),
  unit: text().notNull(),
  /** What it would be published as, as far as it was read. */
  row: json().$type<Record<string, string>>(),
})
