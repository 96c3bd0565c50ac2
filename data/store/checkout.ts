import { QueryStopped, type Wait } from './query-limits.ts'

type Receive<Item> = (item: Item) => void

/**
 * Hands out each item to one user at a time. Two lines wait for them, each in order, and are served by turns: first
 * queries of requests, and the further ones of requests that were served before. So many requests that come at once do
 * not all begin before one of them ends, and a small one does not wait until all the large ones have ended.
 */
export function createCheckout<Item>(items: readonly Item[]) {
  const free = [...items]
  const fresh = new Set<Receive<Item>>()
  const begun = new Set<Receive<Item>>()
  const served = new WeakSet<object>()
  let isFreshNext = true
  let drained: (() => void) | undefined

  const take = async ({ queue, signal, request }: Wait): Promise<Item> => {
    const item = free.pop()
    if (item !== undefined) return item
    if (fresh.size + begun.size >= queue) throw new QueryStopped('busy')
    const line = request && served.has(request) ? begun : fresh
    return new Promise((resolve, reject) => {
      const receive = (item: Item) => {
        signal.removeEventListener('abort', leave)
        resolve(item)
      }
      const leave = () => {
        line.delete(receive)
        reject(signal.reason)
      }
      line.add(receive)
      signal.addEventListener('abort', leave, { once: true })
    })
  }
  const nextInLine = (): Receive<Item> | undefined => {
    const lines = isFreshNext ? [fresh, begun] : [begun, fresh]
    isFreshNext = !isFreshNext
    const line = lines.find(({ size }) => size > 0)
    const [next] = line ?? []
    if (next) line?.delete(next)
    return next
  }
  const giveBack = (item: Item) => {
    const next = nextInLine()
    if (next) next(item)
    else free.push(item)
    if (free.length === items.length) drained?.()
  }
  return {
    async use<Result>(wait: Wait, work: (item: Item) => Promise<Result>): Promise<Result> {
      if (drained) throw new Error('the pool is closed')
      wait.signal.throwIfAborted()
      const item = await take(wait)
      wait.begin()
      if (wait.request) served.add(wait.request)
      try {
        return await work(item)
      } finally {
        giveBack(item)
      }
    },
    drain: () =>
      new Promise<void>((resolve) => {
        drained = resolve
        if (free.length === items.length) resolve()
      }),
  }
}
