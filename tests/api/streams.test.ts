import { get as request } from 'node:http'
import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { openStore, type Store } from '#data/store/open-store.ts'
import { answers } from '#server/answers.ts'
import { createApp } from '#server/app.ts'
import { onlyStore } from '#server/current-store.ts'
import { listen } from '#server/listen.ts'
import { bigDatabase } from '../support/big-database.ts'
import { openRealApi } from '../support/real-api.ts'

const { ask, get } = await openRealApi()
const copies = 6
const big = await bigDatabase(copies)
const store = await openStore(big)
afterAll(() => store.close())

const cellsOf = (text: string) => parse(text, { columns: true }) as Record<string, string>[]

/** The server over the big database, which counts the statements begun and the requests that hold the store. */
function watched({ failAfter = Number.POSITIVE_INFINITY } = {}) {
  const seen = { statements: 0, lent: 0 }
  const db = new Proxy(store.db, {
    get(target, name) {
      if (name !== 'select') return Reflect.get(target, name)
      if (++seen.statements > failAfter) throw new Error('the disk is gone')
      return target.select.bind(target)
    },
  })
  const counted: Store = { ...store, db, limited: () => counted }
  const current = {
    ...onlyStore(counted),
    async use<Result>(work: (store: Store) => Promise<Result>) {
      seen.lent++
      try {
        return await work(counted)
      } finally {
        seen.lent--
      }
    },
  }
  const app = createApp({ current, pagesFolder: 'no-such-folder' })
  const givenBack = () => vi.waitFor(() => expect(seen.lent).toBe(0), 30_000)
  return { app, seen, givenBack }
}

async function serve(app: ReturnType<typeof createApp>): Promise<string> {
  const listening = await listen(app.fetch, { host: '127.0.0.1', port: 0 })
  onTestFinished(() => listening.close())
  return `http://127.0.0.1:${listening.port}`
}

const whole = '/api/v1/export/csv?question=observations'

describe('a file of everything', () => {
  test('holds every observation, which are those of the pages one after the other', async () => {
    const pages: Record<string, string>[] = []
    let next: string | undefined = `${whole}&limit=3000`
    while (next) {
      const response: Response = await get(next)
      pages.push(...cellsOf(await response.text()))
      next = /<([^>]+)>; rel="next"/.exec(response.headers.get('Link') ?? '')?.[1]
    }
    const file = await get(whole)
    expect(file.headers.get('Link')).toBeNull()
    expect(cellsOf(await file.text())).toEqual(pages)
    expect(pages.length).toBeGreaterThan(6000)
  })

  test('begins where a cursor says', async () => {
    const { nextCursor } = answers.observations.parse(await ask('/observations?limit=8000&status=actual'))
    const rest = cellsOf(await (await get(`${whole}&status=actual&cursor=${nextCursor}`)).text())
    const { observations } = answers.observations.parse(
      await ask(`/observations?status=actual&cursor=${nextCursor}&limit=10000`),
    )
    expect(rest.map(({ source, value }) => [source, Number(value)])).toEqual(
      observations.map(({ source, value }) => [source, value]),
    )
    expect(rest.length).toBeGreaterThan(500)
  })

  test.each([
    ['transform=share', 'region=CN,110000,440000,520000'],
    ['transform=index&indexBase=2022', 'region=CN,110000,440000&basis=year'],
  ])('with %s holds what JSON holds', async (transform, query) => {
    const question = `indicator=software_product_revenue,it_service_revenue&${query}&${transform}&compilation=annual`
    const { series } = answers.series.parse(await ask(`/series?${question}`))
    const rows = cellsOf(await (await get(`/api/v1/export/csv?question=series&${question}`)).text())
    expect(rows.map(({ value }) => Number(value))).toEqual(
      series.flatMap(({ points }) => points.map(({ value }) => value)),
    )
    expect(rows.length).toBeGreaterThan(4)
  })

  test('an index without a number for its base is refused as in JSON', async () => {
    const question = 'indicator=software_revenue&transform=index&indexBase=1999&basis=year'
    const [json, file] = await Promise.all([
      get(`/api/v1/series?${question}`),
      get(`/api/v1/export/csv?question=series&${question}`),
    ])
    expect([file.status, await file.text()]).toEqual([json.status, await json.text()])
    expect(file.status).toBe(422)
  })
})

describe('a reader who leaves', () => {
  test('ends the reading and gives the database back', async () => {
    const { app, seen, givenBack } = watched()
    const response = await app.request(whole)
    const reader = response.body?.getReader()
    await reader?.read()
    expect(seen.lent).toBe(1)
    await reader?.cancel()
    await givenBack()
    const { statements } = seen
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(seen.statements).toBe(statements)
    expect(statements).toBeLessThan(4)
  })

  test.each(['identity', 'gzip'])('over the net does too (%s)', async (encoding) => {
    const { app, seen, givenBack } = watched()
    const site = await serve(app)
    await new Promise<void>((resolve, reject) => {
      const asked = request(site + whole, { headers: { 'Accept-Encoding': encoding } }, (response) => {
        response.once('data', () => {
          asked.destroy()
          resolve()
        })
      })
      asked.once('error', reject)
    })
    await givenBack()
    expect(seen.statements).toBeLessThan(copies * 2 - 2)
  })

  test('who only asks for the head holds nothing', async () => {
    const { app, givenBack } = watched()
    const response = await app.request(whole, { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
    expect(response.headers.get('Content-Disposition')).toContain('youju-observations.csv')
    await givenBack()
  })

  test('who has the answer of a day already holds nothing', async () => {
    const { app, givenBack } = watched()
    const first = await app.request(`${whole}&asOf=2026-06-30`)
    await first.body?.cancel()
    const tag = first.headers.get('ETag') ?? ''
    expect(tag).toContain(store.snapshot.id)
    const again = await app.request(`${whole}&asOf=2026-06-30`, { headers: { 'If-None-Match': tag } })
    expect(again.status).toBe(304)
    await givenBack()
  })
})

describe('what goes wrong', () => {
  test.each(['identity', 'gzip'])(
    'in the middle breaks the transfer (%s), and the operator is told',
    async (encoding) => {
      const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
      onTestFinished(() => told.mockRestore())
      const { app, givenBack } = watched({ failAfter: 5 })
      const response = await fetch((await serve(app)) + whole, { headers: { 'Accept-Encoding': encoding } })
      expect(response.status).toBe(200)
      await expect(response.text()).rejects.toThrow()
      await givenBack()
      expect(told.mock.calls.join('')).toContain('the disk is gone')
    },
  )

  test('before the first piece is an error like any other', async () => {
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    onTestFinished(() => told.mockRestore())
    const { app, givenBack } = watched({ failAfter: 0 })
    const response = await app.request(whole)
    expect(response.status).toBe(500)
    expect(response.headers.get('Content-Type')).toContain('application/json')
    await givenBack()
  })
})
