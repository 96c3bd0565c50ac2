import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { answers } from '#server/answers.ts'
import { createApp } from '#server/app.ts'
import { openFollower, revenue } from '../support/built-versions.ts'
import { contentOf, publishedOnce } from '../support/own-versions.ts'
import { breachesOfAtom, childrenOf, type Element, linkOf, readXml, textOf } from '../support/read-atom.ts'
import { openRealApi, today, unhurried } from '../support/real-api.ts'

const { get, ask, current } = await openRealApi()

type Get = typeof get

async function readFeed(from: Get, query = ''): Promise<Element> {
  const response = await from(`/api/v1/feed.atom${query}`)
  expect([response.status, response.headers.get('Content-Type')]).toEqual([
    200,
    'application/atom+xml; charset=utf-8',
  ])
  const feed = readXml(await response.text())
  expect(breachesOfAtom(feed)).toEqual([])
  return feed
}

const entriesOf = (feed: Element) =>
  childrenOf(feed, 'entry').map((entry) => ({
    id: textOf(entry, 'id').replace(/^tag:[^:]*:/, ''),
    title: textOf(entry, 'title'),
    updated: textOf(entry, 'updated'),
    content: textOf(entry, 'content'),
    page: linkOf(entry, 'alternate'),
    topics: childrenOf(entry, 'category').map(({ attributes }) => attributes['term']),
  }))

const linesOf = ({ content }: { readonly content: string }) => {
  const html = readXml(`<div>${content}</div>`)
  return html.children
    .flatMap((part) => (part.name === 'ul' ? part.children : [part]))
    .map(({ text }) => text)
}

