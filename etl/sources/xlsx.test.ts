import { type WriteSheet, writeXlsx } from 'hucre'
import { expect, test } from 'vitest'
import type { Table } from '#etl/document.ts'
import { readDocument } from './read-document.ts'

const format = (value: number, numFmt: string) => ({ value, style: { numFmt } })

const sheet: WriteSheet = {
  name: '地区',
  rows: [
    ['2022年前十个月软件业务收入分地区情况'],
    ['单位：亿元'],
    ['地区', '软件业务收入', null],
    [null, '本年累计', '同比'],
    ['北京', 17574, 0.085],
    ['广东', 14319, 0.103],
    ['注：快报数'],
  ],
  merges: [
    { startRow: 2, startCol: 1, endRow: 2, endCol: 2 },
    { startRow: 2, startCol: 0, endRow: 3, endCol: 0 },
  ],
  cells: new Map([
    ['4,1', format(17574, '#,##0.0')],
    ['4,2', format(0.085, '0.0%')],
    ['5,1', format(14319, '#,##0.0_);[红色](#,##0.0)')],
    ['5,2', format(-0.103, '0.0%;(0.0%)')],
  ]),
}

test('a sheet is an article: title, table with unit, note', async () => {
  const document = await readDocument(await writeXlsx({ sheets: [sheet] }), 'a.xlsx')
  const [article] = document.articles
  expect(document.format).toBe('xlsx')
  expect(article).toMatchObject({ title: '2022年前十个月软件业务收入分地区情况', line: 1 })
  expect(article?.blocks.map((block) => (block.kind === 'table' ? block.caption : block.text))).toEqual([
    '2022年前十个月软件业务收入分地区情况',
    '单位：亿元',
    '注：快报数',
  ])
})

test('numbers are read as they are printed, merged cells reach everywhere, a line is a row', async () => {
  const { articles } = await readDocument(await writeXlsx({ sheets: [sheet] }), 'a.xlsx')
  const table = articles[0]?.blocks.find((block): block is Table => block.kind === 'table')
  expect(table?.rows.map((row) => row.map(({ text }) => text))).toEqual([
    ['地区', '软件业务收入', '软件业务收入'],
    ['地区', '本年累计', '同比'],
    ['北京', '17,574.0', '8.5%'],
    ['广东', '14,319.0', '-10.3%'],
  ])
  expect(table?.rows.map((row) => row[0]?.header)).toEqual([true, true, false, false])
  expect(table?.rows[3]?.[2]).toMatchObject({ line: 6, column: 3 })
})

test('a sheet without a title has its name; hidden ones are left out', async () => {
  const plain: WriteSheet = {
    name: '电信业务',
    rows: [
      ['指标', '2022年'],
      ['电信业务收入', 1.58],
    ],
  }
  const bytes = await writeXlsx({ sheets: [plain, { ...plain, name: '草稿', hidden: true }] })
  expect((await readDocument(bytes, 'a.xlsx')).articles.map(({ title }) => title)).toEqual(['电信业务'])
})

test('a workbook cut off is refused', async () => {
  const bytes = await writeXlsx({ sheets: [sheet] })
  await expect(readDocument(bytes.subarray(0, 700), 'a.xlsx')).rejects.toThrow('a.xlsx: 文件不完整')
})
