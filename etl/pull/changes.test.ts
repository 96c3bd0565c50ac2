import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listOf, pathsOf, release, twoReleases } from '../../tests/support/imitated-bureau.ts'
import { feedOf, ownInbox } from '../../tests/support/pull-from.ts'

const day = 24 * 3_600_000

describe('a page that was fetched', () => {
  test('and has changed is a new document; the old one stays', async () => {
    const site = await twoReleases()
    const { pull, documents, bytes, pass, sidecar } = ownInbox()
    await pull(feedOf(site))
    const before = documents().map((file) => [file, bytes(file).toString()])
    site.answer('/art/1.html', { body: release(38028), etag: '"1b"' })
    pass(day)
    await pull(feedOf(site))
    const after = documents()
    expect(after).toHaveLength(3)
    for (const [file = '', text] of before) expect(bytes(file).toString()).toBe(text)
    const [fresh = ''] = after.filter((file) => !before.some(([old]) => old === file))
    expect(bytes(fresh).toString()).toBe(release(38028))
    expect(sidecar(fresh)).toMatchObject({
      url: `${site.origin}/art/1.html`,
      fetched: expect.stringContaining('2026-11-29'),
    })
  })

  test('is asked for changes by its marks, once a day, as long as the feed says', async () => {
    const site = await twoReleases()
    const { pull, pass, documents } = ownInbox()
    const feed = feedOf(site, { recheckDays: 2 })
    await pull(feed)
    pass(day)
    site.asked.length = 0
    await pull(feed)
    expect(site.asked.slice(2)).toMatchObject([
      { path: '/art/1.html', headers: { 'if-none-match': '"1"' } },
      { path: '/art/2.html', headers: { 'if-modified-since': 'Fri, 24 May 2024 02:00:00 GMT' } },
    ])
    pass(day / 2)
    site.asked.length = 0
    await pull(feed)
    pass(2 * day)
    await pull(feed)
    expect(pathsOf(site).filter((path) => path.startsWith('/art/'))).toEqual([])
    expect(documents()).toHaveLength(2)
  })

  test('and counts its visitors has not changed', async () => {
    const site = await twoReleases()
    const { pull, documents, pass } = ownInbox()
    await pull(feedOf(site))
    site.answer(
      '/art/1.html',
      release(38027).replace('<div class="nav">', '<script>var hits = 17</script><div class="nav">'),
    )
    pass(day)
    await pull(feedOf(site))
    expect(documents()).toHaveLength(2)
  })

  test('and of which the list prints another day is asked for at once', async () => {
    const site = await twoReleases()
    const { pull, documents } = ownInbox()
    await pull(feedOf(site))
    site.answer(
      '/list.html',
      listOf(['/art/1.html', '前四个月软件业运行情况', '2024-05-26'], ['/art/2.html', '前三个月']),
    )
    site.answer('/art/1.html', release(38030))
    await pull(feedOf(site))
    expect(documents()).toHaveLength(3)
  })

  test('is not laid twice when what was noted of it is lost', async () => {
    const site = await twoReleases()
    const { pull, files, inbox, said } = ownInbox()
    await pull(feedOf(site))
    const before = files()
    rmSync(join(inbox, '.pull'), { recursive: true })
    said.length = 0
    await pull(feedOf(site))
    expect(files()).toEqual(before)
    expect(said[0]).toContain('新 0 份，未变 2 份')
  })
})