describe('the feed of the published figures', () => {
  test('is one of RFC 4287 in each language, by a reader that is not its writer', async () => {
    const [chinese, english] = [await readFeed(get), await readFeed(get, '?lang=en')]
    expect(textOf(chinese, 'title')).toMatch(/^有据/)
    expect(textOf(english, 'title')).toMatch(/^Youju/)
    const ids = (feed: Element) => entriesOf(feed).map(({ id }) => id)
    expect(ids(english)).toEqual(ids(chinese))
    expect(entriesOf(english).every(({ page }) => page.endsWith('?lang=en'))).toBe(true)
  })

  test('has the newest documents of the first version, thirty at most, the newest first', async () => {
    const feed = await readFeed(get)
    const entries = entriesOf(feed)
    const documents = entries.filter(({ id }) => id.startsWith('source/'))
    expect(documents.length).toBeGreaterThan(20)
    expect(documents.length).toBeLessThanOrEqual(30)
    const times = entries.map(({ updated }) => Date.parse(updated))
    expect(times).toEqual(times.toSorted((a, b) => b - a))
    expect(textOf(feed, 'updated')).toBe(entries[0]?.updated)
    expect(textOf(feed, 'subtitle')).toContain('30份文件')
  })

  test('says of a document how many figures are new, and the main ones with unit, basis and period', async () => {
    const found = entriesOf(await readFeed(get)).filter(({ id }) => id === 'source/web-234')
    expect(found).toHaveLength(1)
    const [entry] = found as [(typeof found)[number]]
    expect(entry).toMatchObject({
      title: '工业和信息化部运行监测协调局：2026年1—7月份软件业运行情况（发布日 2026-08-31）',
      updated: '2026-08-31T00:00:00+08:00',
      page: '/sources/web-234',
      topics: ['software'],
    })
    expect(linesOf(entry).slice(0, 3)).toEqual([
      '新增6个数字：',
      '2026年1—7月，全国软件业务收入（快报）为89,785亿元（累计）',
      '2026年1—7月，全国软件业务收入（快报）同比增长9.2%（累计）',
    ])
    const { observations } = answers.observations.parse(await ask('/observations?source=web-234'))
    expect(observations.filter(({ rank }) => rank === 1)).toHaveLength(6)
  })

  test('has what the calendar calls overdue, with an id for release and period', async () => {
    const { releases } = answers.calendar.parse(await ask('/calendar'))
    const overdue = releases.flatMap(({ id, expected }) =>
      expected.filter(({ state }) => state === 'overdue').map(({ period }) => `overdue/${id}/${period}`),
    )
    const entries = entriesOf(await readFeed(get)).filter(({ id }) => id.startsWith('overdue/'))
    expect(overdue.length).toBeGreaterThan(0)
    expect(entries.map(({ id }) => id).sort()).toEqual(overdue.sort())
    expect(entries[0]).toMatchObject({
      title: '逾期未见：工业和信息化部：通信业，年内各期，2026年1—8月',
      updated: '2026-09-29T00:00:00+08:00',
    })
  })

  test('says the same of what is overdue on every later day', async () => {
    const lateOn = async (day: string) =>
      entriesOf(await readFeed(get, `?today=${day}`)).filter(({ title }) => title.endsWith('2026年1—8月'))
    const [first, ...others] = await lateOn('2026-09-30')
    const later = await lateOn('2026-10-03')
    expect(others).toEqual([])
    expect(later).toEqual([first])
    expect(await lateOn('2026-09-28')).toEqual([])
  })

  test('keeps to the topic, region and indicator asked for, in what it says and where it stands', async () => {
    const feed = await readFeed(get, '?topic=5g&region=CN')
    const entries = entriesOf(feed)
    expect(entries.length).toBeGreaterThan(10)
    const documents = entries.filter(({ id }) => id.startsWith('source/'))
    expect(documents.filter(({ topics }) => topics.join() !== '5g')).toEqual([])
    expect(linkOf(feed, 'self')).toBe('/api/v1/feed.atom?topic=5g&region=CN')
    expect(entriesOf(await readFeed(get, '?topic=economy&indicator=software_revenue'))).toEqual([])
    expect((await get('/api/v1/feed.atom?region=521000')).status).toBe(404)
  })

  test('stands under the address that the operator gives', async () => {
    const settings = { ...unhurried, publicUrl: 'https://youju.example.cn/data' }
    const app = createApp({ current, pagesFolder: 'none', settings, today: () => today })
    const feed = await readFeed(async (path) => app.request(path), '?lang=en')
    expect(linkOf(feed, 'self')).toBe('https://youju.example.cn/data/api/v1/feed.atom?lang=en')
    expect(linkOf(feed, 'alternate')).toBe('https://youju.example.cn/data/?lang=en')
    const [entry] = childrenOf(feed, 'entry') as [Element]
    expect(textOf(entry, 'id')).toMatch(/^tag:youju\.example\.cn,2026:/)
    expect(linkOf(entry, 'alternate')).toMatch(/^https:\/\/youju\.example\.cn\/data\/sources\//)
  })
})

test('the pages name the feed to readers', async () => {
  const page = readFileSync('web/index.html', 'utf8')
  const [, address = ''] =
    /<link rel="alternate" type="application\/atom\+xml" [^>]*href="([^"]+)"/.exec(page) ?? []
  expect((await get(address)).headers.get('Content-Type')).toMatch(/^application\/atom\+xml/)
})

