import { afterAll, inject } from 'vitest'
import { createApp } from '#server/app.ts'
import { openCurrentStore } from '#server/current-store.ts'
import { today, unhurried } from './test-settings.ts'

export { today, unhurried }

/** The whole server over the real database, without a socket; closed when the tests of the file are over. */
export const openRealApi = (pagesFolder = 'no-such-folder') => openApi(inject('database'), pagesFolder)

/** The same over any database. */
export async function openApi(database: string, pagesFolder = 'no-such-folder') {
  const current = await openCurrentStore(database)
  afterAll(() => current.close())
  const app = createApp({ current, pagesFolder, settings: unhurried, today: () => today })
  const get = async (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
  return {
    app,
    current,
    get,
    /** The parsed body of a question of the API, whatever its status. */
    ask: async (path: string): Promise<unknown> => (await get(`/api/v1${path}`)).json(),
  }
}
