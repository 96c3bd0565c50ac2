import type { Store } from '#data/store/open-store.ts'
import { UnusableDatabase } from '#data/store/unusable-database.ts'
import { keptVersions } from '#data/store/versions.ts'
import { unavailable } from './errors.ts'
import { identityOf, type Loan, openShelf, type StoreShelf } from './store-shelf.ts'
import { createTrouble, isHeld, type Trouble, type Waiting } from './trouble.ts'

/** The newest published database. A newer file takes over while requests run; each keeps the store it began with. */
export interface CurrentStore {
  /** Lends the store for the length of one piece of work: it stays open that long, whatever is published meanwhile. */
  use<Result>(work: (store: Store) => Promise<Result>): Promise<Result>
  /**
   * Lends the store of a version, opened on demand.
   * @throws NotKept when there is no whole file of that version, Problem 503 when too many are in use or it is held.
   */
  lendVersion<Result>(id: string, work: (store: Store) => Promise<Result>): Promise<Result>
  /** The versions whose files are kept, by snapshot. */
  kept(): ReadonlySet<string>
  /** Why what is published is not what answers; undefined when it is. */
  waiting(): Waiting | undefined
  /** Looks whether the file has changed, and swaps if so. Happens by itself every two seconds. */
  refresh(): Promise<void>
  /** Watches no longer, lets the running work end, then closes. */
  close(): Promise<void>
}

/** A version that may have been and has no file any more. */
export class NotKept extends Error {
  override readonly name = 'NotKept'
}

/** What answers are made from. */
export type Lending = Pick<CurrentStore, 'use' | 'lendVersion' | 'kept' | 'waiting'>

/** One store, and no other version beside it. */
export const onlyStore = (store: Store): Lending => ({
  use: (work) => work(store),
  lendVersion: (id) => Promise.reject(new NotKept(id)),
  kept: () => new Set(),
  waiting: () => undefined,
})

/** What is to be done when stores come and go. */
export interface StoreHooks {
  /** Done with a store before it is taken into use; where it fails, the store is not. */
  readonly warm?: (store: Store) => Promise<void>
  /** Told of a store that is closed. */
  readonly forget?: (store: Store) => void
}

interface Options extends StoreHooks {
  readonly everyMs?: number
  /** How long a version that nobody asks stays open. */
  readonly idleMs?: number
  readonly report?: (line: string) => void
}

/** How many versions may be open beside the current one. */
const mostVersions = 2

/**
 * Opens a database file and follows it. Where it cannot be opened now, the newest kept version that can answers meanwhile.
 * @throws when none can; later failures keep the store at hand.
 */
export async function openCurrentStore(file: string, options: Options = {}): Promise<CurrentStore> {
  const { everyMs = 2000, idleMs = 60_000, report = writeLine, ...hooks } = options
  const shelf = openShelf({ most: mostVersions, idleMs, ...hooks })
  const trouble = createTrouble({ file, everyMs, report })
  let current = await openNewest(file, shelf, trouble)

  const follow = async (isDue: (identity: string) => boolean) => {
    const identity = await identityOf(file)
    if (identity === current.identity) return trouble.over(current.store.snapshot.id)
    if (!isDue(identity)) return
    try {
      const next = await shelf.take(file)
      current.giveBack()
      current = next
      trouble.over(next.store.snapshot.id)
    } catch (cause) {
      trouble.met(cause, '继续使用原来的', identity)
    }
  }
  let running = Promise.resolve()
  const look = (isDue: (identity: string) => boolean) => {
    running = running.then(() => follow(isDue))
    return running
  }
  const timer = setInterval(() => look(trouble.isDue), everyMs).unref()

  return {
    use: (work) => current.use(work),
    lendVersion: async (id, work) => {
      if (id === current.store.snapshot.id) return current.use(work)
      const loan = await borrowVersion(shelf, file, id)
      try {
        return await work(loan.store)
      } finally {
        loan.giveBack()
      }
    },
    kept: () => new Set(keptVersions(file).map(({ id }) => id)),
    waiting: trouble.waiting,
    refresh: () => look(() => true),
    close: async () => {
      clearInterval(timer)
      await running
      current.giveBack()
      await shelf.close()
    },
  }
}

/** The published file, else the newest kept version that opens. */
async function openNewest(file: string, shelf: StoreShelf, trouble: Trouble): Promise<Loan> {
  try {
    return await shelf.take(file)
  } catch (cause) {
    for (const { id, file: version } of keptVersions(file)) {
      const loan = await shelf.take(version).catch(() => undefined)
      if (!loan) continue
      trouble.met(cause, `改用保留的版本 ${id}`)
      return loan
    }
    throw cause
  }
}

async function borrowVersion(shelf: StoreShelf, file: string, id: string): Promise<Loan> {
  const version = keptVersions(file).find((each) => each.id === id)
  if (!version) throw new NotKept(id)
  try {
    return await shelf.borrow(version.file)
  } catch (cause) {
    if (isHeld(cause)) throw unavailable(`版本 ${id} 的文件正被另一个进程占用，请稍后再试`)
    throw cause instanceof UnusableDatabase ? new NotKept(id, { cause }) : cause
  }
}

const writeLine = (line: string) => void process.stderr.write(`${line}\n`)
