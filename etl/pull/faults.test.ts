import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { listOf, pathsOf, release, twoReleases } from '../../tests/support/imitated-bureau.ts'
import { imitateSite, type Reply } from '../../tests/support/imitated-site.ts'
import { feedOf, ownInbox } from '../../tests/support/pull-from.ts'

describe('faults', () => {
  /** The first of the two releases is asked for and answers with a fault; the other is as ever. */
  async function withFault(...replies: Reply[]) {
    const site = await twoReleases()
    site.answer('/art/1.html', ...replies)
    const own = ownInbox()
    const failed = await own.pull(feedOf(site, { limits: { seconds: 0.4 } }))
    return { site, failed, ...own }
  }

  test.each([
    ['a page that is gone', { status: 404 }, '答 404', 1],
    ['a page that is forbidden', { status: 403 }, '答 403', 1],
    ['a page that never answers', { fault: 'silent' }, '0.4 秒内没有答完', 3],
    ['a page that stops in the middle', { fault: 'stalled', body: release(1) }, '0.4 秒内没有答完', 3],
    ['a page that never ends', { fault: 'endless' }, '超过 1 MB，不取', 1],
    ['a page that is cut off', { fault: 'cut', body: release(1) }, '连接失败', 3],
    ['a page that is empty', { body: '' }, '答的是空文件', 1],
    [
      'a page that only a browser can open',
      { body: '<html><script>go()</script></html>' },
      '网页里没有文字',
      1,
    ],
    [
      'what is no document',
      { body: 'GIF89a', headers: { 'content-type': 'image/gif' } },
      'image/gif 不是文件',
      1,
    ],
    ['a server in trouble', { status: 503 }, '答 503', 3],
    [
      'a page that goes in a circle',
      { status: 302, headers: { location: '/art/1.html' } },
      '转了 5 次还没有到',
      6,
    ],
    ['a move to nowhere', { status: 302 }, '答 302', 1],
  ] as const)('%s is said, and leaves the others alone', async (_, reply, reason, times) => {
    const { site, failed, documents, said } = await withFault(reply)
    expect(failed).toBe(0)
    expect(documents()).toHaveLength(1)
    expect(said.filter((line) => line.startsWith('  未取'))).toEqual([
      expect.stringContaining(`${site.origin}/art/1.html ${reason}`),
    ])
    expect(pathsOf(site).filter((path) => path === '/art/1.html')).toHaveLength(times)
  })

  test('a bomb is measured by what it holds, not by what is sent', async () => {
    const bomb = gzipSync(Buffer.alloc(50e6, '软'))
    const { said, documents } = await withFault({
      body: bomb,
      headers: { 'content-type': 'text/html', 'content-encoding': 'gzip' },
    })
    expect(said.join('\n')).toContain('超过 1 MB，不取')
    expect(documents()).toHaveLength(1)
  })

  test('a compressed page is read', async () => {
    const body = brotliCompressSync(release(38027))
    const { documents, bytes } = await withFault({
      body,
      headers: { 'content-type': 'text/html', 'content-encoding': 'br' },
    })
    expect(documents().map((file) => bytes(file).toString())).toContain(release(38027))
  })

  test('a server that stumbles is asked again, later each time', async () => {
    const { documents, waits } = await withFault({ status: 500 }, { status: 502 }, { body: release(38027) })
    expect(documents()).toHaveLength(2)
    expect(waits.slice(1, 3)).toEqual([5000, 10_000])
  })

  test('one that is asked too often says how long to wait, and is left alone so long', async () => {
    const { documents, waits } = await withFault(
      { status: 429, headers: { 'retry-after': '60' } },
      { body: release(38027) },
    )
    expect(documents()).toHaveLength(2)
    expect(waits).toContain(60_000)
  })

  test('one that wants to be left alone for long is not asked before, by any visit', async () => {
    const { site, pull, pass, said, documents } = await withFault({
      status: 429,
      headers: { 'retry-after': '7200' },
    })
    expect(said[0]).toContain('还有 1 份下次再取')
    site.asked.length = 0
    said.length = 0
    expect(await pull(feedOf(site))).toBe(1)
    expect(site.asked).toEqual([])
    expect(said[0]).toContain('网站要求 2026-11-28T04:')
    site.answer('/art/1.html', release(38027))
    pass(7_200_000)
    await pull(feedOf(site))
    expect(documents()).toHaveLength(2)
  })

  test('a dead site stops no other', async () => {
    const [dead, alive] = [await imitateSite(), await twoReleases()]
    dead.answer('/list.html', { fault: 'silent' })
    const { pull, said, documents } = ownInbox()
    expect(await pull(feedOf(dead, { name: 'dead', limits: { seconds: 0.4 } }), feedOf(alive))).toBe(1)
    expect(said[0]).toBe('dead  未成：0.4 秒内没有答完；上次成功 从未')
    expect(documents()).toHaveLength(2)
  })

  test('a site whose pages all fail is left alone after three', async () => {
    const site = await imitateSite()
    site.answer(
      '/list.html',
      listOf(...[1, 2, 3, 4, 5].map((at) => [`/art/${at}.html`, '运行情况'] as const)),
    )
    const { pull, said } = ownInbox()
    expect(await pull(feedOf(site))).toBe(1)
    expect(pathsOf(site).filter((path) => path.startsWith('/art/'))).toHaveLength(3)
    expect(said[0]).toMatch(/^bureau {2}未成：.*答 404/)
  })
})
