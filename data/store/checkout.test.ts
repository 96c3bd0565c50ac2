import { expect, test } from 'vitest'
import { createCheckout } from './checkout.ts'
import { beginWait } from './query-limits.ts'

/** A request with many queries, one after another, each noted when it has its turn. */
async function ask(
  checkout: ReturnType<typeof createCheckout<string>>,
  name: string,
  queries: number,
  turns: string[],
) {
  const limits = { wait: 60_000, patience: 60_000, queue: 100, signal: new AbortController().signal }
  for (let query = 0; query < queries; query++) {
    const wait = beginWait(limits)
    await checkout.use(wait, async () => {
      turns.push(name)
      await new Promise(setImmediate)
    })
    wait.end()
  }
}

test('a small request that comes last has its turn long before the large ones have ended', async () => {
  const turns: string[] = []
  const checkout = createCheckout(['connection'])
  const large = Array.from({ length: 10 }, (_, at) => ask(checkout, `large ${at}`, 20, turns))
  await Promise.all([...large, ask(checkout, 'small', 2, turns)])
  expect(turns.lastIndexOf('small')).toBeLessThan(50)
})

test('those that have begun go on while new ones keep coming', async () => {
  const turns: string[] = []
  const checkout = createCheckout(['connection'])
  const first = ask(checkout, 'first', 5, turns)
  const others = Array.from({ length: 50 }, () => ask(checkout, 'new', 1, turns))
  await Promise.all([first, ...others])
  expect(turns.lastIndexOf('first')).toBeLessThan(15)
})
