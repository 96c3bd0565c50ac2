import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readDocument } from '#etl/sources/read-document.ts'
import { encodeGb } from '../../tests/support/encode-gb.ts'
import { listOf, pathsOf, release, twoReleases } from '../../tests/support/imitated-bureau.ts'
import { imitateSite } from '../../tests/support/imitated-site.ts'
import { feedOf, ownInbox } from '../../tests/support/pull-from.ts'

describe('a list page', () => {
  test('gives its documents with address, issuer, place, day and title beside them', async () => {
    const site = await twoReleases()
    const { pull, documents, sidecar, bytes, said } = ownInbox()
    expect(await pull(feedOf(site))).toBe(0)
    const [first = '', second = ''] = documents()
    expect(documents()).toHaveLength(2)
    expect(first).toMatch(/^bureau\/2024-05-24-1-x[0-9a-f]{7}\.html$/)
    expect(bytes(first).toString()).toBe(release(38027))
    expect(sidecar(first)).toEqual({
      url: `${site.origin}/art/1.html`,
      issuer: '工信部',
      region: 'CN',
      date: '2024-05-24',
      title: '前四个月软件业运行情况',
      fetched: '2026-11-28T02:00:10.000Z',
      feed: 'bureau',
    })
    expect(sidecar(second)).toMatchObject({ url: `${site.origin}/art/2.html` })
    expect(pathsOf(site)).toEqual(['/robots.txt', '/list.html', '/art/1.html', '/art/2.html'])
    expect(said[0]).toMatch(/^bureau {2}新 2 份，未变 0 份；上次成功 2026-/)
  })

  test('visited again says only that nothing has changed', async () => {
    const site = await twoReleases()
    const { pull, files, inbox } = ownInbox()
    await pull(feedOf(site))
    const before = files().map((file) => [file, readFileSync(join(inbox, file), 'utf8')])
    site.asked.length = 0
    expect(await pull(feedOf(site))).toBe(0)
    expect(files().map((file) => [file, readFileSync(join(inbox, file), 'utf8')])).toEqual(before)
    expect(pathsOf(site)).toEqual(['/robots.txt', '/list.html'])
    expect(site.asked[1]?.headers['if-none-match']).toBe('"list-1"')
  })

  test('prints the day of a document that does not say it itself, and never that of another', async () => {
    const site = await imitateSite()
    const undated = (text: string) =>
      release(1)
        .replace(/<meta[^>]*>/, '')
        .replace('较上年', text)
    site.answer(
      '/list.html',
      '<table><tr><td><a href="/art/a.html" title="2024年4月份通信业运行情况">2024年4月份通信…</a></td><td>2024-05-21</td></tr>' +
        '<tr><td><a href="/art/b.html">又一篇</a></td><td></td></tr></table>',
    )
    site.answer('/art/a.html', undated('甲'))
    site.answer('/art/b.html', undated('乙'))
    const { pull, documents, sidecar } = ownInbox()
    await pull(feedOf(site))
    const dates = documents().map((file) => sidecar(file) as { url: string; date?: string })
    expect(dates.map(({ url, date }) => [url.slice(-6), date])).toEqual([
      ['a.html', '2024-05-21'],
      ['b.html', undefined],
    ])
  })

  test('and a release in GB18030 are read, and the release is kept byte by byte', async () => {
    const site = await imitateSite()
    const type = { 'content-type': 'text/html' }
    const page = encodeGb(release(38027).replace('<head>', '<head><meta charset="gb2312">'))
    site.answer('/list.html', {
      body: encodeGb(listOf(['/art/1.html', '软件业运行情况'], ['/art/2.html', '机构概况'])),
      headers: type,
    })
    site.answer('/art/1.html', { body: page, headers: type })
    const { pull, documents, bytes, sidecar } = ownInbox()
    await pull(feedOf(site, { links: { text: '软件业' } }))
    const [file = '', ...more] = documents()
    expect(more).toEqual([])
    expect(bytes(file).equals(page)).toBe(true)
    expect(sidecar(file)).toMatchObject({ title: '前四个月软件业运行情况', date: '2024-05-24' })
    const { articles } = await readDocument(bytes(file), file)
    expect(JSON.stringify(articles)).toContain('软件业务收入38027亿元')
  })

  test('that has no link of the kind any more is a failure, not nothing new', async () => {
    const site = await imitateSite()
    site.answer('/list.html', '<div id="app"></div>')
    const { pull, said } = ownInbox()
    expect(await pull(feedOf(site))).toBe(1)
    expect(said).toEqual(['bureau  未成：列表里没有一条合用的链接，可能已改版；上次成功 从未'])
  })

  test('longer than the limit is fetched in parts, the rest with the next visit', async () => {
    const site = await twoReleases()
    const { pull, documents, said } = ownInbox()
    const feed = feedOf(site, { limits: { documents: 1 } })
    await pull(feed)
    expect(documents()).toHaveLength(1)
    expect(said[0]).toContain('还有 1 份下次再取')
    await pull(feed)
    expect(documents()).toHaveLength(2)
    site.asked.length = 0
    await pull(feed)
    expect(site.asked.at(-1)).toMatchObject({ path: '/list.html' })
  })
})
