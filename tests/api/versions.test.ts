import { rmSync, truncateSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { versionFile } from '#data/store/versions.ts'
import { answers, ErrorAnswer } from '#server/answers.ts'
import { builtVersions, openFollower, revenue } from '../support/built-versions.ts'
import { heldOpen } from '../support/held-open.ts'

const provinces = (value: number) => [revenue(value, '110000'), revenue(value, '310000')]
const { ids, lay } = await builtVersions(
  [revenue(10), ...provinces(1)],
  [revenue(20), ...provinces(2)],
  [revenue(30), ...provinces(3)],
  [revenue(40), ...provinces(4)],
)
const [first, second, third, fourth] = ids as [string, string, string, string]

type Follower = Awaited<ReturnType<typeof openFollower>>

/** A server over the third version; the first is gone. */
const openThird = (...kept: readonly string[]) => openFollower(lay(...kept, second, third).out)

const question = '/series?indicator=software_revenue&basis=year'

async function readValue({ ask }: Pick<Follower, 'ask'>, path: string) {
  const { snapshot, series } = answers.series.parse(await ask(path))
  return [snapshot, series[0]?.points[0]?.printedValue]
}

async function refusal({ get }: Pick<Follower, 'get'>, path: string) {
  const response = await get(`/api/v1${path}`)
  const { error } = ErrorAnswer.parse(await response.json())
  expect(error.message).not.toMatch(/\n/)
  expect(response.headers.get('ETag')).toBeNull()
  return { status: response.status, ...error }
}

describe('/versions', () => {
  test('lists what was published, the newest first, with what each changed and whether it is kept', async () => {
    const { snapshot, versions } = answers.versions.parse(await (await openThird()).ask('/versions'))
    expect(snapshot).toBe(third)
    expect(versions.map(({ publishedAt, ...rest }) => rest)).toEqual([
      { id: third, published: 3, added: 0, revised: 3, removed: 0, isKept: true },
      { id: second, published: 3, added: 0, revised: 3, removed: 0, isKept: true },
      { id: first, published: 3, added: 3, revised: 0, removed: 0, isKept: false },
    ])
    const times = versions.map(({ publishedAt }) => publishedAt)
    expect(times).toEqual(times.toSorted().reverse())
  })

  test('is tagged by its own content, as a version may go while the snapshot stays', async () => {
    const { out } = lay(second, third)
    const { get } = await openFollower(out)
    const tag = (await get('/api/v1/versions')).headers.get('ETag') ?? ''
    expect((await get('/api/v1/versions', { 'If-None-Match': tag })).status).toBe(304)
    rmSync(versionFile(out, second))
    expect((await get('/api/v1/versions', { 'If-None-Match': tag })).status).toBe(200)
  })
})

describe('snapshot=', () => {
  test('answers as that version did, byte for byte and under its tag', async () => {
    const { out, publish } = lay(first)
    const follower = await openFollower(out)
    const then = await follower.get(`/api/v1${question}`)
    publish(second)
    await follower.current.refresh()
    const again = await follower.get(`/api/v1${question}&snapshot=${first}`)
    expect(await again.text()).toBe(await then.text())
    expect(again.headers.get('ETag')).toBe(then.headers.get('ETag'))
  })

  test('of every version gives what it held, whatever else is asked meanwhile', async () => {
    const follower = await openFollower(lay(...ids).out)
    for (const id of [...ids, ...ids.toReversed()]) {
      const value = `${10 * (ids.indexOf(id) + 1)}`
      expect(await readValue(follower, `${question}&snapshot=${id}`)).toEqual([id, value])
    }
    expect(await readValue(follower, question)).toEqual([fourth, '40'])
  })

  test('is a parameter of every question, and of nothing else', async () => {
    const { get } = await openThird()
    const Parameters = z.array(z.object({ name: z.string() })).default([])
    const Document = z.object({
      paths: z.record(z.string(), z.object({ get: z.object({ parameters: Parameters }) })),
    })
    const { paths } = Document.parse(await (await get('/openapi.json')).json())
    const without = Object.entries(paths)
      .filter(([, { get }]) => !get.parameters.some(({ name }) => name === 'snapshot'))
      .map(([path]) => path)
    expect(without.sort()).toEqual(['/api/v1/versions', '/healthz', '/oembed', '/readyz'])
  })

  test.each(['0123456789abcdef', 'yesterday', '../youju'])(
    '%s never was: 404, and where versions are listed',
    async (id) => {
      expect(await refusal(await openThird(), `${question}&snapshot=${id}`)).toMatchObject({
        status: 404,
        code: 'not_found',
        field: 'snapshot',
        message: expect.stringContaining('/api/v1/versions'),
      })
    },
  )

  test.each([
    question,
    '/compare?indicator=software_revenue&regions=CN',
    '/compare/latest?indicator=software_revenue&regions=CN',
    '/observations',
    '/latest',
    '/standing?region=CN',
    '/targets',
    '/export/csv?question=series&indicator=software_revenue',
  ])('of a version that is gone is 410, and names the asOf and the address that answer %s', async (path) => {
    const follower = await openThird()
    const { versions } = answers.versions.parse(await follower.ask('/versions'))
    const at = versions.find(({ id }) => id === first)?.publishedAt ?? ''
    const day = new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)
    const problem = await refusal(follower, `${path}${path.includes('?') ? '&' : '?'}snapshot=${first}`)
    expect(problem).toMatchObject({ status: 410, code: 'gone', field: 'snapshot' })
    expect(problem.message).toContain(at)
    expect(problem.message).toContain(`asOf=${day}`)
    const address = /\/api\/v1\/\S+$/.exec(problem.message)?.[0] ?? ''
    expect(new URL(address, 'http://x').searchParams.get('asOf')).toBe(day)
    expect((await follower.get(address)).status).toBe(200)
  })

  test('of a version that is gone: the asOf answers from the data of now, and the message says so', async () => {
    const follower = await openThird()
    const { message } = await refusal(follower, `${question}&snapshot=${first}`)
    const address = /\/api\/v1(\/\S+)$/.exec(message)?.[1] ?? ''
    const { series } = answers.series.parse(await follower.ask(address))
    expect(series[0]?.points[0]?.printedValue).toBe('30')
    expect(message).toContain('按现在的数据、只用那天及以前发布的文件回答，与那一版未必相同')
  })

  test.each(['/indicators', '/regions', '/sources', '/checks', '/conflicts', '/inbox'])(
    'of a version that is gone: %s has no asOf, and the message leads to what answers now',
    async (path) => {
      const { status, message } = await refusal(await openThird(), `${path}?snapshot=${first}`)
      expect([status, /\/api\/v1\/\S+$/.exec(message)?.[0]]).toEqual([410, `/api/v1${path}`])
    },
  )
})

