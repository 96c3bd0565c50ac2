import { expect, test } from 'vitest'
import { placeAt } from '#etl/document.ts'
import { wordFile, wordParagraph, wordTable } from '../../tests/support/word-file.ts'
import { zipFile } from '../../tests/support/zip-file.ts'
import { readDocument } from './read-document.ts'

const bytes = wordFile(
  [
    wordParagraph(['2022年前十个月软件业经济运行情况'], '1'),
    wordParagraph([]),
    wordParagraph(['前十个月，软件业务收入 ', '84214', ' 亿元，增长 10.0%。']),
    wordParagraph(['单位：亿元']),
    wordTable([
      ['地区', '=软件业务收入'],
      ['', '收入', '增速'],
      ['北京', '17574', '8.5%'],
    ]),
    wordParagraph(['（来源：某某部）']),
  ].join(''),
)

test('paragraphs, headings and tables of a Word file are read', async () => {
  const { format, articles } = await readDocument(bytes, 'a.docx')
  expect(format).toBe('docx')
  expect(articles).toMatchObject([
    {
      title: '2022年前十个月软件业经济运行情况',
      publisher: '某某部',
      line: 1,
      blocks: [
        { kind: 'heading', text: '2022年前十个月软件业经济运行情况' },
        { kind: 'paragraph', text: '前十个月，软件业务收入84214亿元，增长10.0%。' },
        { kind: 'table', caption: '单位：亿元' },
      ],
    },
  ])
})

test('a line is a paragraph, empty ones and those in tables counted; a column is a character of it', async () => {
  const blocks = (await readDocument(bytes, 'a.docx')).articles[0]?.blocks ?? []
  const [, paragraph, table] = blocks
  const text = paragraph?.kind === 'paragraph' ? paragraph : undefined
  expect(text && placeAt(text.places, text.text.indexOf('84214'))).toEqual({ line: 3, column: 13 })
  expect(
    table?.kind === 'table' && table.rows.map((row) => row.map(({ text, line }) => `${text}@${line}`)),
  ).toEqual([
    ['地区@5', '软件业务收入@6', '软件业务收入@6'],
    ['@1', '收入@8', '增速@9'],
    ['北京@10', '17574@11', '8.5%@12'],
  ])
})

test('a file cut off, or with a broken inside, is refused', async () => {
  await expect(readDocument(bytes.subarray(0, -200), 'a.docx')).rejects.toThrow('a.docx: 文件不完整')
  const broken = zipFile({ 'word/document.xml': '<w:document><w:p' })
  await expect(readDocument(broken, 'a.docx')).rejects.toThrow('a.docx: 不是完整的 docx 文件')
})

const textsOf = async (body: string, parts: Readonly<Record<string, string>> = {}) => {
  const { articles, unread } = await readDocument(wordFile(body, '', parts), 'a.docx')
  const texts = articles.flatMap(({ blocks }) =>
    blocks.map((block) => (block.kind === 'table' ? '表' : block.text)),
  )
  return { texts, unread: unread.map(({ what }) => what) }
}

const box = (text: string) => `<w:txbxContent>${wordParagraph([text])}</w:txbxContent>`
const drawing = (content: string, size = 'cx="4000000" cy="3000000"') =>
  `<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent ${size}/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${content}</a:graphic></wp:inline></w:drawing>`
const either = (choice: string, fallback: string) =>
  `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps">${choice}</mc:Choice>${fallback && `<mc:Fallback>${fallback}</mc:Fallback>`}</mc:AlternateContent>`
const modern = drawing(
  `<a:graphicData uri="shape"><wps:wsp xmlns:wps="s"><wps:txbx>${box('软件业务收入38027亿元。')}</wps:txbx></wps:wsp></a:graphicData>`,
)
const old = `<w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml">${box('软件业务收入38027亿元。')}</v:textbox></w:pict>`

test.each([
  ['for new programs only', either(modern, '')],
  ['for new and old programs', either(modern, old)],
  ['for old programs only', either('', old)],
  ['without a choice', old],
])('a text box %s is read once, behind its paragraph', async (_, content) => {
  const { texts, unread } = await textsOf(
    `<w:p>${'<w:r><w:t>软件业运行情况良好。</w:t></w:r>'}<w:r>${content}</w:r></w:p>`,
  )
  expect(texts).toEqual(['软件业运行情况良好。', '软件业务收入38027亿元。'])
  expect(unread).toEqual([])
})

const graphic = (uri: string) =>
  `<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/${uri}"/>`
