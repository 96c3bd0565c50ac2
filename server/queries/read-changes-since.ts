import { and, asc, gt, inArray, type SQL, sql } from 'drizzle-orm'
import { groupBy } from '#data/model/group-by.ts'
import type { Store } from '#data/store/open-store.ts'
import { type ChangeKind, change, type version } from '#data/store/schema.ts'
import type { Answer } from '#server/answers.ts'
import { type CurrentStore, NotKept } from '#server/current-store.ts'
import { gone, type Problem } from '#server/errors.ts'
import { type ChangesQuery, mostRows } from '#server/input.ts'
import { noSuchVersion } from '#server/missing-version.ts'
import { compareVersions, type Difference, portions, readShown } from './compare-versions.ts'
import { nameSources } from './name-sources.ts'
import { type Row, toObservation } from './printed-number.ts'
import { checkCodes, describeChange, newestFirst } from './read-changes.ts'
import { dayInBeijing, readHistory } from './read-versions.ts'
import { checkSize } from './too-large.ts'

export type Version = typeof version.$inferSelect

/**
 * What a store shows otherwise than an earlier version did, whatever was shown in between: facts that are new, revised
 * and no longer stated.
 * @throws Problem 404 for a version that never was, 410 where a version between has no list of its changes and the file
 * of the earlier one is gone.
 */
export async function readChangesSince(
  store: Store,
  versions: Pick<CurrentStore, 'lendVersion'>,
  query: ChangesQuery,
): Promise<Answer<'changes'>> {
  const { catalog, snapshot } = store
  checkCodes(catalog, query)
  const differences = checkSize(await findDifferences(store, versions, query))
  const changes = differences
    .flatMap(({ before, now, published }) => (now ? [describeChange(published, now, before)] : []))
    .sort(newestFirst)
  const removed = differences.flatMap(({ before, now }) => (before && !now ? [toObservation(before)] : []))
  const numbers = changes.flatMap(({ number, previous }) => (previous ? [number, previous] : [number]))
  return {
    snapshot: snapshot.id,
    since: query.since,
    changes,
    removed,
    sources: nameSources(catalog, [...numbers, ...removed]),
  }
}

async function findDifferences(
  store: Store,
  versions: Pick<CurrentStore, 'lendVersion'>,
  query: ChangesQuery,
): Promise<Difference[]> {
  const history = await readHistory(store)
  const at = history.findLastIndex(({ id }) => id === query.since)
  const later = history.slice(at + 1)
  if (at >= 0 && (await areListed(store, later))) return readListed(store, query, later)
  try {
    return await versions.lendVersion(query.since, (before) => compareVersions(before, store, query))
  } catch (cause) {
    if (!(cause instanceof NotKept)) throw cause
    throw at < 0 ? noSuchVersion(query.since, 'since') : onlyCounted(history[at], later)
  }
}

/** Whether of every version that changed something the changes are listed. */
export async function areListed({ db }: Store, versions: readonly Version[]): Promise<boolean> {
  const changing = versions.filter(({ added, revised, removed }) => added + revised + removed > 0)
  const rows = await db.selectDistinct({ position: change.position }).from(change)
  const listed = new Set(rows.map(({ position }) => position))
  return changing.every(({ position }) => listed.has(position))
}

/** What the lists of several versions come to: the first says what was shown before, the store what is shown now. */
async function readListed(
  store: Store,
  query: ChangesQuery,
  later: readonly Version[],
): Promise<Difference[]> {
  if (later.length === 0) return []
  const first = await firstChanges(store, query, later)
  const days = new Map(later.map(({ position, published_at }) => [position, dayInBeijing(published_at)]))
  const byPlace = groupBy(first, ({ fact }) => fact.split('|', 2).join('|'))
  const differences: Difference[] = []
  for (const [indicator, regions] of portions([...byPlace.keys()])) {
    const shown = await readShown(store, indicator, regions)
    const changed = regions.flatMap((region) => byPlace.get(`${indicator}|${region}`) ?? [])
    const found = changed.map(({ fact, kind, previous, brought }) => ({
      before: kind === 'added' ? null : (previous as Row),
      now: shown.get(fact) ?? null,
      published: days.get(brought) ?? '',
    }))
    differences.push(...found.filter(isOther))
    if (differences.length > mostRows) break
  }
  return differences
}

/** What was changed and changed back is no change. */
const isOther = ({ before, now }: Difference) => before?.value !== now?.value || before?.unit !== now?.unit

/** Whether a change is one of those that some versions, all the later ones, brought to the indicators and regions asked for. */
export const isOf = (
  { indicator, region }: Pick<ChangesQuery, 'indicator' | 'region'>,
  later: readonly Version[],
): SQL | undefined => {
  const part = (at: number) => sql`split_part(${change.fact}, '|', ${sql.raw(String(at))})`
  return and(
    gt(change.position, (later[0]?.position ?? 1) - 1),
    indicator && inArray(part(1), indicator),
    region && inArray(part(2), region),
  )
}

/** Of each fact that was changed: how it stood before the first change, and the version that brought the last. */
const firstChanges = ({ db }: Store, query: ChangesQuery, later: readonly Version[]) =>
  db
    .select({
      fact: change.fact,
      kind: sql<ChangeKind>`arg_min(${change.kind}, ${change.position})`.as('kind'),
      previous: sql<unknown>`arg_min(${change.previous}, ${change.position})`
        .mapWith(change.previous)
        .as('previous'),
      brought: sql<number>`max(${change.position})`.mapWith(Number).as('brought'),
    })
    .from(change)
    .where(isOf(query, later))
    .groupBy(change.fact)
    .orderBy(asc(change.fact))

/** 410: of some version only the counts are known, and there is nothing left to compare with. */
function onlyCounted(since: Version | undefined, later: readonly Version[]): Problem {
  const sum = (key: 'added' | 'revised' | 'removed') => later.reduce((total, each) => total + each[key], 0)
  const counts = `新增 ${sum('added')}、修订 ${sum('revised')}、删除 ${sum('removed')} 项`
  const day = dayInBeijing(since?.published_at ?? '')
  return gone(
    `版本 ${since?.id} 的文件已清理，其后有的版本改动太多，只记了数目（各版本合计${counts}）；可用 since=${day} 按文件发布日期查询`,
    'since',
  )
}
