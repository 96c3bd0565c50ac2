import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createApp } from '#server/app.ts'
import { openCurrentStore } from '#server/current-store.ts'
import { type ImitatedSite, imitateSite } from './support/imitated-site.ts'
import { ending, ownProject } from './support/own-project.ts'
import { feedEntry } from './support/pull-from.ts'

const release = (billions: number) =>
  `<html><head><title>前四个月软件业运行情况</title></head><body><h1>前四个月软件业运行情况</h1>
  <p>发布时间：2024-05-24</p><div><p>1—4月，我国软件业务收入${billions}亿元，同比增长11.6%。</p></div></body></html>`

async function bureau() {
  const site = await imitateSite()
  site.answer('/list.html', {
    body: '<li><a href="/art/1.html">前四个月软件业运行情况</a> 2024-05-24</li>',
    etag: '"1"',
  })
  site.answer('/art/1.html', { body: release(38027), etag: '"1"' })
  return site
}

const feed = (site: ImitatedSite, change: Record<string, unknown> = {}) =>
  feedEntry(site, { pauseSeconds: 0.01, ...change })

async function ask(database: string, path: string): Promise<unknown> {
  const current = await openCurrentStore(database)
  const answer = await createApp({ current, pagesFolder: 'none' }).request(`/api/v1${path}`)
  const body: unknown = await answer.json()
  await current.close()
  return body
}

describe('npm run etl -- pull', () => {
  test('brings a release from the list of its bureau into the series, with its address; again, nothing changes', async () => {
    const site = await bureau()
    const { write, etl, database } = ownProject()
    write('data/catalog/feeds.json', JSON.stringify([feed(site)]))
    const pulled = await etl('pull')
    expect(pulled).toMatchObject({ code: 0, stderr: '' })
    expect(pulled.stdout).toMatch(/^bureau {2}新 1 份.*\n {2}收到 bureau\/2024-05-24-1-x[0-9a-f]{7}\.html\n$/)
    expect(await etl('build')).toMatchObject({ code: 0 })
    const shown = await ask(database, '/series?indicator=software_revenue&basis=cumulative&measure=level')
    expect(shown).toMatchObject({
      series: [{ region: 'CN', points: [{ period: '2024-01/2024-04', value: 3_802_700_000_000 }] }],
      sources: [
        { url: `${site.origin}/art/1.html`, published: '2024-05-24', issuers: [{ zh: '工业和信息化部' }] },
      ],
    })
    expect((await etl('pull')).stdout).toMatch(/^bureau {2}新 0 份/)
    expect((await etl('build', '--if-stale')).stdout).toContain('数据库已是最新')
  })

  test('visits nothing unless asked', async () => {
    const site = await bureau()
    const { write, etl } = ownProject()
    write('data/catalog/feeds.json', JSON.stringify([feed(site, { enabled: false })]))
    expect(await etl('pull')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('没有启用的站点'),
    })
    expect(await etl('pull', 'bureaux')).toMatchObject({
      code: 2,
      stderr: 'feeds.json 中没有 bureaux；有：bureau\n',
    })
    expect(site.asked).toEqual([])
    expect(await etl('pull', 'bureau')).toMatchObject({ code: 0 })
    expect((await etl('pull', '--status')).stdout).toMatch(
      /^bureau {2}未启用，上次成功 \d{4}-.*，已收 1 份\n$/,
    )
  })

  test('ends with 1 only when all sites are dead', async () => {
    const [site, dead] = [
      await bureau(),
      feed({ origin: 'http://127.0.0.1:9', host: '127.0.0.1:9' } as ImitatedSite, { name: 'dead' }),
    ]
    const { write, etl } = ownProject()
    write('data/catalog/feeds.json', JSON.stringify([dead, feed(site)]))
    const both = await etl('pull')
    expect(both.code).toBe(0)
    expect(both.stdout).toMatch(
      /^dead {2}未成：robots\.txt 取不到（连接失败（ECONNREFUSED））.*\nbureau {2}新 1 份/,
    )
    expect(await etl('pull', 'dead')).toMatchObject({ code: 1 })
  })

  test('--watch pulls, builds and publishes, says the last success of each feed, and ends in order', async () => {
    const site = await bureau()
    const { write, start, database } = ownProject()
    write('data/catalog/feeds.json', JSON.stringify([feed(site)]))
    const child = start('pull', '--watch')
    const ended = ending(child)
    let said = ''
    await new Promise<void>((resolve) =>
      child.stdout?.on('data', (text) => {
        said += text
        if (/^bureau {2}每 6h，上次成功/m.test(said)) resolve()
      }),
    )
    expect(existsSync(database)).toBe(true)
    child.kill('SIGTERM')
    expect(await ended).toMatchObject({ code: 0, stderr: '' })
    expect(said).toMatch(
      /^bureau {2}新 1 份[\s\S]*\n发布 [\s\S]*\nbureau {2}每 6h，上次成功 \d{4}-.*，已收 1 份\n$/,
    )
  })
})
