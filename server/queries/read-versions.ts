import { asc } from 'drizzle-orm'
import type { Store } from '#data/store/open-store.ts'
import { version } from '#data/store/schema.ts'
import type { Answer } from '#server/answers.ts'

/** Every version up to the one that answers, the newest first. */
export async function readVersions(store: Store, kept: ReadonlySet<string>): Promise<Answer<'versions'>> {
  const history = await readHistory(store)
  return {
    snapshot: store.snapshot.id,
    versions: history
      .toReversed()
      .map(({ id, published_at: publishedAt, published, added, revised, removed }) => ({
        id,
        publishedAt,
        published,
        added,
        revised,
        removed,
        isKept: kept.has(id) || id === store.snapshot.id,
      })),
  }
}

/** The versions up to that of a store, its own included, the oldest first. */
export const readHistory = ({ db }: Pick<Store, 'db'>) =>
  db.select().from(version).orderBy(asc(version.position))

/** The last appearance of a version in the history; undefined when it is none of it. */
export async function findVersion(
  store: Store,
  id: string,
): Promise<typeof version.$inferSelect | undefined> {
  return (await readHistory(store)).findLast((each) => each.id === id)
}

const beijing = 8 * 3_600_000

/** The day in Beijing of an instant. */
export const dayInBeijing = (instant: string): string =>
  new Date(Date.parse(instant) + beijing).toISOString().slice(0, 10)
