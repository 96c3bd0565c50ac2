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

const sentence = '2024年1—4月份，我国软件业务收入38027亿元，同比增长11.6%，利润总额4314亿元，同比增长14.3%。'

test('what a reader of the file struck out is left out', async () => {
  const strike =
    '<</Type/Annot/Subtype/StrikeOut/Rect[72 698 200 712]/QuadPoints[144 712 168 712 144 698 168 698]>>'
  const { articles, unread } = await readDocument(
    pdfFile([lines(['软件业务收入379038027亿元，增长', '11.6%，利润总额4314亿元。'], 700)], '', strike),
    'a.pdf',
  )
  expect(articles[0]?.blocks[0]).toMatchObject({ text: expect.stringContaining('软件业务收入38027亿元') })
  expect(unread).toEqual([{ what: '划去的文字 1 处未读：3790', en: 'Not read: struck text, 1: 3790' }])
})

test('white letters on a dark ground are seen, lines under and around letters strike nothing', async () => {
  const { articles, unread } = await readDocument(
    pdfFile([
      [
        { draw: 'q 0 0 0.5 rg 60 690 500 30 re f Q' },
        { text: '软件业务收入38027亿元。', x: 72, y: 700, set: '1 g' },
        { draw: '72 698 200 0.5 re f 72 712.5 200 0.5 re f 60 600 500 60 re S' },
        { text: '利润总额4314亿元。', x: 72, y: 640 },
      ],
    ]),
    'a.pdf',
  )
  expect(articles[0]?.blocks.map((block) => block.kind !== 'table' && block.text)).toEqual([
    '软件业务收入38027亿元。',
    '利润总额4314亿元。',
  ])
  expect(unread).toEqual([])
})

test('the text that lies unseen under a scan is read, and that is said', async () => {
  const { articles, unread } = await readDocument(
    pdfFile([[{ text: sentence, x: 20, y: 700, size: 8, set: '3 Tr' }]]),
    'a.pdf',
  )
  expect(articles[0]?.blocks[0]).toMatchObject({ text: sentence })
  expect(unread).toEqual([
    {
      what: '第 1 页是扫描件，读的是其中附带的识别文字，可能有误',
      en: 'Page 1: scanned; the recognised text that comes with it was read, which may err',
    },
  ])
})

test('pages without text, and those whose text cannot be told, are said by their numbers', async () => {
  const scripts = Array.from({ length: 30 }, (_, i) => String.fromCharCode(0x1200 + 37 * i)).join('')
  const page = lines([sentence.slice(0, 40), sentence.slice(40)], 700)
  const { articles, unread } = await readDocument(
    pdfFile([page, [], [], page, lines([scripts], 700), []]),
    'a.pdf',
  )
  expect(articles[0]?.blocks).toHaveLength(2)
  expect(unread.map(({ what }) => what)).toEqual([
    '第 2—3、6 页没有文字（可能是图片），未读',
    '第 5 页的文字无法还原（字体缺少字符对照），未读',
  ])
})

test.each([
  ['of many scripts', (i: number) => 0x0400 + 97 * i],
  ['of rare characters only', (i: number) => 0x6000 + 53 * i],
  ['of private characters', (i: number) => 0xe100 + i],
])('text %s is refused, and what to do is said', async (_, code) => {
  const text = Array.from({ length: 120 }, (_, i) => String.fromCharCode(code(i)))
  const rows = [0, 40, 80].map((from) => text.slice(from, from + 40).join(''))
  await expect(readDocument(pdfFile([lines(rows, 700)]), 'a.pdf')).rejects.toThrow(
    'a.pdf: 这份 pdf 的文字无法还原（字体缺少字符对照），请提供 Word、网页等其他格式，或做文字识别',
  )
})

test.each([
  [
    'Chinese of Taiwan',
    '軟體業務收入較上年同期增長，電信業務總量與行動電話用戶數持續成長，網際網路接取服務營收增加，整體經濟運行情況良好。',
  ],
  [
    'English',
    'Software revenue grew by 11.6 percent in the first four months of 2024, and profit by 14.3 percent.',
  ],
])('text in %s is no garble', async (_, text) => {
  const { articles } = await readDocument(pdfFile([lines([text.slice(0, 45), text.slice(45)], 700)]), 'a.pdf')
  expect(articles).toHaveLength(1)
})

test('a paragraph whose letters are set apart is read', async () => {
  const letters = [...sentence]
    .slice(5)
    .map((text, i) => ({ text, x: 30 + 17 * (i % 30), y: 700 - 20 * Math.floor(i / 30), size: 11 }))
  const { articles } = await readDocument(pdfFile([letters]), 'a.pdf')
  expect(articles[0]?.blocks[0]).toMatchObject({ text: sentence.slice(5) })
})

test('large pictures are counted, their masks and small marks are not', async () => {
  const picture = (rest: string) =>
    `\n9${rest} 0 obj\n<</Type/XObject/Subtype/Image/Width 800/Height 600${rest === '1' ? '/SMask 92 0 R' : ''}>>stream\nendstream\nendobj`
  const small = '\n95 0 obj\n<</Type/XObject/Subtype/Image/Width 20/Height 20>>stream\nendstream\nendobj\n'
  const file = new TextDecoder('latin1').decode(pdfFile([lines([sentence.slice(0, 40)], 700)]))
  const bytes = Buffer.from(
    file.replace('xref', `${picture('1')}${picture('2')}${picture('3')}${small}xref`),
    'latin1',
  )
  expect((await readDocument(new Uint8Array(bytes), 'a.pdf')).unread).toEqual([
    { what: '2 张图片未读', en: 'Not read: pictures, 2' },
  ])
})

test.each([
  ['90', '0 1 -1 0 500 60'],
  ['180', '-1 0 0 -1 540 500'],
  ['270', '0 -1 1 0 100 800'],
])('a page turned by %s degrees is read as it is shown', async (turn, matrix) => {
  const file = new TextDecoder('latin1').decode(
    pdfFile([
      [
        { text: '软件业务收入38027亿元，增长11.6%。', x: 0, y: 0, set: `${matrix} cm` },
        { draw: `q ${matrix} cm 0 4 72 0.5 re f Q` },
      ],
    ]),
  )
  const turned = Buffer.from(file.replace('/Type/Page/', `/Type/Page/Rotate ${turn}/`), 'latin1')
  const { articles, unread } = await readDocument(new Uint8Array(turned), 'a.pdf')
  expect(articles[0]?.blocks[0]).toMatchObject({ text: '38027亿元，增长11.6%。' })
  expect(unread).toEqual([
    { what: '划去的文字 1 处未读：软件业务收入', en: 'Not read: struck text, 1: 软件业务收入' },
  ])
})
