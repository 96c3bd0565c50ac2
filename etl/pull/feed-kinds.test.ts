import { describe, expect, test } from 'vitest'
import { imitateSite } from '../../tests/support/imitated-site.ts'
import { feedOf, ownInbox } from '../../tests/support/pull-from.ts'

const page = (text: string) =>
  `<html><body><h1>运行情况</h1><p>${text}，软件业务收入38027亿元。</p></body></html>`
const links = { href: '/art/', text: '软件|通信' }

/** What a feed of some kind brings: address, title and day of each document. */
async function broughtBy(
  kind: 'rss' | 'atom' | 'json',
  body: string | Uint8Array,
  change: Record<string, unknown> = {},
) {
  const site = await imitateSite()
  const xml = { 'content-type': 'application/xml' }
  site.answer('/feed', {
    body: typeof body === 'string' ? body.replaceAll('ORIGIN', site.origin) : body,
    headers: xml,
  })
  for (const at of [1, 2, 3]) site.answer(`/art/${at}.html`, page(`第${at}份`))
  const own = ownInbox()
  const failed = await own.pull(feedOf(site, { kind, url: `${site.origin}/feed`, links, ...change }))
  const brought = own.documents().map((file) => {
    const { url, date } = own.sidecar(file) as { url: string; date?: string }
    return [url.slice(site.origin.length), date]
  })
  return { failed, brought, ...own }
}

describe('RSS', () => {
  test('names its documents with address and day, in Beijing where it gives a zone', async () => {
    const { brought } = await broughtBy(
      'rss',
      `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>最新发布</title><link>ORIGIN/</link>
      <item><title><![CDATA[软件业运行情况]]></title><link>ORIGIN/art/1.html#top</link><pubDate>Thu, 23 May 2024 17:00:00 GMT</pubDate></item>
      <item><title>通信业 &amp; 互联网</title><link>/art/2.html</link><pubDate>2024-05-23 23:30:00</pubDate></item>
      <item><title>机构改革</title><link>/art/3.html</link><pubDate>2024-05-25</pubDate></item>
      <item><title>软件（无地址）</title></item></channel></rss>`,
    )
    expect(brought).toEqual([
      ['/art/2.html', '2024-05-23'],
      ['/art/1.html', '2024-05-24'],
    ])
  })

  test('of version 1 and with broken entries is read as far as it goes', async () => {
    const { brought } = await broughtBy(
      'rss',
      '<rdf:RDF xmlns:dc="x"><item rdf:about="a"><title>软件业 A&B</title><link>/art/1.html</link><dc:date>2024-05-24T09:00:00+08:00</dc:date></item><item><title>软件',
    )
    expect(brought).toEqual([['/art/1.html', '2024-05-24']])
  })

  test('that is a page today is a failure', async () => {
    const { failed, said } = await broughtBy('rss', '<html><body>系统维护</body></html>')
    expect(failed).toBe(1)
    expect(said[0]).toContain('答的不是 RSS 或 Atom')
  })

  test('of which nothing is meant is no failure', async () => {
    const { failed, said } = await broughtBy(
      'rss',
      '<rss><channel><item><title>别的</title><link>/art/1.html</link></item></channel></rss>',
    )
    expect([failed, said[0]]).toEqual([0, expect.stringContaining('新 0 份')])
  })
})

