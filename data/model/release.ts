import type { Compilation } from './compilation.ts'
import type { Dated, Dating } from './dating.ts'
import { groupBy } from './group-by.ts'
import { monthOfYear, type Time } from './period.ts'
import { lastDayOf, lastMonthOver } from './published.ts'

/*
 * A release is what one issuer publishes again and again about one subject. Documents are sorted into releases by what
 * they have in common (issuer, topic, place, compilation, rhythm), never by their titles.
 */

/** A document of December sums up its year and comes in its own time: it is no month among others. */
export const rhythms = ['within_year', 'year'] as const
export type Rhythm = (typeof rhythms)[number]

/** Some numbers of a document: of one indicator, ending in one month. */
export interface Statement {
  readonly indicator: string
  readonly topic: string
  readonly time: Time
  /** The month in which they end, since year 0. */
  readonly end: number
  readonly numbers: number
}

export interface StatingDocument extends Dated {
  readonly id: string
  readonly issuers: readonly string[]
  /** The region whose matters its issuers answer for; '' for media, whose documents are no releases. */
  readonly place: string
  readonly compilation: Compilation
  /** The one region that it tells of; undefined where there are several. */
  readonly only: string | undefined
  /** Of what was, not of targets. */
  readonly statements: readonly Statement[]
}

/** What the documents of one release have in common. */
interface ReleaseKey {
  readonly issuers: readonly string[]
  readonly topic: string
  readonly region: string
  readonly compilation: Compilation
  readonly rhythm: Rhythm
}

/** One release of one period: the documents that bring it. */
export interface Edition {
  /** The last month it tells of, since year 0. */
  readonly end: number
  /** The day it was issued, where that is known. */
  readonly issued: string | undefined
  /** The day by which it was out, for certain. */
  readonly outBy: string
  readonly documents: readonly string[]
}

export interface Release extends ReleaseKey {
  /** What it covers: months from January on, or, where it states nothing but stocks, the ends of months. */
  readonly time: Time
  /** What at least half of its editions state. */
  readonly indicators: readonly string[]
  /** In order of time; each of another month. */
  readonly editions: readonly [Edition, ...Edition[]]
  /** Months of the year, from 1, with which its editions end: those seen in two years, or in most of the years since the first. */
  readonly months: readonly number[]
}

/**
 * Sorts the documents that were out by the end of a day into releases; a document without a date is left out.
 * @returns those of at least two periods: of one alone nobody knows whether it comes again.
 */
export function findReleases(documents: readonly StatingDocument[], today: string): Release[] {
  const out = documents.filter(({ published, place }) => {
    const day = lastDayOf(published)
    return place !== '' && day !== undefined && day <= today
  })
  const byIssuers = groupBy(out, ({ issuers }) => issuers.toSorted().join(';'))
  return [...byIssuers.values()]
    .flatMap((own) => {
      const leadOf = leadingTopics(own)
      const dated = own.flatMap((document) => dateDocument(document, leadOf) ?? [])
      return [...groupBy(dated, ({ key }) => JSON.stringify(key)).values()]
    })
    .flatMap((group) => toRelease(group) ?? [])
}

/**
 * For each topic of an issuer the one it belongs to: a topic whose documents mostly tell of a larger one too is part of
 * it, as 5G is of the report on telecommunications.
 */
function leadingTopics(documents: readonly StatingDocument[]): (topic: string) => string {
  const stated = documents.flatMap(({ id, statements }) => statements.map((each) => ({ ...each, id })))
  const byNumbers = [...groupBy(stated, ({ topic }) => topic)]
    .map(([topic, those]) => ({ topic, numbers: count(those), ids: new Set(those.map(({ id }) => id)) }))
    .sort((a, b) => b.numbers - a.numbers || (a.topic < b.topic ? -1 : 1))
  const lead = new Map<string, string>()
  for (const [at, { topic, ids }] of byNumbers.entries()) {
    const larger = byNumbers.slice(0, at).find((other) => {
      const shared = [...ids].filter((id) => other.ids.has(id)).length
      return 2 * shared >= ids.size
    })
    lead.set(topic, (larger && lead.get(larger.topic)) ?? topic)
  }
  return (topic) => lead.get(topic) ?? topic
}

