import { stat } from 'node:fs/promises'
import { openStore, type Store } from '#data/store/open-store.ts'
import type { StoreHooks } from './current-store.ts'
import { unavailable } from './errors.ts'

/**
 * The database files that are open in this process, each once however many ask for it: when a process closes one of
 * two handles on a file, the system drops its lock for both.
 */
export interface StoreShelf {
  /** Opens a file, unless it is open, makes it warm, and keeps it open until the loan is given back. */
  take(file: string): Promise<Loan>
  /**
   * The same for a file beside the current one.
   * @throws Problem 503 when as many as may be open are all in use.
   */
  borrow(file: string): Promise<Loan>
  /** Closes each when its last user has gone. */
  close(): Promise<void>
}

export interface Loan {
  readonly identity: string
  readonly store: Store
  /** Lends the store for the length of one piece of work. */
  use<Result>(work: (store: Store) => Promise<Result>): Promise<Result>
  giveBack(): void
}

interface Limits extends StoreHooks {
  /** How many may be open beside the current one. */
  readonly most: number
  /** How long an unused one stays open. */
  readonly idleMs: number
}

interface Shelved {
  readonly identity: string
  readonly opening: Promise<Store>
  users: number
  timer?: NodeJS.Timeout
}

export function openShelf({ most, idleMs, warm, forget }: Limits): StoreShelf {
  /** The longest unused first. */
  const shelved = new Map<string, Shelved>()
  const closings = new Set<Promise<void>>()
  let onEmpty: (() => void) | undefined

  const settle = () => {
    if (shelved.size === 0 && closings.size === 0) onEmpty?.()
  }

  const shut = (each: Shelved) => {
    clearTimeout(each.timer)
    shelved.delete(each.identity)
    const closing = each.opening
      .then(async (store) => {
        await store.close()
        forget?.(store)
      })
      .finally(() => {
        closings.delete(closing)
        settle()
      })
    closings.add(closing)
  }
  const release = (each: Shelved) => {
    each.users--
    if (each.users > 0 || shelved.get(each.identity) !== each) return
    shelved.delete(each.identity)
    shelved.set(each.identity, each)
    if (onEmpty || idleMs === 0 || shelved.size > most + 1) shut(each)
    else each.timer = setTimeout(() => shut(each), idleMs).unref()
  }
  const makeRoom = (identity: string) => {
    if (shelved.has(identity) || shelved.size <= most) return
    const unused = [...shelved.values()].find(({ users }) => users === 0)
    if (!unused) throw unavailable(`同时查询的历史版本已有 ${most} 个，请稍后再试`)
    shut(unused)
  }
  const lend = async (identity: string, file: string): Promise<Loan> => {
    const each = shelved.get(identity) ?? { identity, opening: openStore(file), users: 0 }
    shelved.set(identity, each)
    each.users++
    clearTimeout(each.timer)
    try {
      return toLoan(each, await each.opening, release)
    } catch (cause) {
      if (shelved.get(identity) === each) shelved.delete(identity)
      throw cause
    }
  }
  return {
    take: async (file) => warmed(await lend(await identityOf(file), file), warm),
    borrow: async (file) => {
      const identity = await identityOf(file)
      makeRoom(identity)
      return lend(identity, file)
    },
    close: () =>
      new Promise((resolve) => {
        onEmpty = resolve
        for (const each of shelved.values()) if (each.users === 0) shut(each)
        settle()
      }),
  }
}

async function warmed(loan: Loan, warm: StoreHooks['warm']): Promise<Loan> {
  try {
    await warm?.(loan.store)
    return loan
  } catch (cause) {
    loan.giveBack()
    throw cause
  }
}

const toLoan = (each: Shelved, store: Store, release: (each: Shelved) => void): Loan => ({
  identity: each.identity,
  store,
  use: async (work) => {
    each.users++
    try {
      return await work(store)
    } finally {
      release(each)
    }
  },
  giveBack: () => release(each),
})

/** Tells whether a path leads to the same file as before, unchanged. */
export async function identityOf(file: string): Promise<string> {
  try {
    const { dev, ino, mtimeMs, size } = await stat(file)
    return [dev, ino, mtimeMs, size].join(':')
  } catch {
    return `missing ${file}`
  }
}
