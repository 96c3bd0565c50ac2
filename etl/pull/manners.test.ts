import { describe, expect, test } from 'vitest'
import { listOf, pathsOf, twoReleases } from '../../tests/support/imitated-bureau.ts'
import { feedOf, ownInbox } from '../../tests/support/pull-from.ts'

describe('nothing is asked that should not be', () => {
  test('a list that has moved within its hosts is followed, and said', async () => {
    const site = await twoReleases()
    site.answer('/old.html', { status: 301, headers: { location: '/list.html' } })
    const { pull, documents, said } = ownInbox()
    await pull(feedOf(site, { url: `${site.origin}/old.html` }))
    expect(documents()).toHaveLength(2)
    expect(said).toContain(`  注意 列表已迁到 ${site.origin}/list.html，请改 feeds.json 中的 url`)
  })

  test('one that has moved to another host is not', async () => {
    const [site, other] = [await twoReleases(), await twoReleases()]
    site.answer('/list.html', { status: 301, headers: { location: `${other.origin}/list.html` } })
    const { pull, said } = ownInbox()
    expect(await pull(feedOf(site))).toBe(1)
    expect(other.asked).toEqual([])
    expect(said[0]).toContain(`主机 ${other.host} 不在 hosts 中，不取`)
  })

  test('a link to another host is not followed', async () => {
    const [site, other] = [await twoReleases(), await twoReleases()]
    site.answer(
      '/list.html',
      listOf(
        [`${other.origin}/art/1.html`, '别处'],
        ['/art/1.html', '这里'],
        ['javascript:alert(1)//art/', '代码'],
      ),
    )
    const { pull, documents } = ownInbox()
    await pull(feedOf(site))
    expect(other.asked).toEqual([])
    expect(documents()).toHaveLength(1)
  })

  test('what robots.txt forbids us is left, the rest is fetched at its pace', async () => {
    const site = await twoReleases()
    site.answer(
      '/robots.txt',
      'User-agent: *\nDisallow: /\n\nUser-agent: youju\nCrawl-delay: 30\nDisallow: /art/2',
    )
    const { pull, said, waits } = ownInbox()
    await pull(feedOf(site))
    expect(pathsOf(site)).toEqual(['/robots.txt', '/list.html', '/art/1.html'])
    expect(said).toContain(`  未取 ${site.origin}/art/2.html robots.txt 不许取`)
    expect(waits).toEqual([30_000, 30_000])
  })

  test.each([
    ['forbids the list', { body: 'User-agent: *\nDisallow: /list' }, 'robots.txt 不许取'],
    ['is out of reach', { status: 503 }, 'robots.txt 取不到（答 503），不取'],
    [
      'asks for an hour between two requests',
      { body: 'User-agent: *\nCrawl-delay: 3600' },
      '要求每次间隔 3600 秒',
    ],
  ])('a site whose robots.txt %s is left alone', async (_, reply, reason) => {
    const site = await twoReleases()
    site.answer('/robots.txt', reply)
    const { pull, said } = ownInbox()
    expect(await pull(feedOf(site))).toBe(1)
    expect(said[0]).toContain(reason)
    expect(new Set(pathsOf(site))).toEqual(new Set(['/robots.txt']))
  })

  test('two requests to a host stand as far apart as the feed says, whichever feed asks', async () => {
    const site = await twoReleases()
    const { pull, waits } = ownInbox()
    await pull(feedOf(site, { pauseSeconds: 9 }), feedOf(site, { name: 'other', pauseSeconds: 9 }))
    expect(waits).toEqual([9000, 9000, 9000, 9000])
  })

  test('a document of two feeds is fetched once', async () => {
    const site = await twoReleases()
    const { pull, documents } = ownInbox()
    await pull(feedOf(site), feedOf(site, { name: 'other' }))
    expect(pathsOf(site).filter((path) => path.startsWith('/art/'))).toHaveLength(2)
    expect(documents()).toHaveLength(2)
  })
})
