import { expect, test } from 'vitest'
import { placeAt } from '#etl/document.ts'
import { pdfFile } from '../../tests/support/pdf-file.ts'
import { readDocument } from './read-document.ts'

const lines = (texts: readonly string[], top: number) =>
  texts.map((text, i) => ({ text, x: 72, y: top - 20 * i }))

const report = pdfFile([
  [
    { text: '统计快报', x: 72, y: 800, size: 9 },
    { text: '各地软件业务收入情况', x: 200, y: 740, size: 18 },
    ...lines(
      [
        '　　2022年前十个月，全国软件业务收入保持平稳，完成软件业务',
        '收入84214亿元，其中北京完成软件业务收入17574亿元，增长',
        '8.5%，广东完成软件业务收入14319亿元，增长10.3%，江苏',
      ],
      700,
    ),
    { text: '1', x: 290, y: 30, size: 9 },
  ],
  [
    { text: '统计快报', x: 72, y: 800, size: 9 },
    ...lines(['完成软件业务收入10541亿元，增长7.0%，增速比全国慢。', '单位：亿元'], 760),
    ...['地区 收入 增速', '北京 17574 8.5%', '广东 14319 10.3%', '江苏 10541 7.0%'].flatMap((row, i) =>
      row.split(' ').map((text, j) => ({ text, x: 72 + 150 * j, y: 700 - 20 * i })),
    ),
    { text: '2', x: 290, y: 30, size: 9 },
  ],
])

test('lines become paragraphs over pages, gaps become columns', async () => {
  const { format, articles } = await readDocument(report, 'a.pdf')
  expect(format).toBe('pdf')
  expect(articles).toHaveLength(1)
  expect(articles[0]).toMatchObject({
    title: '各地软件业务收入情况',
    line: 2,
    blocks: [
      { kind: 'heading', text: '各地软件业务收入情况' },
      {
        kind: 'paragraph',
        text: '2022年前十个月，全国软件业务收入保持平稳，完成软件业务收入84214亿元，其中北京完成软件业务收入17574亿元，增长8.5%，广东完成软件业务收入14319亿元，增长10.3%，江苏完成软件业务收入10541亿元，增长7.0%，增速比全国慢。',
      },
      { kind: 'table', caption: '单位：亿元' },
    ],
  })
})

test('a line is a line of text, counted over the pages', async () => {
  const [, paragraph, table] = (await readDocument(report, 'a.pdf')).articles[0]?.blocks ?? []
  const text = paragraph?.kind === 'paragraph' ? paragraph : undefined
  expect(text && placeAt(text.places, text.text.indexOf('84214'))).toEqual({ line: 4, column: 3 })
  expect(text && placeAt(text.places, text.text.indexOf('10541'))).toEqual({ line: 8, column: 9 })
  expect(
    table?.kind === 'table' && table.rows.map((row) => row.map((cell) => `${cell.text}@${cell.line}`)),
  ).toEqual([
    ['地区@10', '收入@10', '增速@10'],
    ['北京@11', '17574@11', '8.5%@11'],
    ['广东@12', '14319@12', '10.3%@12'],
    ['江苏@13', '10541@13', '7.0%@13'],
  ])
})

test('text of a font that is not embedded is read by its encoding', async () => {
  const gbk = new TextDecoder('latin1')
    .decode(pdfFile([[{ text: '软', x: 72, y: 700 }]]))
    .replace('/Encoding/Identity-H', '/Encoding/GBK-EUC-H')
    .replace('/ToUnicode 6 0 R', '')
    .replace('(Identity)', '(GB1)')
    .replace('<0001> Tj', '<C8EDBCFED2B5CEF1CAD5C8EBCAD5C8EBCAD5C8EBCAD5C8EB> Tj')
  const { articles } = await readDocument(
    Uint8Array.from(gbk, (c) => c.charCodeAt(0)),
    'a.pdf',
  )
  expect(articles[0]?.title).toBe('软件业务收入收入收入收入')
})

test('a scan without text is refused', async () => {
  await expect(readDocument(pdfFile([[], []]), 'scan.pdf')).rejects.toThrow('scan.pdf: 这份 pdf 里没有文字')
})

test('text that cannot be told from its font is refused', async () => {
  const unknown = pdfFile([
    lines(['\ue001\ue002\ue003\ue004\ue005\ue006', '\ue007\ue008\ue009\ue00a\ue00b\ue00c'], 700),
  ])
  await expect(readDocument(unknown, 'a.pdf')).rejects.toThrow('a.pdf: 这份 pdf 的文字无法还原')
})

test('a locked file and one cut off are refused', async () => {
  const zeros = '00'.repeat(32)
  const locked = pdfFile(
    [lines(['软件业务收入84214亿元'], 700)],
    `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${zeros}>/U<${zeros}>>>`,
  )
  await expect(readDocument(locked, 'a.pdf')).rejects.toThrow('a.pdf: 文件有密码')
  await expect(readDocument(report.subarray(0, 3000), 'a.pdf')).rejects.toThrow('a.pdf: 不是完整的 pdf 文件')
})

test('bytes may come as a Buffer, and stay with the caller', async () => {
  const buffer = Buffer.from(report)
  await readDocument(buffer, 'a.pdf')
  expect(buffer.length).toBe(report.length)
  expect(buffer.equals(report)).toBe(true)
})
