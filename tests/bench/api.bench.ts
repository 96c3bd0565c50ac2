import { asc, eq } from 'drizzle-orm'
import { bench, describe, inject } from 'vitest'
import { openPool } from '#data/store/connection-pool.ts'
import { openStore } from '#data/store/open-store.ts'
import { observation } from '#data/store/schema.ts'
import { createApp } from '#server/app.ts'
import { openCurrentStore } from '#server/current-store.ts'

const file = inject('database')
const app = createApp({ current: await openCurrentStore(file), pagesFolder: 'none' })
const pool = await openPool(file, 4)
const { db } = await openStore(file)

const sql =
  "select * from observation where indicator = $1 and region = 'CN' and measure = 'level' and rank = 1 order by end_month"

describe('one national series', () => {
  bench('through the API', async () => {
    const answer = await app.request('/api/v1/series?indicator=software_revenue&basis=cumulative')
    await answer.text()
  })
  bench('the same rows through drizzle', async () => {
    await db
      .select()
      .from(observation)
      .where(eq(observation.indicator, 'software_revenue'))
      .orderBy(asc(observation.end_month))
  })
  bench('yardstick: one prepared statement', async () => void (await pool.query(sql, ['software_revenue'])))
})

describe('a repeated question', () => {
  const path = '/api/v1/series?indicator=software_revenue&basis=cumulative'
  const etag = (async () => (await app.request(path)).headers.get('etag') ?? '')()
  bench('answered 304 from the snapshot', async () => {
    await app.request(path, { headers: { 'if-none-match': await etag } })
  })
  bench('yardstick: answered again', async () => {
    await (await app.request(path)).text()
  })
})
