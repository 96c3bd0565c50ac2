import { stat } from 'node:fs/promises'
import { openStore, type Store } from '#data/store/open-store.ts'

/** The newest published database. A newer file takes over while requests run; each keeps the store it began with. */
export interface CurrentStore {
  /** Lends the store for the length of one piece of work: it stays open that long, whatever is published meanwhile. */
  use<Result>(work: (store: Store) => Promise<Result>): Promise<Result>
  /** Looks whether the file has changed, and swaps if so. Happens by itself every two seconds. */
  refresh(): Promise<void>
  /** Watches no longer, lets the running work end, then closes. */
  close(): Promise<void>
}

/** What is to be done when stores come and go. */
export interface StoreHooks {
  /** Done with a store before it is taken into use; where it fails, the store is not. */
  readonly warm?: (store: Store) => Promise<void>
  /** Told of a store that is closed. */
  readonly forget?: (store: Store) => void
}

interface Options extends StoreHooks {
  readonly everyMs?: number
  readonly report?: (line: string) => void
}

/**
 * Opens a database file and follows it.
 * @throws when the file cannot be opened now; later failures keep the store at hand and report one line.
 */
export async function openCurrentStore(file: string, options: Options = {}): Promise<CurrentStore> {
  const { everyMs = 2000, report = (line) => process.stderr.write(`${line}\n`) } = options
  const open = () => openWarm(file, options)
  let seen = await identityOf(file)
  let current = lend(await open())
  const retiring = new Set<Promise<void>>()

  const retire = (lent: ReturnType<typeof lend>) => {
    const closing = lent.retire().finally(() => {
      retiring.delete(closing)
      options.forget?.(lent.store)
    })
    retiring.add(closing)
  }
  const swap = async () => {
    const identity = await identityOf(file).catch(() => 'missing')
    if (identity === seen) return
    seen = identity
    try {
      const next = lend(await open())
      retire(current)
      current = next
    } catch (cause) {
      report(`新的数据库 ${file} 打不开，继续使用原来的：${oneLine(cause)}`)
    }
  }
  let running = Promise.resolve()
  const refresh = () => {
    running = running.then(swap)
    return running
  }
  const timer = setInterval(refresh, everyMs).unref()

  return {
    use: (work) => current.use(work),
    refresh,
    close: async () => {
      clearInterval(timer)
      await running
      retire(current)
      await Promise.all(retiring)
    },
  }
}

async function openWarm(file: string, { warm }: StoreHooks): Promise<Store> {
  const store = await openStore(file)
  try {
    await warm?.(store)
    return store
  } catch (cause) {
    await store.close()
    throw cause
  }
}

/** A store that counts its users and, once retired, closes when the last of them has gone. */
function lend(store: Store) {
  let users = 0
  let leave: (() => void) | undefined
  return {
    store,
    async use<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
      users++
      try {
        return await work(store)
      } finally {
        users--
        if (users === 0) leave?.()
      }
    },
    async retire(): Promise<void> {
      if (users > 0) await new Promise<void>((resolve) => (leave = resolve))
      await store.close()
    },
  }
}

async function identityOf(file: string): Promise<string> {
  const { mtimeMs, ino, size } = await stat(file)
  return [mtimeMs, ino, size].join(':')
}

const oneLine = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause)).split('\n', 1)[0]
