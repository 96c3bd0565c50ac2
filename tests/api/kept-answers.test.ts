import { connect } from 'node:net'
import { afterAll, describe, expect, inject, onTestFinished, test, vi } from 'vitest'
import { openStore, type Store } from '#data/store/open-store.ts'
import { createAnswerCache } from '#server/answer-cache.ts'
import { createApp } from '#server/app.ts'
import { onlyStore } from '#server/current-store.ts'
import { encodings } from '#server/encoding.ts'
import { listen } from '#server/listen.ts'
import type { Settings } from '#server/settings.ts'
import { openingQuestions, warm } from '#server/warm.ts'
import { unhurried } from '../support/real-api.ts'

const store = await openStore(inject('database'))
afterAll(() => store.close())

/** The server over one store, with nothing kept yet. */
function appOver(lent: Store, settings: Partial<Settings> = {}) {
  const all = { ...unhurried, ...settings }
  const answers = createAnswerCache(all.answerBytes)
  const app = createApp({
    current: onlyStore(lent),
    pagesFolder: 'none',
    settings: all,
    answers,
  })
  const get = async (path: string, headers: Record<string, string> = {}) =>
    app.request(`/api/v1${path}`, { headers })
  return { app, answers, get }
}

/** A store of the test's own, which it may close. */
async function openOwn() {
  const own = await openStore(inject('database'))
  const close = once(() => own.close())
  onTestFinished(close)
  return { own, close }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= work()
    return done
  }
}

/** Keeps the log of the server from the output of the tests. */
function hearNothing() {
  const heard = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  onTestFinished(() => heard.mockRestore())
  return heard
}

const whole = async (response: Response) => ({
  status: response.status,
  headers: Object.fromEntries(response.headers),
  body: Buffer.from(await response.arrayBuffer()).toString('base64'),
})

const questions = [
  '/indicators',
  '/indicators/software_revenue',
  '/regions',
  '/sources',
  '/sources/web-001',
  '/observations?indicator=software_revenue&limit=20',
  '/series?indicator=software_revenue&basis=cumulative',
  '/series?indicator=mobile_phone_users&asOf=2024-06-30',
  '/compare?indicator=software_revenue',
  '/compare/latest?indicator=software_revenue',
  '/standing?region=520000',
  '/latest',
  '/latest?asOf=2024-06-30',
  '/targets',
  '/sentence?indicator=software_revenue&region=CN,520000',
  '/verdicts?lang=en',
  '/conflicts',
  '/checks',
  '/inbox',
  '/changes?since=2025-06-01',
  '/export/csv?question=series&indicator=software_revenue',
]

