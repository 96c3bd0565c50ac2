import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readDocument } from '#etl/sources/read-document.ts'
import { encodeGb } from '../../tests/support/encode-gb.ts'
import { type ImitatedSite, imitateSite, type Reply } from '../../tests/support/imitated-site.ts'
import { feedOf, ownInbox } from '../../tests/support/pull-from.ts'
import { type Printed, tableFiles } from '../../tests/support/table-files.ts'

const day = 24 * 3_600_000

/** A release; the number tells one from another. */
const release = (billions: number, more = '') =>
  `<html><head><title>前四个月软件业运行情况_某某局</title><meta name="PubDate" content="2024-05-24 10:00"></head>
  <body><div class="nav"><a href="/help.pdf">帮助</a></div><h1>前四个月软件业运行情况</h1>
  <div class="article"><p>2024年1—4月，我国软件业务收入${billions}亿元，同比增长11.6%，增速较上年同期提高。</p>
  <p>其中，软件产品收入平稳，信息技术服务收入较快，利润总额保持增长。</p>${more}</div></body></html>`

const listOf = (...items: readonly (readonly [path: string, title: string, day?: string])[]) =>
  `<html><body><ul>${items
    .map(([path, title, printed = '']) => `<li><a href="${path}">${title}</a><span>${printed}</span></li>`)
    .join('')}</ul><a href="/about.html">关于我们</a></body></html>`

/** A site with a list of two releases. */
async function twoReleases(): Promise<ImitatedSite> {
  const site = await imitateSite()
  site.answer('/list.html', {
    body: listOf(
      ['/art/1.html', '前四个月软件业运行情况', '[2024-05-25]'],
      ['/art/2.html', '前三个月软件业运行情况'],
    ),
    etag: '"list-1"',
  })
  site.answer('/art/1.html', { body: release(38027), etag: '"1"' })
  site.answer('/art/2.html', {
    body: release(28020),
    headers: { 'last-modified': 'Fri, 24 May 2024 02:00:00 GMT' },
  })
  return site
}

const pathsOf = ({ asked }: ImitatedSite) => asked.map(({ path }) => path)

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

const table: Printed = {
  title: '2024年分地区软件业务收入',
  published: '发布时间：2024-05-24',
  unit: '单位：亿元',
  rows: [
    ['地区', '2023年', '2024年'],
    ['北京', '26000', '28000'],
  ],
}

describe('attachments', () => {
  test('in XLSX, XLS, DOCX, PDF and CSV come with their page, by their address or their name', async () => {
    const site = await imitateSite()
    const links = [
      ['/files/P1.xlsx', '附件1：分地区软件业务收入.xlsx'],
      ['/files/P2.docx', '附件2'],
      ['/download?id=3', '附件3：说明.pdf'],
      ['/files/P4.xls', '旧表.xls'],
      ['/files/P5.csv', '数据'],
      ['/files/P6.rar', '全部附件.rar'],
      ['https://elsewhere.example.com/P7.pdf', '别处.pdf'],
      ['/art/2.html', '上一篇'],
    ]
    const bodies = {
      '/files/P1.xlsx': await tableFiles['a.xlsx']?.(table),
      '/files/P2.docx': await tableFiles['a.docx']?.(table),
      '/download?id=3': await tableFiles['a.pdf']?.(table),
      '/files/P4.xls': Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      '/files/P5.csv': await tableFiles['a.csv']?.(table),
    }
    site.answer('/list.html', listOf(['/art/1.html', '前四个月软件业运行情况']))
    site.answer(
      '/art/1.html',
      release(38027, links.map(([href, text]) => `<a href="${href}">${text}</a>`).join(' ')),
    )
    for (const [path, body] of Object.entries(bodies))
      site.answer(path, { body: body ?? '', headers: { 'content-type': 'application/octet-stream' } })
    const { pull, documents, sidecar, bytes, said } = ownInbox()
    expect(await pull(feedOf(site))).toBe(0)
    const laid = documents().map((file) => ({ file, said: sidecar(file) as { url: string; title: string } }))
    const byAddress = Object.fromEntries(laid.map((each) => [each.said.url.slice(site.origin.length), each]))
    expect(Object.keys(byAddress).sort()).toEqual(['/art/1.html', ...Object.keys(bodies)].sort())
    for (const [path, body] of Object.entries(bodies)) {
      const each = byAddress[path]
      expect(each?.said).toMatchObject({ issuer: '工信部', region: 'CN', date: '2024-05-24' })
      expect(bytes(each?.file ?? '').equals(body ?? new Uint8Array())).toBe(true)
    }
    expect(byAddress['/files/P1.xlsx']?.said.title).toBe('分地区软件业务收入')
    expect(byAddress['/files/P2.docx']?.said.title).toBe('前四个月软件业运行情况')
    expect(byAddress['/download?id=3']?.file).toMatch(/\.pdf$/)
    expect(said).toContain(
      '  未取 https://elsewhere.example.com/P7.pdf 主机 elsewhere.example.com 不在 hosts 中，不取',
    )
    expect(said).toContain('  注意 附件「全部附件.rar」的格式不能读，未取')
    expect(pathsOf(site)).not.toContain('/help.pdf')
  })

  test('that fail are tried again, the page that came is not laid twice', async () => {
    const site = await imitateSite()
    site.answer('/list.html', listOf(['/art/1.html', '前四个月软件业运行情况']))
    site.answer('/art/1.html', { body: release(38027, '<a href="/a.csv">附件</a>'), etag: '"1"' })
    site.answer(
      '/a.csv',
      { status: 404 },
      { body: '地区,2024年\n北京,28000\n', headers: { 'content-type': 'text/csv' } },
    )
    const { pull, documents, pass } = ownInbox()
    await pull(feedOf(site))
    expect(documents()).toHaveLength(1)
    pass(day)
    await pull(feedOf(site))
    expect(documents().map((file) => file.slice(-4))).toEqual(['html', '.csv'])
  })

  test('in place of which a page comes are not taken for one', async () => {
    const site = await imitateSite()
    site.answer('/list.html', listOf(['/art/1.pdf', '统计公报']))
    site.answer('/art/1.pdf', '<html><body>请先登录</body></html>')
    const { pull, documents, said } = ownInbox()
    await pull(feedOf(site))
    expect(documents()).toEqual([])
    expect(said).toContain(`  未取 ${site.origin}/art/1.pdf 应是 pdf，来的却是网页`)
  })
})

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