describe('a kept version whose file', () => {
  test('another process holds is 503 until it is released', async () => {
    const { out } = lay(first, second)
    const follower = await openFollower(out)
    const holder = await heldOpen(versionFile(out, first))
    expect(await refusal(follower, `${question}&snapshot=${first}`)).toMatchObject({
      status: 503,
      code: 'unavailable',
    })
    await holder.release()
    expect(await readValue(follower, `${question}&snapshot=${first}`)).toEqual([first, '10'])
  })

  test('is damaged is as good as gone', async () => {
    const { out } = lay(first, second)
    truncateSync(versionFile(out, first), 5000)
    expect(await refusal(await openFollower(out), `${question}&snapshot=${first}`)).toMatchObject({
      status: 410,
      code: 'gone',
    })
  })
})

describe('the versions that are open', () => {
  test('are two at most, and none is closed under a running query', async () => {
    const { current } = await openFollower(lay(...ids).out)
    const snapshotOf = (id: string) => current.lendVersion(id, async (store) => store.snapshot.id)
    await current.lendVersion(first, (one) =>
      current.lendVersion(second, async (other) => {
        await expect(snapshotOf(third)).rejects.toMatchObject({ status: 503, code: 'unavailable' })
        expect(await snapshotOf(first)).toBe(first)
        expect(await snapshotOf(fourth)).toBe(fourth)
        for (const { db } of [one, other]) expect(await db.execute('select 1')).toBeDefined()
      }),
    )
    expect(await snapshotOf(third)).toBe(third)
  })

  test('are closed when nobody has asked them for a while', async () => {
    const { current } = await openFollower(lay(first, second).out, { idleMs: 10 })
    const store = await current.lendVersion(first, async (store) => store)
    await vi.waitFor(() => expect(store.db.execute('select 1')).rejects.toThrow(), 5000)
  })
})

describe('pages', () => {
  const readPage = async ({ ask }: Follower, query: string) =>
    answers.observations.parse(await ask(`/observations?limit=1${query}`))

  test('go on in the version in which they began, whatever is published meanwhile', async () => {
    const { out, publish } = lay(first)
    const follower = await openFollower(out)
    const pages = [await readPage(follower, '')]
    for (const id of [second, third]) {
      publish(id)
      await follower.current.refresh()
      pages.push(await readPage(follower, `&cursor=${pages.at(-1)?.nextCursor}`))
    }
    expect(pages.map(({ snapshot }) => snapshot)).toEqual([first, first, first])
    const rows = pages.flatMap(({ observations }) => observations)
    expect(rows.map(({ region, printedValue }) => `${region} ${printedValue}`)).toEqual([
      '110000 1',
      '310000 1',
      'CN 10',
    ])
    expect(pages.at(-1)?.nextCursor).toBeNull()
  })

  test('of a file too', async () => {
    const { out, publish } = lay(first)
    const follower = await openFollower(out)
    const page = await follower.get('/api/v1/export/csv?question=observations&limit=1')
    const next = /<(.*)>; rel="next"/.exec(page.headers.get('Link') ?? '')?.[1] ?? ''
    publish(second)
    await follower.current.refresh()
    const following = await follower.get(next)
    expect(following.headers.get('ETag')).toContain(first)
    expect(await following.text()).toMatch(/,310000,.*,1,亿元,/)
  })

  test('of a version that is gone are 410, and say to begin again', async () => {
    const { out, publish } = lay(first)
    const follower = await openFollower(out, { idleMs: 0 })
    const { nextCursor } = await readPage(follower, '')
    publish(second)
    await follower.current.refresh()
    rmSync(versionFile(out, first))
    const problem = await refusal(follower, `/observations?limit=1&cursor=${nextCursor}`)
    expect(problem).toMatchObject({ status: 410, code: 'gone', field: 'cursor' })
    expect(problem.message).toMatch(/从第一页重新开始：\/api\/v1\/observations\?limit=1$/)
  })

  test('of a day need no version: they are the same in each', async () => {
    const { out, publish } = lay(first)
    const follower = await openFollower(out, { idleMs: 0 })
    const { nextCursor } = await readPage(follower, '&asOf=2099-01-01')
    publish(second)
    await follower.current.refresh()
    rmSync(versionFile(out, first))
    const { observations } = await readPage(follower, `&asOf=2099-01-01&cursor=${nextCursor}`)
    expect(observations.map(({ region }) => region)).toEqual(['310000'])
  })

  test('of one version are none of another', async () => {
    const follower = await openThird()
    const { nextCursor } = await readPage(follower, '')
    expect(await refusal(follower, `/observations?snapshot=${second}&cursor=${nextCursor}`)).toMatchObject({
      status: 422,
      field: 'snapshot',
    })
  })
})