const math = (content: string) =>
  `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">${content}</m:oMath>`
const term = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`

test.each([
  ['a picture', `<w:r>${drawing(graphic('picture'))}</w:r>`, '1 张图片未读'],
  ['a chart', `<w:r>${drawing(graphic('chart'))}</w:r>`, '1 个图表未读'],
  ['a diagram', `<w:r>${drawing(graphic('diagram'))}</w:r>`, '1 个图示（SmartArt）未读'],
  ['an embedded sheet', '<w:r><w:object/></w:r>', '1 个嵌入的文档或公式未读'],
  ['a sum', math(`<m:nary><m:e>${term('x')}</m:e></m:nary>`), '1 个公式未读'],
])('%s is not read, and that is said', async (_, content, what) => {
  const { texts, unread } = await textsOf(
    `<w:p><w:r><w:t>软件业务收入38027亿元。</w:t></w:r>${content}</w:p>`,
  )
  expect(texts).toEqual(['软件业务收入38027亿元。'])
  expect(unread).toEqual([what])
})

test('a small picture is a mark, and nothing is said of it', async () => {
  const { unread } = await textsOf(
    `<w:p><w:r><w:t>软件业务收入</w:t>${drawing(graphic('picture'), 'cx="300000" cy="300000"')}</w:r></w:p>`,
  )
  expect(unread).toEqual([])
})

test('a formula that fits a line is read', async () => {
  const power = `<m:sSup><m:e>${term('10')}</m:e><m:sup>${term('4')}</m:sup></m:sSup>`
  const { texts } = await textsOf(
    `<w:p><w:r><w:t>收入为</w:t></w:r>${math(term('3.8×') + power)}<w:r><w:t>亿元。</w:t></w:r></w:p>`,
  )
  expect(texts).toEqual(['收入为3.8×10^4亿元。'])
})

test('a paragraph whose end was deleted goes on in the next', async () => {
  const { texts } = await textsOf(
    `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>软件业务收入</w:t></w:r></w:p>${wordParagraph(['38027亿元。'])}`,
  )
  expect(texts).toEqual(['软件业务收入38027亿元。'])
})

test('notes are read at the end', async () => {
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const notes = `<w:footnotes xmlns:w="${main}"><w:footnote w:type="separator" w:id="0">${wordParagraph(['线'])}</w:footnote><w:footnote w:id="2">${wordParagraph(['数据为快报数。'])}</w:footnote></w:footnotes>`
  const { texts } = await textsOf(
    '<w:p><w:r><w:t>软件业务收入</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>38027亿元。</w:t></w:r></w:p>',
    { 'word/footnotes.xml': notes },
  )
  expect(texts).toEqual(['软件业务收入38027亿元。', '数据为快报数。'])
})

test('a file that calls the namespace by another prefix is read', async () => {
  const renamed = zipFile({
    'word/document.xml': `<ns0:document xmlns:ns0="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><ns0:body><ns0:p><ns0:r><ns0:rPr><ns0:strike/></ns0:rPr><ns0:t>379</ns0:t></ns0:r><ns0:r><ns0:t>软件业务收入38027亿元。</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>`,
  })
  const { articles } = await readDocument(renamed, 'a.docx')
  expect(articles[0]?.blocks).toMatchObject([{ text: '软件业务收入38027亿元。' }])
})

test('cells merged downwards reach over their rows, a deleted row is left out', async () => {
  const cell = (text: string, merge = '') => `<w:tc><w:tcPr>${merge}</w:tcPr>${wordParagraph([text])}</w:tc>`
  const table = [
    `<w:tr>${cell('地区', '<w:vMerge w:val="restart"/>')}${cell('收入')}</w:tr>`,
    `<w:tr>${cell('', '<w:vMerge/>')}${cell('亿元')}</w:tr>`,
    `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('上海')}${cell('9999')}</w:tr>`,
    `<w:tr>${cell('北京')}${cell('17574')}</w:tr>`,
  ]
  const { articles, unread } = await readDocument(wordFile(`<w:tbl>${table.join('')}</w:tbl>`), 'a.docx')
  const [block] = articles[0]?.blocks ?? []
  expect(block?.kind === 'table' && block.rows.map((row) => row.map(({ text }) => text))).toEqual([
    ['地区', '收入'],
    ['地区', '亿元'],
    ['北京', '17574'],
  ])
  expect(unread.map(({ what }) => what)).toEqual(['划去的文字 1 处未读：上海9999'])
})
