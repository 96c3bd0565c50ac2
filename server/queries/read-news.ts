import { asc } from 'drizzle-orm'
import type { Catalog } from '#data/catalog/catalog.ts'
import { groupBy } from '#data/model/group-by.ts'
import { daysAfter, lastDayOf } from '#data/model/published.ts'
import type { Expected } from '#data/model/release-days.ts'
import type { Source } from '#data/model/source.ts'
import type { Store } from '#data/store/open-store.ts'
import { change, type version } from '#data/store/schema.ts'
import { type FeedQuery, mostRows } from '#server/input.ts'
import { portions, readShown } from './compare-versions.ts'
import { countShown, readWanted } from './find-numbers.ts'
import type { Row } from './printed-number.ts'
import { checkWanted, type Foreseen, foresee } from './read-calendar.ts'
import { isOf } from './read-changes-since.ts'
import { dayInBeijing, readHistory } from './read-versions.ts'
import { splitHistory } from './split-history.ts'
import { factOf } from './vintages-of.ts'

type Version = typeof version.$inferSelect

/** Something that a reader of the feed is told, with when it became so, as an instant. */
export type News = { readonly updated: string } & (
  | {
      /** Figures of a document. */
      readonly kind: 'figures'
      readonly source: Source
      /** The day on which versions brought them; undefined where they were there before versions were told. */
      readonly day: string | undefined
      readonly rows: readonly Row[]
      /** false where it has more than are read. */
      readonly isWhole: boolean
    }
  | { readonly kind: 'revision'; readonly version: Version; readonly before: Row; readonly now: Row }
  | { readonly kind: 'many_changes'; readonly version: Version }
  | { readonly kind: 'overdue'; readonly foreseen: Foreseen; readonly expected: Expected }
)

/** The most that is told, the newest first. */
export const mostNews = 100
/** Of a first version everything is new: so many of its newest documents are told. */
export const mostDocuments = 30

type Wanted = Pick<FeedQuery, 'topic' | 'region' | 'indicator'>
interface Codes {
  readonly indicator: string[] | undefined
  readonly region: string[] | undefined
}

/**
 * What is new: figures and revisions by version, as far as each tells what it changed; the newest documents of what was
 * there before; and what is overdue on a day.
 * @throws Problem 404 for a code that there is not.
 */
export async function readNews(store: Store, query: Wanted, today: string): Promise<News[]> {
  const { catalog } = store
  checkWanted(catalog, query)
  const codes = codesOf(catalog, query)
  const { first, told } = splitHistory(await readHistory(store), await readListed(store), mostRows)
  const changes = await readTold(store, codes, told)
  const facts = new Set(changes.map(({ fact }) => fact))
  const known = dayInBeijing(first.published_at)
  const [documents, late] = [await readDocuments(store, codes, known), await foresee(store, query, today)]
  const news = [
    ...late.flatMap(overdueOf),
    ...(first.position > 1
      ? [{ kind: 'many_changes' as const, version: first, updated: first.published_at }]
      : []),
    ...changes.flatMap(revisionOf),
    ...figuresOf(catalog, changes),
    ...documents.flatMap((each) => standingOf(each, facts)),
  ]
  return news.sort(newestFirst).slice(0, mostNews)
}

const newestFirst = (a: News, b: News) => Date.parse(b.updated) - Date.parse(a.updated)

/** A topic as its indicators. */
function codesOf({ indicators }: Catalog, { topic, indicator, region }: Wanted): Codes {
  if (topic === undefined) return { indicator, region }
  const ofTopic = [...indicators.values()].flatMap((each) => (each.topic === topic ? each.code : []))
  return { indicator: ofTopic.filter((code) => indicator?.includes(code) ?? true), region }
}

/** The positions of the versions of which it is known what they changed. */
const readListed = async ({ db }: Store): Promise<ReadonlySet<number>> =>
  new Set(
    (await db.selectDistinct({ position: change.position }).from(change)).map(({ position }) => position),
  )

interface Change {
  readonly fact: string
  readonly version: Version
  /** What was shown before, and what the version showed in its place; null where nothing. */
  readonly before: Row | null
  readonly now: Row | null
}

