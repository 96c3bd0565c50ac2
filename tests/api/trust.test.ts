import { count } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { weakest } from '#data/model/trust.ts'
import { observation } from '#data/store/schema.ts'
import { answers, type ObservationAnswer } from '#server/answers.ts'
import { openRealApi } from '../support/real-api.ts'

const { ask, current } = await openRealApi()

async function readAll(): Promise<{ observations: ObservationAnswer[]; addresses: Map<string, string> }> {
  const observations: ObservationAnswer[] = []
  const addresses = new Map<string, string>()
  let cursor: string | null = ''
  while (cursor !== null) {
    const page = answers.observations.parse(
      await ask(`/observations?limit=10000${cursor && `&cursor=${cursor}`}`),
    )
    observations.push(...page.observations)
    for (const { id, url } of page.sources) addresses.set(id, url)
    cursor = page.nextCursor
  }
  return { observations, addresses }
}

describe('how far numbers can be followed', () => {
  test('is said of every published number, a sentence only where there is one, an address only where there is one', async () => {
    const { observations, addresses } = await readAll()
    const published = await current.use(
      async ({ db }) => (await db.select({ rows: count() }).from(observation))[0]?.rows,
    )
    const of = (wanted: string) => observations.filter(({ trust }) => trust === wanted)
    expect(of('quote').length + of('link').length + of('title').length).toBe(published)
    expect(of('quote').filter(({ quote }) => !quote)).toEqual([])
    expect(of('link').filter(({ source, quote }) => quote || !addresses.get(source))).toEqual([])
    expect(of('title').filter(({ source, quote }) => quote || addresses.get(source))).toEqual([])
    expect(of('link').length).toBeGreaterThan(0)
  })

  test('is that of the weakest parent for a derived number', async () => {
    const { observations } = await readAll()
    const trustOf = new Map(observations.map(({ id, trust }) => [id, trust]))
    const { series } = answers.series.parse(
      await ask('/series?indicator=software_revenue&basis=cumulative&transform=yoy'),
    )
    const points = series.flatMap(({ points }) => points)
    expect(points.length).toBeGreaterThan(10)
    for (const { trust, derived } of points) {
      expect(trust).toBe(weakest((derived?.parents ?? []).flatMap((id) => trustOf.get(id) ?? [])))
    }
  })
})

describe('who says so', () => {
  const read = async (more = '') =>
    answers.observations.parse(
      await ask(`/observations?indicator=broadband_users&region=320000&period=2020-12&measure=level${more}`),
    )

  test('a national table stands before the word of the province, and both are kept', async () => {
    const answer = answers.conflicts.parse(await ask('/conflicts?indicator=broadband_users&region=320000'))
    const conflict = answer.conflicts.find(({ period }) => period === '2020-12')
    expect(conflict).toMatchObject({ why: 'nationwide', chosen: { source: 'reg-002' } })
    expect(conflict?.others.map(({ source, printedValue }) => [source, printedValue])).toEqual([
      ['web-096', '4167.6'],
    ])
  })

  test('a table counts from the day it was read, and not before', async () => {
    const shown = async (day: string) => (await read(`&asOf=${day}`)).observations.map(({ source }) => source)
    expect(await shown('2026-04-16')).toEqual(['web-096'])
    expect(await shown('2026-04-17')).toContain('reg-002')
  })

  test('a document of several offices names each, in both languages', async () => {
    const { source } = answers.source.parse(await ask('/sources/web-121'))
    expect(source.issuers).toHaveLength(4)
    expect(source.issuers[0]).toEqual({ zh: '江苏省通信管理局', en: 'Jiangsu Communications Administration' })
  })

  test('a table that others made is a retelling of the ministry, not an original', async () => {
    const { source } = answers.source.parse(await ask('/sources/web-229'))
    expect(source).toMatchObject({
      issuers: [{ zh: '工业和信息化部运行监测协调局' }],
      carrier: '第三方数据表',
      origin: 'second_hand',
      dating: 'issue',
      place: 'CN',
    })
  })
})
