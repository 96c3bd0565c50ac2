import { afterAll, describe, expect, inject, test } from 'vitest'
import { openStore, type Store } from '#data/store/open-store.ts'
import { createApp } from '#server/app.ts'
import { onlyStore } from '#server/current-store.ts'
import { unhurried } from '../support/real-api.ts'

const store = await openStore(inject('database'))
afterAll(() => store.close())

/** The server over the real database, which tells every statement that reaches it. */
function watched() {
  const asked: string[] = []
  const watching = (lent: Store): Store => ({
    ...lent,
    get whole() {
      return whole
    },
    query: (sql, parameters) => {
      asked.push(sql)
      return lent.query(sql, parameters)
    },
    get db() {
      return new Proxy(lent.db, {
        get: (db, name) => {
          asked.push(String(name))
          return Reflect.get(db, name).bind(db)
        },
      })
    },
  })
  const whole: Store = watching(store)
  const lent: Store = {
    ...whole,
    // One that nobody waits for turns away whatever it is asked.
    limited: (limits) => (limits.signal.aborted ? store.limited(limits) : watching(store.limited(limits))),
  }
  const app = createApp({ current: onlyStore(lent), pagesFolder: 'none', settings: unhurried })
  const ask = (path: string, init: RequestInit = {}) => app.request(`/api/v1/export/${path}`, init)
  const known = (path: string, tag: string) => ask(path, { headers: { 'If-None-Match': tag } })
  return { asked, ask, known }
}

const everything = 'question=observations'
const aSeries = 'question=series&indicator=software_revenue'
const said = ({ status, headers }: Response) => {
  const { 'content-length': _, ...others } = Object.fromEntries(headers)
  return { status, ...others }
}

describe('HEAD of a file', () => {
  test.each([`csv?${everything}`, `csv?${aSeries}`, `parquet?${aSeries}`, `zip?${aSeries}`])(
    '%s says what GET says, and asks nothing',
    async (path) => {
      const { asked, ask } = watched()
      const head = await ask(path, { method: 'HEAD' })
      expect([asked, await head.text()]).toEqual([[], ''])
      const whole = await ask(path)
      await whole.body?.cancel()
      expect(said(head)).toEqual(said(whole))
      expect(asked).not.toEqual([])
    },
  )

  test('of a page or a comparison asks as much as its name needs', async () => {
    const { ask } = watched()
    for (const question of [`${everything}&limit=3`, 'question=compare&indicator=software_revenue']) {
      const whole = await ask(`xlsx?${question}`)
      expect(said(await ask(`xlsx?${question}`, { method: 'HEAD' }))).toEqual(said(whole))
    }
  })
})

test.each([`csv?${everything}`, `csv?${everything}&asOf=2026-06-30`, `parquet?${aSeries}`])(
  'a reader who has %s is told so, and nothing is asked',
  async (path) => {
    const { asked, ask, known } = watched()
    const first = await ask(path)
    await first.body?.cancel()
    const tag = first.headers.get('ETag') ?? ''
    asked.length = 0
    const again = await known(path, tag)
    expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', tag])
    expect(again.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(asked).toEqual([])
  },
)

describe('a wrong question', () => {
  const wrong = [
    ['csv?question=series', 400],
    ['csv?question=observations&colour=red', 400],
    ['csv?question=series&indicator=nothing', 404],
    ['csv?question=observations&source=nothing', 404],
    ['docx?question=observations', 404],
    ['csv?question=series&indicator=base_stations_5g&basis=cumulative', 422],
    ['csv?question=compare&indicator=software_revenue&period=2024&basis=stock', 422],
  ] as const

  test.each(wrong)('%s is %i to HEAD, and to who has another file', async (path, status) => {
    const { ask, known } = watched()
    const answer = await ask(path)
    expect(answer.status).toBe(status)
    expect(said(await ask(path, { method: 'HEAD' }))).toEqual(said(answer))
    const tag = (await ask(`csv?${aSeries}`)).headers.get('ETag') ?? ''
    for (const tags of [tag, '*', `"other", ${tag}`]) expect((await known(path, tags)).status).toBe(status)
  })
})

describe('the name of a file', () => {
  test('is that of its question, however it is spelled', async () => {
    const { ask, known } = watched()
    const tag = (await ask(`csv?${aSeries}&region=CN`)).headers.get('ETag') ?? ''
    const spelled = 'csv?region=%43N&indicator=software%5Frevenue&question=series'
    expect((await known(spelled, tag)).status).toBe(304)
    for (const other of [`csv?${aSeries}`, `csv?${aSeries}&region=CN&lang=en`, `xlsx?${aSeries}&region=CN`])
      expect((await known(other, tag)).status).toBe(200)
  })

  test('given to one reader is none of what another waits for', async () => {
    const { ask, known } = watched()
    const path = `csv?${aSeries}&region=520000`
    const tag = (await ask(path)).headers.get('ETag') ?? ''
    const answers = await Promise.all([known(path, tag), ask(path), known(path, tag), ask(path)])
    expect(answers.map(({ status }) => status)).toEqual([304, 200, 304, 200])
  })
})