interface DatedDocument {
  readonly key: ReleaseKey
  readonly end: number
  readonly document: StatingDocument
  readonly statements: readonly Statement[]
}

/** What a document is mostly about, and until when; undefined where it tells of no month that was over. */
function dateDocument(
  document: StatingDocument,
  leadOf: (topic: string) => string,
): DatedDocument | undefined {
  const over = lastMonthOver(lastDayOf(document.published) ?? '')
  const [main] = [...groupBy(document.statements, ({ topic }) => leadOf(topic))].sort(
    ([, a], [, b]) => count(b) - count(a),
  )
  const statements = main?.[1].filter(({ end }) => end <= over) ?? []
  if (!main || statements.length === 0) return undefined
  const end = Math.max(...statements.map((each) => each.end))
  const { issuers, compilation } = document
  const rhythm = monthOfYear(end) === 12 ? 'year' : 'within_year'
  const region = regionOf(document)
  return {
    key: { issuers: issuers.toSorted(), topic: main[0], region, compilation, rhythm },
    ...{ end, document, statements },
  }
}

const count = (statements: readonly Statement[]) =>
  statements.reduce((total, { numbers }) => total + numbers, 0)

/** A ministry that tells of one province alone tells of that; else a document is about the place of its issuers. */
const regionOf = ({ place, only }: StatingDocument): string =>
  only !== undefined && /^\d/.test(only) ? only : place

function toRelease(group: readonly DatedDocument[]): Release | undefined {
  const [first] = group
  const byEnd = [...groupBy(group, ({ end }) => end)].sort(([a], [b]) => a - b)
  const [earliest, ...later] = byEnd.map(([end, documents]) => toEdition(end, documents))
  if (!first || !earliest || later.length === 0) return undefined
  const statements = group.flatMap((each) => each.statements)
  return {
    ...first.key,
    time: statements.some(({ time }) => time === 'span') ? 'span' : 'moment',
    indicators: usualIndicators(byEnd.map(([, documents]) => documents)),
    editions: [earliest, ...later],
    months: recurringMonths(byEnd.map(([end]) => end)),
  }
}

/**
 * An edition was issued on a day that an issuer's own date says, unless somebody had it before. Every other date only
 * bounds it: by then it was out.
 */
function toEdition(end: number, group: readonly DatedDocument[]): Edition {
  const dates = group.map(({ document }) => ({ ...document, day: lastDayOf(document.published) ?? '' }))
  const earliest = (days: readonly string[]) => days.toSorted()[0]
  const outBy = earliest(dates.map(({ day }) => day)) ?? ''
  const issued = earliest(dates.filter(({ dating }) => dating === dayOfIssue).map(({ day }) => day))
  return {
    ...{ end, outBy },
    issued: issued === outBy ? issued : undefined,
    documents: group.map(({ document }) => document.id).toSorted(),
  }
}

const dayOfIssue: Dating = 'issue'

function usualIndicators(editions: readonly (readonly DatedDocument[])[]): string[] {
  const seen = new Map<string, number>()
  for (const edition of editions) {
    const stated = new Set(edition.flatMap(({ statements }) => statements.map(({ indicator }) => indicator)))
    for (const indicator of stated) seen.set(indicator, (seen.get(indicator) ?? 0) + 1)
  }
  return [...seen].flatMap(([indicator, times]) => (2 * times >= editions.length ? indicator : [])).toSorted()
}

/** Of fewer editions a month that was seen in one year only says nothing of other years. */
const fewestEditions = 6

function recurringMonths(ends: readonly number[]): number[] {
  const [first = 0, last = 0] = [ends[0], ends.at(-1)]
  const span = Array.from({ length: last - first + 1 }, (_, at) => monthOfYear(first + at))
  return [...groupBy(ends, monthOfYear)]
    .filter(([month, { length: times }]) => {
      const chances = span.filter((each) => each === month).length
      return times >= 2 || (ends.length >= fewestEditions && 2 * times > chances)
    })
    .map(([month]) => month)
    .sort((a, b) => a - b)
}
