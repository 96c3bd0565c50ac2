import { type Feed, millisecondsOf } from '#data/catalog/feed.ts'
import { pullRound, type RoundOptions } from './pull-round.ts'
import { sayStatus } from './say.ts'
import { readState, type State } from './state.ts'

export interface WatchOptions extends Omit<RoundOptions, 'feeds'> {
  /** The feeds to visit, read anew for each round, so that a change needs no restart. */
  feeds(): readonly Feed[]
  /** Builds and publishes what is in the inbox, unless that is published already. */
  build(): Promise<void>
}

const minute = 60_000

/**
 * Visits each feed as often as it says, then builds and publishes, until the signal says stop. Whatever fails is said,
 * and tried again when its time has come. A build under way is let end.
 */
export async function watch(options: WatchOptions): Promise<void> {
  const { signal, sleep } = options.surroundings
  for (let isFirst = true; !signal.aborted; isFirst = false) {
    const wait = await survive(options, () => watchOnce(options, isFirst))
    if (!signal.aborted) await sleep(wait ?? minute).catch(() => {})
  }
}

/** @returns how long, in milliseconds, until there is something to do. */
async function watchOnce(options: WatchOptions, isFirst: boolean): Promise<number> {
  const { inbox, surroundings, build } = options
  const { now, say, signal } = surroundings
  const feeds = options.feeds()
  const before = readState(inbox)
  const due = feeds.filter((feed) => waitFor(feed, before, now()) <= 0)
  if (due.length > 0) await survive(options, () => pullRound({ feeds: due, inbox, surroundings }))
  if (signal.aborted) return 0
  if (due.length > 0 || isFirst) await survive(options, build)
  const after = readState(inbox)
  if (due.length > 0) for (const line of sayStatus(feeds, after)) say(line)
  const next = Math.min(...feeds.map((feed) => waitFor(feed, after, now())))
  return Math.min(Math.max(next, minute), 60 * minute)
}

/** What the work gives; undefined where it fails, which is said. */
async function survive<Result>(
  { surroundings: { signal, say } }: WatchOptions,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await work()
  } catch (error) {
    if (!signal.aborted) say(`出错：${error instanceof Error ? error.message : error}`)
    return undefined
  }
}

/** How long, in milliseconds, until a feed is to be visited; 0 or less when its time has come. */
function waitFor({ name, every }: Feed, { feeds }: State, now: Date): number {
  const state = feeds[name]
  if (!state) return 0
  const next = Date.parse(state.tried) + millisecondsOf(every)
  return Math.max(next, Date.parse(state.notBefore ?? state.tried)) - now.getTime()
}
