import { describe, expect, test } from 'vitest'
import { listOf, pathsOf, release } from '../../tests/support/imitated-bureau.ts'
import { imitateSite } from '../../tests/support/imitated-site.ts'
import { feedOf, ownInbox } from '../../tests/support/pull-from.ts'
import { type Printed, tableFiles } from '../../tests/support/table-files.ts'

const day = 24 * 3_600_000

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
  test('in XLSX, XLS, ODS, DOCX, PDF and CSV come with their page, by their address or their name', async () => {
    const site = await imitateSite()
    const links = [
      ['/files/P1.xlsx', '附件1：分地区软件业务收入.xlsx'],
      ['/files/P2.docx', '附件2'],
      ['/download?id=3', '附件3：说明.pdf'],
      ['/files/P4.xls', '旧表.xls'],
      ['/files/P5.csv', '数据'],
      ['/files/P8.ods', '附件5'],
      ['/files/P6.rar', '全部附件.rar'],
      ['https://elsewhere.example.com/P7.pdf', '别处.pdf'],
      ['/art/2.html', '上一篇'],
    ]
    const bodies = {
      '/files/P1.xlsx': await tableFiles['a.xlsx']?.(table),
      '/files/P2.docx': await tableFiles['a.docx']?.(table),
      '/download?id=3': await tableFiles['a.pdf']?.(table),
      '/files/P4.xls': Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      '/files/P8.ods': await tableFiles['a.ods']?.(table),
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
