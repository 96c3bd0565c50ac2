import { expect, test } from 'vitest'
import type { Document, Table } from '#etl/document.ts'
import { misplaced } from '../../tests/support/exact-places.ts'
import { readDocument } from './read-document.ts'

const read = (text: string) => readDocument(new TextEncoder().encode(text), 'page.html')
const tableOf = ({ articles }: Document) =>
  articles.flatMap(({ blocks }) => blocks).find((block): block is Table => block.kind === 'table')
const rowsOf = (table: Table | undefined) => table?.rows.map((row) => row.map(({ text }) => text).join('|'))

const page = `<!DOCTYPE html>
<html><head>
<meta charset="utf-8">
<meta name="ArticleTitle" content="2022年前十个月软件业经济运行情况">
<meta name="ContentSource" content="某某局">
<meta name="PubDate" content="2022-11-25 10:00">
<title>2022年前十个月软件业经济运行情况_某某部</title>
<script>var total = 84214;</script>
</head><body>
<div class="header-nav"><ul><li><a href="/">首页</a></li><li><a href="/a">统计数据 12345</a></li></ul></div>
<div class="wrap">
  <h1>2022年前十个月软件业经济<br>运行情况</h1>
  <div class="info"><span>发布时间：2022-11-25 10:00</span> <span>来源：某某局</span></div>
  <div id="con">
    <p>　　2022年前十个月，软件业务收入<strong>84214</strong>亿元，&nbsp;增长&#49;0.0%<sup>[1]</sup>，R&D投入&gt;去年；
       其中北京17574亿元，
       增长8.5%。</p>
    <p style="display:none">隐藏的99999亿元</p>
    <p><strong>一、分地区情况</strong></p>
    <p align="center">单位：亿元</p>
    <table border="1">
      <tr><td rowspan="2">地区</td><td colspan="2">软件业务收入</td></tr>
      <tr><td>本年累计</td><td>同比（%）</td></tr>
      <tr><td><p>北 京</p></td><td>17,574</td><td>8.5</td></tr>
      <tr><td>广　东</td><td>14,319</td><td>10.3</td></tr>
    </table>
    <p>注：表中为快报数。</p>
    <ul><li><a href="/b">相关链接：前九个月情况</a></li></ul>
  </div>
</div>
<div class="footer">主办单位：某某部　地址：某某路1号　邮编：100000</div>
</body></html>`

test('the text of a page is read: title, source, date, paragraphs, tables, and nothing around it', async () => {
  const document = await read(page)
  expect(document.format).toBe('html')
  expect(document.articles).toHaveLength(1)
  expect(document.articles[0]).toMatchObject({
    title: '2022年前十个月软件业经济运行情况',
    publisher: '某某局',
    published: '2022-11-25',
  })
  expect(
    document.articles[0]?.blocks.map((block) => (block.kind === 'table' ? block.caption : block.text)),
  ).toEqual([
    '2022年前十个月软件业经济运行情况',
    '2022年前十个月，软件业务收入84214亿元，增长10.0%，R&D投入>去年；其中北京17574亿元，增长8.5%。',
    '一、分地区情况',
    '单位：亿元',
    '注：表中为快报数。',
  ])
})

test('merged cells reach everywhere, header rows are marked', async () => {
  const table = tableOf(await read(page))
  expect(rowsOf(table)).toEqual([
    '地区|软件业务收入|软件业务收入',
    '地区|本年累计|同比（%）',
    '北京|17,574|8.5',
    '广东|14,319|10.3',
  ])
  expect(table?.rows.map((row) => row[0]?.header)).toEqual([true, true, false, false])
})

test('every character stands in the source where its place says', async () => {
  const document = await read(page)
  const odd = misplaced(document, page).filter((found) => !found.includes('&'))
  expect(odd).toEqual([])
})

test('th marks headers, a caption is kept', async () => {
  const table = tableOf(
    await read(
      '<html><body><h1>电信业务情况一览</h1><table><caption>用户情况（万户）</caption><tr><th>指标</th><th>2022年</th></tr><tr><th>移动电话用户</th><td>168300</td></tr></table></body></html>',
    ),
  )
  expect(table?.caption).toBe('用户情况（万户）')
  expect(table?.rows.map((row) => row.map(({ header }) => header))).toEqual([
    [true, true],
    [true, false],
  ])
})

