import { setImmediate } from 'node:timers/promises'
import { createApp } from '#server/app.ts'
import { openCurrentStore } from '#server/current-store.ts'

/*
 * Reads a file of the whole database as a patient reader does and prints, as JSON, how many bytes it had and what the
 * process held after a quarter of them and at the end. Arguments: the database, and about how many bytes to expect.
 */

const [database = '', expected = ''] = process.argv.slice(2)

async function measure() {
  await setImmediate()
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return { held: heapUsed + arrayBuffers }
}

const current = await openCurrentStore(database)
const app = createApp({ current, pagesFolder: 'no-such-folder' })
const response = await app.request('/api/v1/export/csv?question=observations')
let bytes = 0
let quarter: Awaited<ReturnType<typeof measure>> | undefined
for await (const piece of response.body ?? []) {
  bytes += piece.length
  if (!quarter && bytes > Number(expected) / 4) quarter = await measure()
}
process.stdout.write(JSON.stringify({ bytes, quarter, end: await measure() }))
await current.close()