describe('faults', () => {
  /** The first of the two releases is asked for and answers with a fault; the other is as ever. */
  async function withFault(...replies: Reply[]) {
    const site = await twoReleases()
    site.answer('/art/1.html', ...replies)
    const own = ownInbox()
    const failed = await own.pull(feedOf(site))
    return { site, failed, ...own }
  }

  test.each([
    ['a page that is gone', { status: 404 }, '答 404', 1],
    ['a page that is forbidden', { status: 403 }, '答 403', 1],
    ['a page that never answers', { fault: 'silent' }, '1 秒内没有答完', 3],
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
    const { gzipSync } = await import('node:zlib')
    const bomb = gzipSync(Buffer.alloc(50e6, '软'))
    const { said, documents } = await withFault({
      body: bomb,
      headers: { 'content-type': 'text/html', 'content-encoding': 'gzip' },
    })
    expect(said.join('\n')).toContain('超过 1 MB，不取')
    expect(documents()).toHaveLength(1)
  })

  test('a compressed page is read', async () => {
    const { brotliCompressSync } = await import('node:zlib')
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
    expect(await pull(feedOf(dead, { name: 'dead' }), feedOf(alive))).toBe(1)
    expect(said[0]).toBe('dead  未成：1 秒内没有答完；上次成功 从未')
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

describe('a pull that is stopped', () => {
  test('leaves only whole documents, each with its sidecar, and goes on from there', async () => {
    const site = await twoReleases()
    site.answer('/art/2.html', { fault: 'silent' })
    const own = ownInbox()
    const pulling = own.pull(feedOf(site, { limits: { seconds: 30 } }))
    while (!pathsOf(site).includes('/art/2.html')) await new Promise((resolve) => setTimeout(resolve, 5))
    own.stop()
    await expect(pulling).rejects.toThrow('abort')
    const [only = ''] = own.documents()
    expect(own.files()).toEqual([only, `${only}.json`])
    site.answer('/art/2.html', release(28020))
    const later = ownInbox()
    const { pullRound } = await import('./pull-round.ts')
    await pullRound({ feeds: [feedOf(site)], inbox: own.inbox, surroundings: later.surroundings })
    expect(own.documents()).toHaveLength(2)
    expect(pathsOf(site).filter((path) => path === '/art/1.html')).toHaveLength(1)
  })

  test('in the middle of writing has left nothing in the way of the next', async () => {
    const site = await twoReleases()
    const { pull, inbox, documents } = ownInbox()
    mkdirSync(join(inbox, '.pull'))
    writeFileSync(join(inbox, '.pull', 'document.1.tmp'), 'half')
    writeFileSync(join(inbox, '.pull', 'lock'), '999999999')
    await pull(feedOf(site))
    expect(documents()).toHaveLength(2)
  })

  test('is not run twice at once', async () => {
    const { pull, inbox } = ownInbox()
    mkdirSync(join(inbox, '.pull'))
    writeFileSync(join(inbox, '.pull', 'lock'), String(process.ppid))
    await expect(pull()).rejects.toThrow(`另一个 pull（进程 ${process.ppid}）正在运行`)
  })

  test('says what to do when what was noted cannot be read', async () => {
    const { pull, inbox } = ownInbox()
    mkdirSync(join(inbox, '.pull'))
    writeFileSync(join(inbox, '.pull', 'state.json'), '{"feeds": {')
    await expect(pull()).rejects.toThrow('删去它可重新开始，已收的文件不会重复')
  })
})