describe('a kept answer', () => {
  const used = appOver(store)
  const fresh = () => appOver(store)

  test.each(questions)('%s is that of a server that has kept nothing', async (question) => {
    for (const encoding of encodings) {
      const headers = { 'Accept-Encoding': encoding }
      const first = await whole(await used.get(question, headers))
      const again = await whole(await used.get(question, headers))
      expect(first.status).toBe(200)
      expect(again).toEqual(first)
      expect(await whole(await fresh().get(question, headers))).toEqual(first)
    }
  })

  test('has the headers of one that is not kept, and its length', async () => {
    const { headers } = await used.get('/latest')
    const refused = await used.get('/latest?region=nowhere')
    const names = (of: Headers) => [...of.keys()].sort()
    expect(names(headers)).toEqual([...names(refused.headers), 'etag'].sort())
  })

  test('is given without the database, however its address is spelled', async () => {
    const { own, close } = await openOwn()
    const { get } = appOver(own)
    const first = await (await get('/series?indicator=software_revenue&region=CN&basis=cumulative')).text()
    await close()
    for (const spelled of [
      '/series?indicator=software_revenue&region=CN&basis=cumulative',
      '/series?basis=cumulative&region=CN&indicator=software_revenue',
      '/series?basis=cumulative&region=%43N&indicator=software%5Frevenue',
    ]) {
      for (const encoding of encodings) {
        expect((await get(spelled, { 'Accept-Encoding': encoding })).status).toBe(200)
      }
      expect(await (await get(spelled)).text()).toBe(first)
    }
  })

  test('answers only its own question', async () => {
    const { get } = appOver(store)
    expect((await get('/compare/latest?indicator=software_revenue')).status).toBe(200)
    expect((await get('/compare%2Flatest?indicator=software_revenue')).status).toBe(404)
    expect((await get('/latest')).status).toBe(200)
    expect((await get('/latest?region=CN&region=CN')).status).toBe(400)
    expect((await get('/latest?regions=CN')).status).toBe(400)
  })

  test('is found by HEAD, with its length and no body', async () => {
    const { app, get } = appOver(store)
    const { headers } = await get('/regions')
    const head = await app.request('/api/v1/regions', { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(headers))
  })

  test('keeps within the budget, whatever is asked', async () => {
    const { get, answers } = appOver(store, { answerBytes: 300_000 })
    for (let year = 2020; year <= 2040; year++) {
      await get(`/series?indicator=software_revenue&from=2019&to=${year}`, { 'Accept-Encoding': 'br' })
      expect(answers.bytes).toBeLessThanOrEqual(300_000)
    }
    expect(answers.bytes).toBeGreaterThan(50_000)
  })
})

describe('questions that are asked at one time', () => {
  test('are asked once when they are equal', async () => {
    const { get } = appOver(store, { queue: 0 })
    const asked = Array.from({ length: 40 }, (_, at) =>
      get('/series?indicator=software_revenue', { 'Accept-Encoding': encodings[at % 3] ?? '' }),
    )
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(asked.map(() => 200))
  })

  test('are turned away in words when there are too many', async () => {
    const { get } = appOver(store, { queue: 0 })
    const asked = [...store.catalog.indicators.keys()].slice(0, 40)
    const answers = await Promise.all(asked.map((code) => get(`/observations?indicator=${code}&limit=5`)))
    const busy = answers.filter(({ status }) => status === 503)
    expect(busy.length).toBeGreaterThan(0)
    expect(busy[0]?.headers.get('Retry-After')).toMatch(/^\d+$/)
    expect(busy[0]?.headers.get('ETag')).toBeNull()
    expect(await busy[0]?.json()).toEqual({
      error: { code: 'busy', message: '正在回答的问题太多，请稍后再试' },
    })
    const later = async () => (await get('/observations?indicator=software_revenue&limit=5')).status
    await vi.waitFor(async () => expect(await later()).toBe(200), 30_000)
  })
})

/** The same store, whose engine counts to a hundred billion before it answers. */
const slowed = (store: Store): Store => ({
  ...store,
  limited: (limits) => {
    const limited = store.limited(limits)
    const slowly = 'select count(*) as counted from range(100000000000) many(each) where each % 7 = 3'
    return {
      ...limited,
      query: (sql, values) => limited.query(`select * from (${sql}), (${slowly})`, values),
    }
  },
})

describe('what asks too much', () => {
  test('is stopped, and what is asked next is answered', async () => {
    hearNothing()
    const path = '/indicators/software_revenue'
    const stopped = await appOver(slowed(store), { patience: 50 }).get(path)
    expect([stopped.status, stopped.headers.get('Retry-After')]).toEqual([503, '2'])
    expect(await stopped.json()).toMatchObject({ error: { code: 'too_slow' } })
    expect((await appOver(store).get(path)).status).toBe(200)
  })

  test('is stopped when whoever asked has left, without a word in the log, and is asked anew by the next', async () => {
    const heard = hearNothing()
    const { app, get } = appOver(store)
    const path = '/observations?limit=10000'
    const leaving = new AbortController()
    const asked = app.request(new Request(`http://localhost/api/v1${path}`, { signal: leaving.signal }))
    const beside = get(path)
    leaving.abort()
    expect((await asked).status).toBe(499)
    expect((await beside).status).toBe(200)
    expect(heard).not.toHaveBeenCalled()
  })
})

test('a reader that hangs up is one that has left', async () => {
  const signals: AbortSignal[] = []
  const slow = slowed(store)
  const watched: Store = {
    ...slow,
    limited: (limits) => {
      signals.push(limits.signal)
      return slow.limited(limits)
    },
  }
  const listening = await listen(appOver(watched).app.fetch, { host: '127.0.0.1', port: 0 })
  onTestFinished(() => listening.close())
  const socket = connect(listening.port, '127.0.0.1')
  socket.write('GET /api/v1/indicators/software_revenue HTTP/1.1\r\nHost: localhost\r\n\r\n')
  await vi.waitFor(() => expect(signals.map(({ aborted }) => aborted)).toEqual([false]), 30_000)
  socket.destroy()
  await vi.waitFor(() => expect(signals.map(({ aborted }) => aborted)).toEqual([true]), 30_000)
})

describe('warm(app)', () => {
  test('answers what opens the pages, so that they need no database', async () => {
    const { own, close } = await openOwn()
    const { app, get } = appOver(own)
    await warm(app)
    await close()
    for (const question of openingQuestions) {
      for (const encoding of encodings) {
        expect((await get(question, { 'Accept-Encoding': encoding })).status).toBe(200)
      }
    }
  })

  test('fails where the database does not answer', async () => {
    hearNothing()
    const { own, close } = await openOwn()
    await close()
    await expect(warm(appOver(own).app)).rejects.toThrow('was answered 500')
  })
})
