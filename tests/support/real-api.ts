import { afterAll, inject } from 'vitest'
import { createApp } from '#server/app.ts'
import { openCurrentStore } from '#server/current-store.ts'

/** The whole server over the real database, without a socket; closed when the tests of the file are over. */
export async function openRealApi(pagesFolder = 'no-such-folder') {
  const current = await openCurrentStore(inject('database'))
  afterAll(() => current.close())
  const app = createApp({ current, pagesFolder })
  const get = async (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
  return {
    app,
    current,
    get,
    /** The parsed body of a question of the API, whatever its status. */
    ask: async (path: string): Promise<unknown> => (await get(`/api/v1${path}`)).json(),
  }
}