test('a table that only lays out the page is read as text', async () => {
  const { articles } = await read(
    `<html><body><table><tr><td>菜单</td><td><h2>通信业务收入平稳增长</h2><p>2022年，电信业务收入累计完成1.58万亿元，比上年增长8%。${'其中，新兴业务增长较快。'.repeat(30)}</p></td></tr></table></body></html>`,
  )
  expect(articles[0]?.title).toBe('通信业务收入平稳增长')
  expect(articles[0]?.blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph'])
})

test('a page in GB18030 is read', async () => {
  const head = '<html><head><meta charset="gb2312"></head><body><p>'
  const bytes = [...head].map((c) => c.charCodeAt(0))
  const text = [
    0xc8, 0xed, 0xbc, 0xfe, 0xca, 0xd5, 0xc8, 0xeb, 0x33, 0x2e, 0x38, 0xcd, 0xf2, 0xd2, 0xda, 0xd4, 0xaa,
  ]
  const document = await readDocument(Uint8Array.from([...bytes, ...text]), 'a.htm')
  expect(document.articles[0]?.blocks).toMatchObject([{ text: '软件收入3.8万亿元' }])
})

test('a page that asks for a million columns, or is nested without end, is survived', async () => {
  const wide =
    '<html><body><table><tr><td colspan="1000000" rowspan="1000000">甲</td></tr><tr><td>1</td><td>2</td><td>3</td></tr></table></body></html>'
  expect(tableOf(await read(wide))?.rows[0]?.length).toBeLessThan(300)
  const deep = `<html><body>${'<div>'.repeat(3000)}${'<p>软件业务收入84214亿元。'}</body></html>`
  await expect(read(deep)).rejects.toThrow('没有可读的文字')
})

test('a sentence goes on over a line break, a list of lines does not', async () => {
  const { articles } = await read(`<html><body><h1>2024年通信业运行情况</h1>
<p>固定互联网宽带接入业务收入<br>2763亿元，同比<br/>增长5.5%，占电信业务收入的15.9%。<br>各地情况如下：<br>北京增长8.5%<br>广东增长10.3%<br>2025年安排另行公布</p>
</body></html>`)
  expect(
    articles[0]?.blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text])).slice(1),
  ).toEqual([
    '固定互联网宽带接入业务收入2763亿元，同比增长5.5%，占电信业务收入的15.9%。',
    '各地情况如下：',
    '北京增长8.5%',
    '广东增长10.3%',
    '2025年安排另行公布',
  ])
})

test('pictures in the text are said, signs and those around it are not', async () => {
  const text = '2022年前十个月，软件业务收入84214亿元，同比增长10.0%，增速较上年同期回落。'
  const { unread } = await read(
    `<html><body><div class="menu"><img src="top.jpg"></div><div><p>${text}</p><p><img src="table1.png"><img src="b.png" width="640" height="300"></p><p>${text}<img src="c.gif" width="16"><img src="qrcode.png"><img src="d.png" style="height:20px"></p></div></body></html>`,
  )
  expect(unread).toEqual([{ what: '2 张图片未读', en: 'Not read: pictures, 2' }])
})

test('numbers with units in menus, footers and sidebars are named as left out, in one line', async () => {
  const beside =
    '<nav>2024年 第3页 <a>软件业务收入38027亿元</a></nav><aside><p>同比增长11.6%</p><script>var width = "50%"</script><nav>用户达17.5亿户</nav></aside>'
  const page = (more: string) =>
    new TextEncoder().encode(
      `<body>${more}<h1>软件业运行情况</h1><p>利润总额4314亿元。</p><footer>电话 010-12345678，2024-05-30</footer></body>`,
    )
  const unreadOf = async (more: string) =>
    (await readDocument(page(more), 'a.html')).unread.map(({ what }) => what)
  expect(await unreadOf(beside)).toEqual(['3 个带单位的数字在导航、页脚或侧栏里，未读'])
  expect(await unreadOf('')).toEqual([])
})
