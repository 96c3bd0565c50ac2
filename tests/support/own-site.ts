import { afterAll, inject } from 'vitest'
import { createApp } from '#server/app.ts'
import { openCurrentStore } from '#server/current-store.ts'
import { listen } from '#server/listen.ts'

/** The built pages over a database of the test's own: the address; closed when the tests of the file are over. */
export async function ownSite(database: string): Promise<string> {
  const current = await openCurrentStore(database)
  const listening = await listen(createApp({ current, pagesFolder: inject('pages') }).fetch, {
    host: 'localhost',
    port: 0,
  })
  afterAll(async () => {
    await listening.close()
    await current.close()
  })
  return `http://localhost:${listening.port}`
}
