import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { findReleases, type Release } from '#data/model/release.ts'
import { expectEditions } from '#data/model/release-days.ts'
import { answers, ErrorAnswer } from '#server/answers.ts'
import { createApp } from '#server/app.ts'
import { openCurrentStore } from '#server/current-store.ts'
import { findDocuments } from '#server/queries/find-documents.ts'
import { openRealApi, today, unhurried } from '../support/real-api.ts'

const { ask, get, current } = await openRealApi()

const read = async (query = '') => answers.calendar.parse(await ask(`/calendar${query}`))
const releaseOf = async (query: string, name: string) => {
  const found = (await read(query)).releases.filter(({ name: { zh } }) => zh === name)
  expect(found).toHaveLength(1)
  return found[0] as (typeof found)[number]
}

const telecom = '工业和信息化部：通信业，年内各期'
const software = '工业和信息化部运行监测协调局：软件业，年内各期'

describe('/calendar', () => {
  test('knows the monthly reports of the ministry, which has none for January', async () => {
    for (const name of [telecom, software]) {
      const { months, rhythm, region, lag } = await releaseOf('', name)
      expect({ months, rhythm, region }).toEqual({
        months: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
        rhythm: 'within_year',
        region: 'CN',
      })
      expect(lag?.observed).toBeGreaterThanOrEqual(10)
    }
  })

  test('counts from the latest day that was ever seen, and is of the day of the server', async () => {
    expect((await read()).today).toBe(today)
    expect(await releaseOf('', telecom)).toMatchObject({
      lag: { earliest: 19, usual: 21, latest: 28 },
      last: { period: '2026-01/2026-07', issued: '2026-08-28', sources: ['web-233'] },
      state: 'overdue',
      expected: [
        {
          period: '2026-01/2026-08',
          state: 'overdue',
          days: { earliest: '2026-09-19', usual: '2026-09-21', latest: '2026-09-28' },
          overdueDays: 2,
        },
        { period: '2026-01/2026-09', state: 'ahead', overdueDays: 0 },
      ],
    })
    expect(await releaseOf('', software)).toMatchObject({
      state: 'due',
      expected: [{ period: '2026-01/2026-08', state: 'due', overdueDays: 0 }, { state: 'ahead' }],
    })
  })

  test('tells of a day what was known by then', async () => {
    const then = await releaseOf('?today=2024-06-01', software)
    expect(then.last).toMatchObject({ period: '2024-01/2024-04', issued: '2024-05-28' })
    expect(then.expected).toMatchObject([{ period: '2024-01/2024-05', state: 'ahead' }])
  })

  test('foresaw most days of issue the day before, and no other by more than a week', async () => {
    const documents = await current.use(findDocuments)
    const keyOf = ({ issuers, topic, region, compilation, rhythm }: Release) =>
      JSON.stringify([issuers, topic, region, compilation, rhythm])
    const misses = findReleases(documents, today).flatMap((release) =>
      release.editions.flatMap(({ end, issued }) => {
        if (issued === undefined) return []
        const before = new Date(Date.parse(issued) - 86_400_000).toISOString().slice(0, 10)
        const then = findReleases(documents, before).find((each) => keyOf(each) === keyOf(release))
        const days =
          then && expectEditions(then, before).expected.find((each) => each.period.end === end)?.days
        if (!days) return []
        const apart = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000
        return Math.max(0, apart(days.latest, issued), apart(issued, days.earliest))
      }),
    )
    expect(misses.length).toBeGreaterThan(15)
    expect(Math.max(...misses)).toBeLessThanOrEqual(7)
    expect(misses.filter((days) => days === 0).length).toBeGreaterThan(misses.length / 2)
  })

  test('invents no days where too few are known, and says so', async () => {
    const { releases } = await read()
    const unknown = releases.filter(({ lag }) => lag === null)
    expect(unknown.length).toBeGreaterThan(3)
    for (const { state, expected } of unknown) {
      expect(['unknown', 'lapsed']).toContain(state)
      expect(expected.map(({ days }) => days).filter((days) => days !== null)).toEqual([])
    }
  })

  test('names a release for as long as it is, whatever else comes', async () => {
    const ids = async (query: string) => (await releaseOf(query, software)).id
    expect(await ids('')).toBe(await ids('?today=2024-06-01'))
    const all = (await read()).releases.map(({ id }) => id)
    expect(new Set(all).size).toBe(all.length)
  })

  test('keeps to the topic, region and indicator asked for', async () => {
    const names = async (query: string) => (await read(query)).releases.map(({ name }) => name.zh)
    expect(await names('?topic=5g&region=CN')).toContain(telecom)
    expect(await names('?topic=5g&region=CN')).not.toContain(software)
    expect(await names('?indicator=software_export')).toContain(software)
    const regions = (await read('?region=520000')).releases.map(({ region }) => region)
    expect([...new Set(regions)]).toEqual(['520000'])
  })

  test.each([
    ['?topic=softwar', 404, 'topic'],
    ['?region=521000', 404, 'region'],
    ['?indicator=software_revenu', 404, 'indicator'],
    ['?today=tomorrow', 400, 'today'],
  ])('%s is %i', async (query, status, field) => {
    const response = await get(`/api/v1/calendar${query}`)
    expect([response.status, ErrorAnswer.parse(await response.json()).error.field]).toEqual([status, field])
  })
})

describe('an answer that depends on the day', () => {
  async function openOnDays() {
    const own = await openCurrentStore(inject('database'))
    onTestFinished(() => own.close())
    const clock = { day: '2026-09-28' }
    const app = createApp({ current: own, pagesFolder: 'none', settings: unhurried, today: () => clock.day })
    return { clock, get: async (path: string, headers = {}) => app.request(`/api/v1${path}`, { headers }) }
  }

  test.each(['/calendar', '/feed.atom'])('%s: yesterday’s is never given today', async (path) => {
    const { clock, get: ask } = await openOnDays()
    const first = await ask(path)
    const tag = first.headers.get('ETag') ?? ''
    expect((await ask(path, { 'If-None-Match': tag })).status).toBe(304)
    clock.day = '2026-09-29'
    const second = await ask(path, { 'If-None-Match': tag })
    expect([second.status, second.headers.get('ETag') === tag]).toEqual([200, false])
    expect(await second.text()).not.toBe(await first.text())
    clock.day = '2026-09-28'
    expect((await ask(path, { 'If-None-Match': tag })).status).toBe(304)
  })

  test.each(['/calendar', '/feed.atom'])('%s: `today` gives that of another day', async (path) => {
    const { clock, get: ask } = await openOnDays()
    const then = await (await ask(path)).text()
    clock.day = '2026-12-31'
    expect(await (await ask(`${path}?today=2026-09-28`)).text()).toBe(then)
    expect(await (await ask(path)).text()).not.toBe(then)
  })

  test('the others are the same on every day', async () => {
    const { clock, get: ask } = await openOnDays()
    const tag = (await ask('/latest')).headers.get('ETag') ?? ''
    clock.day = '2027-01-01'
    expect((await ask('/latest', { 'If-None-Match': tag })).status).toBe(304)
  })
})