/** What each version changed. What it showed is what the next change of the fact says was shown before it, or what is shown still. */
async function readTold(store: Store, codes: Codes, told: readonly Version[]): Promise<Change[]> {
  if (told.length === 0) return []
  const rows = await store.db
    .select()
    .from(change)
    .where(isOf(codes, told))
    .orderBy(asc(change.fact), asc(change.position))
  const shown = await shownOf(store, rows)
  const versions = new Map(told.map((each) => [each.position, each]))
  return rows.flatMap(({ fact, position, previous }, at) => {
    const next = rows[at + 1]
    const now = next?.fact === fact ? next.previous : shown.get(fact)
    const version = versions.get(position)
    return version
      ? [{ fact, version, before: previous as Row | null, now: (now ?? null) as Row | null }]
      : []
  })
}

async function shownOf(store: Store, changes: readonly { readonly fact: string }[]) {
  const places = new Set(changes.map(({ fact }) => fact.split('|', 2).join('|')))
  const shown = new Map<string, Row>()
  for (const [indicator, regions] of portions([...places]))
    for (const [fact, row] of await readShown(store, indicator, regions)) shown.set(fact, row)
  return shown
}

function revisionOf({ version, before, now }: Change): News[] {
  if (!before || !now) return []
  return [{ kind: 'revision', version, before, now, updated: version.published_at }]
}

/** New facts by document and day. */
function figuresOf({ sources }: Catalog, changes: readonly Change[]): News[] {
  const added = changes.flatMap(({ before, now, version }) => (before || !now ? [] : [{ now, version }]))
  const dayOf = ({ version }: { version: Version }) => dayInBeijing(version.published_at)
  return [...groupBy(added, (each) => `${each.now.source} ${dayOf(each)}`).values()].flatMap((group) => {
    const newest = group.reduce((a, b) => (b.version.position > a.version.position ? b : a))
    const source = sources.get(newest.now.source)
    if (!source) return []
    const rows = group.map(({ now }) => now)
    const updated = newest.version.published_at
    return [{ kind: 'figures', source, day: dayOf(newest), rows, isWhole: true, updated }]
  })
}

/**
 * The newest documents out by a day, each with what is shown of it that was asked for; fewer where together they hold
 * more numbers than an answer may.
 */
async function readDocuments(store: Store, { indicator, region }: Codes, known: string) {
  const wanted = { indicators: indicator, regions: region }
  const shown = await countShown(store, wanted)
  const newest = [...shown]
    .flatMap(([id, numbers]) => {
      const source = store.catalog.sources.get(id)
      return source ? { source, numbers, day: lastDayOf(source.published) ?? '' } : []
    })
    .filter(({ day }) => day !== '' && day <= known)
    .sort((a, b) => (a.day === b.day ? (a.source.id < b.source.id ? -1 : 1) : a.day < b.day ? 1 : -1))
    .slice(0, mostDocuments)
    .filter((_, at, those) => at === 0 || sumOf(those.slice(0, at + 1)) <= mostRows)
  const ids = new Set(newest.map(({ source: { id } }) => id))
  const isSource = ({ id }: Source) => ids.has(id)
  const found = await readWanted(store, { ...wanted, isSource, isShown: true }, { limit: mostRows })
  const bySource = groupBy(found, (row) => row.source)
  return newest.map(({ source, day, numbers }) => {
    const rows = bySource.get(source.id) ?? []
    return { source, day, rows, isWhole: rows.length === numbers }
  })
}

const sumOf = (documents: readonly { readonly numbers: number }[]) =>
  documents.reduce((total, { numbers }) => total + numbers, 0)

type Document = Awaited<ReturnType<typeof readDocuments>>[number]

/** What a document says that no version is told to have brought or changed. */
function standingOf({ source, day, rows, isWhole }: Document, told: ReadonlySet<string>): News[] {
  const own = rows.filter((row) => !told.has(factOf(row)))
  return own.length === 0
    ? []
    : [{ kind: 'figures', source, day: undefined, rows: own, isWhole, updated: beginningOf(day) }]
}

/** A day begins in Beijing. */
const beginningOf = (day: string) => `${day}T00:00:00+08:00`

function overdueOf(foreseen: Foreseen): News[] {
  return foreseen.outlook.expected.flatMap((expected) =>
    expected.state === 'overdue' && expected.days
      ? [
          {
            kind: 'overdue' as const,
            foreseen,
            expected,
            updated: beginningOf(daysAfter(expected.days.latest, 1)),
          },
        ]
      : [],
  )
}