test('Atom names the entry itself, not its replies', async () => {
  const { brought } = await broughtBy(
    'atom',
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>发布</title><link href="ORIGIN/"/>
    <entry><title type="html">&lt;b&gt;软件业&lt;/b&gt;运行情况</title><link rel="replies" href="/art/3.html"/><link rel="alternate" href="/art/1.html"/><updated>2024-05-30T01:00:00Z</updated><published>2024-05-23T16:30:00Z</published></entry>
    <entry><title>通信业</title><link href="/art/2.html"/><updated>2024-05-26T01:00:00+08:00</updated></entry></feed>`,
  )
  expect(brought).toEqual([
    ['/art/1.html', '2024-05-24'],
    ['/art/2.html', '2024-05-26'],
  ])
})

describe('a JSON interface', () => {
  const documents = { url: 'link.href', title: 'title', date: 'at' }

  test('whose records name documents gives these', async () => {
    const { brought } = await broughtBy(
      'json',
      JSON.stringify({
        data: {
          list: [
            { title: '<em>软件</em>业运行情况', link: { href: '/art/1.html' }, at: 1716480000000 },
            { title: '通信业', link: { href: '/art/2.html' }, at: '2024-05-26 10:00' },
            { title: '其他', link: { href: '/art/3.html' }, at: '' },
          ],
        },
      }),
      { records: 'data.list', documents },
    )
    expect(brought).toEqual([
      ['/art/1.html', '2024-05-24'],
      ['/art/2.html', '2024-05-26'],
    ])
  })

  test.each([
    ['<html></html>', '答的不是 JSON'],
    ['{"data": {}}', '「data.list」处没有记录'],
    ['{"data": {"list": [{"title": "软件"}]}}', '有记录没有地址（link.href）'],
    ['{"data": {"list": []}}', '列表里没有一条合用的链接'],
  ])('that answers %s has changed its form', async (body, reason) => {
    const { failed, said } = await broughtBy('json', body, { records: 'data.list', documents })
    expect(failed).toBe(1)
    expect(said[0]).toContain(reason)
  })

  const names = (at: number, name: string) => ({
    records: `returndata.wdnodes.${at}.nodes`,
    code: 'code',
    name,
  })
  const table = {
    title: '分省年度数据',
    columns: {
      指标: { path: 'wds.0.valuecode', names: names(0, 'cname') },
      地区: { path: 'wds.1.valuecode', names: names(1, 'cname') },
      年份: 'wds.2.valuecode',
      数值: 'data.strdata',
      单位: { path: 'wds.0.valuecode', names: names(0, 'unit') },
    },
  }
  const node = (region: string, value: string) => ({
    data: { hasdata: value !== '', data: Number(value), strdata: value },
    wds: [{ valuecode: 'A1' }, { valuecode: region }, { valuecode: '2024' }],
  })
  const answer = (...values: string[]) =>
    JSON.stringify({
      returncode: 200,
      returndata: {
        datanodes: ['110000', '310000', '330000'].map((region, at) => node(region, values[at] ?? '')),
        wdnodes: [
          { nodes: [{ code: 'A1', cname: '移动电话用户', unit: '万户' }] },
          {
            nodes: [
              { code: '110000', cname: '北京市' },
              { code: '310000', cname: '上海市' },
              { code: '330000', cname: '浙江省' },
            ],
          },
        ],
      },
    })

  test('whose records are figures gives one table, with words for its codes; anew only when a figure has changed', async () => {
    const site = await imitateSite()
    site.answer('/api', answer('4100.50', '4600'))
    const feed = feedOf(site, {
      kind: 'json',
      url: `${site.origin}/api`,
      links: undefined,
      records: 'returndata.datanodes',
      table,
    })
    const { pull, documents, bytes, sidecar, said } = ownInbox()
    await pull(feed)
    const [file = ''] = documents()
    expect(bytes(file).toString()).toBe(
      '指标,地区,年份,数值,单位\n移动电话用户,北京市,2024,4100.50,万户\n移动电话用户,上海市,2024,4600,万户\n',
    )
    expect(sidecar(file)).toMatchObject({ url: feed.url, issuer: '工信部', title: '分省年度数据' })
    await pull(feed)
    expect(documents()).toEqual([file])
    site.answer('/api', answer('4100.50', '4600', '9100'))
    await pull(feed)
    expect(documents()).toHaveLength(2)
    site.answer('/api', answer())
    said.length = 0
    expect(await pull(feed)).toBe(1)
    expect(said[0]).toContain('没有一条记录有全部的列')
  })
})
