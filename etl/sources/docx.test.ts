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
