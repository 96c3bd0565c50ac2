import type { version } from '#data/store/schema.ts'

type Version = typeof version.$inferSelect

/**
 * The newest versions whose changes are told one by one, the oldest first, and the one before them: the first of all, of
 * which everything is new, or one that changed too much to be told.
 * @param listed the positions of the versions of which it is known what they changed.
 * @param most how many changes are told of all versions together.
 */
export function splitHistory(
  history: readonly Version[],
  listed: ReadonlySet<number>,
  most: number,
): { first: Version; told: readonly Version[] } {
  let all = 0
  const stop = history.findLastIndex(({ position, added, revised, removed }) => {
    const changed = added + revised + removed
    all += changed
    return all > most || (changed > 0 && !listed.has(position))
  })
  const [first, ...told] = history.slice(Math.max(stop, 0))
  if (!first) throw new Error('a published database has no history')
  return { first, told }
}