describe('the feed of several versions', async () => {
  const level = (period: string, value: number) => [
    `software_revenue,CN,${period},level,${value},亿元,,,actual,`,
  ]
  const before = {
    'web-009': level('2023-01/2023-04', 33166),
    'web-012': level('2023-01/2023-08', 75178),
    'web-016': level('2024-01/2024-04', 38000),
    'web-022': level('2025-01/2025-02', 18965),
    'web-023': level('2025-Q1', 31479),
    'web-229': level('2026-01/2026-02', 21534),
    'web-230': level('2026-Q1', 34920),
  }
  const after = { ...before, 'web-230': level('2026-Q1', 34921), 'web-231': level('2026-01/2026-04', 46686) }
  const last = { ...after, 'web-230': level('2026-Q1', 34922) }
  const contents = await Promise.all([before, after, last].map((figures) => contentOf(figures, afterAll)))
  const lay = await publishedOnce(contents, afterAll)

  async function openAt(version: number) {
    const { out, snapshots } = lay()
    const follower = await openFollower(out)
    const id = snapshots[version]?.id ?? ''
    const { versions } = answers.versions.parse(await follower.ask('/versions'))
    const published = versions.find((each) => each.id === id)?.publishedAt ?? ''
    const read = (more = '') => readFeed(follower.get, `?snapshot=${id}&today=2026-06-10${more}`)
    return { id, published, entries: entriesOf(await read()), read }
  }

  test('has a release that is overdue until it has come, and then its figures', async () => {
    const [first, second] = [await openAt(0), await openAt(1)]
    const overdue = first.entries.filter(({ id }) => id.startsWith('overdue/'))
    expect(overdue.map(({ title }) => title)).toEqual([
      '逾期未见：工业和信息化部运行监测协调局：软件业，年内各期，2026年1—4月',
    ])
    expect(second.entries.filter(({ id }) => id.startsWith('overdue/'))).toEqual([])
    const come = second.entries.filter(({ id }) => id.startsWith('source/web-231/'))
    expect(come.map(linesOf)).toEqual([
      ['新增1个数字：', '2026年1—4月，全国软件业务收入（快报）为46,686亿元（累计）'],
    ])
    expect(come.map(({ updated }) => updated)).toEqual([second.published])
  })

  test('has each revision with the value before it and the one after', async () => {
    const third = await openAt(2)
    const revisions = third.entries.filter(({ id }) => id.startsWith('revision/'))
    expect(revisions.map(({ title }) => title)).toEqual([
      '修订：2026年一季度，全国软件业务收入（快报）为34,922亿元（累计）',
      '修订：2026年一季度，全国软件业务收入（快报）为34,921亿元（累计）',
    ])
    expect(revisions.map((each) => linesOf(each)[0])).toEqual([
      '原为34,921亿元，现为34,922亿元。',
      '原为34,920亿元，现为34,921亿元。',
    ])
    expect(revisions.map(({ page }) => page)).toEqual([
      '/indicators/software_revenue',
      '/indicators/software_revenue',
    ])
  })

  test('keeps the ids of what it has told', async () => {
    const [second, third] = [await openAt(1), await openAt(2)]
    const ids = third.entries.map(({ id }) => id)
    expect(second.entries.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([])
    expect(ids.length).toBe(second.entries.length + 1)
  })

  test('tells a figure once: by the version that brought or changed it, else by its document', async () => {
    const { entries } = await openAt(2)
    expect(entries.filter(({ id }) => id.startsWith('source/web-231/'))).toHaveLength(1)
    expect(entries.filter(({ id }) => id.startsWith('source/web-230'))).toEqual([])
    expect(entries.filter(({ id }) => id === 'source/web-229')).toHaveLength(1)
  })

  test('keeps to the indicators and regions asked for', async () => {
    const { read } = await openAt(2)
    expect(entriesOf(await read('&indicator=software_export'))).toEqual([])
    expect(entriesOf(await read('&region=520000'))).toEqual([])
    expect(entriesOf(await read('&topic=software&indicator=software_revenue')).length).toBeGreaterThan(5)
  })
})

describe('a feed that has too much to tell', async () => {
  const regions = ['110000', '310000', '320000', '330000', '440000', '520000']
  const years = Array.from({ length: 20 }, (_, at) => 2001 + at)
  const revenues = (more: number) =>
    regions.flatMap((region) => years.map((year) => revenue(year + more, region, year)))
  const contents = await Promise.all([0, 1].map((more) => contentOf({ 'web-020': revenues(more) }, afterAll)))
  const lay = await publishedOnce(contents, afterAll)

  test('has the newest hundred entries', async () => {
    const { ask: askOwn, get: getOwn } = await openFollower(lay().out)
    const { versions } = answers.versions.parse(await askOwn('/versions'))
    expect(versions[0]?.revised).toBe(120)
    const entries = entriesOf(await readFeed(getOwn))
    expect(entries).toHaveLength(100)
    expect(entries.every(({ id }) => id.startsWith('revision/'))).toBe(true)
  })
})
