import { type WriteSheet, writeXlsx } from 'hucre'
import { expect, test } from 'vitest'
import type { Table } from '#etl/document.ts'
import { sheetFile, sheetRow } from '../../tests/support/sheet-file.ts'
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
  const { articles, unread } = await readDocument(bytes, 'a.xlsx')
  expect(articles.map(({ title }) => title)).toEqual(['电信业务'])
  expect(unread).toEqual([{ what: '隐藏的工作表「草稿」未读', en: 'Not read: the hidden sheet “草稿”' }])
})

test('a workbook cut off is refused', async () => {
  const bytes = await writeXlsx({ sheets: [sheet] })
  await expect(readDocument(bytes.subarray(0, 700), 'a.xlsx')).rejects.toThrow('a.xlsx: 文件不完整')
})

const read = async (bytes: Uint8Array) => {
  const { articles, unread } = await readDocument(bytes, 'a.xlsx')
  const tables = articles.flatMap(({ blocks }) =>
    blocks.filter((block): block is Table => block.kind === 'table'),
  )
  return {
    rows: tables.flatMap(({ rows }) => rows.map((row) => row.map(({ text }) => text).join('|'))),
    unread: unread.map(({ what, line }) => `${line ?? ''}${what}`),
  }
}

test('hidden rows and columns are left out, and that is said', async () => {
  const bytes = sheetFile({
    before: '<cols><col min="2" max="2" hidden="1" width="9"/></cols>',
    rows: [
      sheetRow(1, ['指标', '草稿', '2024年']),
      sheetRow(2, ['软件业务收入', 37900, 38027]),
      sheetRow(3, ['软件业务收入', 37901, 37902], 'hidden="1"'),
      sheetRow(4, ['利润总额', 4300, 4314]),
      sheetRow(5, ['旧利润总额', 4300, 4301], 'ht="0"'),
    ].join(''),
  })
  expect(await read(bytes)).toEqual({
    rows: ['指标|2024年', '软件业务收入|38027', '利润总额|4314'],
    unread: ['工作表「表」有 2 行隐藏的行未读', '工作表「表」有 1 列隐藏的列未读'],
  })
})

test('struck cells are left out, numbers and text', async () => {
  const bytes = sheetFile({
    rows: [
      sheetRow(1, ['指标', '2024年', '2023年']),
      sheetRow(2, ['软件业务收入', '<c r="B2" s="1"><v>37900</v></c>', 38027]),
      sheetRow(3, ['<c r="A3" s="1" t="inlineStr"><is><t>旧指标</t></is></c>', 4, 5]),
    ].join(''),
  })
  expect(await read(bytes)).toEqual({
    rows: ['指标|2024年|2023年', '软件业务收入||38027', '|4|5'],
    unread: ['2划去的文字 2 处未读：37900、旧指标'],
  })
})

test('what a format shows nothing of is left out, and that is said', async () => {
  const bytes = sheetFile({
    formats: [';;;'],
    rows: [
      sheetRow(1, ['指标', '2024年', '2023年']),
      sheetRow(2, ['软件业务收入', '<c r="B2" s="1"><v>37900</v></c>', 38027]),
      sheetRow(3, ['利润总额', 4314, '<c r="C3" s="1" t="inlineStr"><is><t>4301亿元</t></is></c>']),
      sheetRow(4, ['软件业务出口', 154.9, '<c r="C4" s="1"><v>0</v></c>']),
    ].join(''),
  })
  expect(await read(bytes)).toEqual({
    rows: ['指标|2024年|2023年', '软件业务收入||38027', '利润总额|4314|', '软件业务出口|154.9|'],
    unread: ['2隐藏的文字 2 处未读：37900、4301亿元'],
  })
})

test('white letters on nothing are left out, and that is said; on a colour they are read', async () => {
  const fills = [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FF0052D9"/></patternFill></fill>',
  ]
  const looks = [
    [0, 0],
    [1, 0],
    [1, 2],
    [2, 0],
  ].map(([font, fill]) => `<xf numFmtId="0" fontId="${font}" fillId="${fill}"/>`)
  const fonts = '<font/><font><color rgb="FFFFFFFF"/></font><font><color theme="0"/></font>'
  const bytes = sheetFile({
    parts: {
      'xl/styles.xml': `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts>${fonts}</fonts><fills>${fills.join('')}</fills><cellXfs>${looks.join('')}</cellXfs></styleSheet>`,
    },
    rows: [
      sheetRow(1, ['指标', '2024年', '<c r="C1" s="2" t="inlineStr"><is><t>2023年</t></is></c>']),
      sheetRow(2, ['软件业务收入', '<c r="B2" s="1"><v>37900</v></c>', 38027]),
      sheetRow(3, ['利润总额', 4314, '<c r="C3" s="3"><v>4301</v></c>']),
    ].join(''),
  })
  expect(await read(bytes)).toEqual({
    rows: ['指标|2024年|2023年', '软件业务收入||38027', '利润总额|4314|'],
    unread: ['2隐藏的文字 2 处未读：37900、4301'],
  })
})

test('a formula is read by its value; one without is said', async () => {
  const bytes = sheetFile({
    rows: [
      sheetRow(1, ['指标', '2024年', '2023年']),
      sheetRow(2, ['收入', '<c r="B2"><f>C2*2</f><v>38027</v></c>', '<c r="C2"><f>SUM(A1)</f></c>']),
      sheetRow(3, [
        '名称',
        '<c r="B3" t="str"><f>"软"&amp;"件"</f><v>软件</v></c>',
        '<c r="C3"><f>1</f><v></v></c>',
      ]),
      sheetRow(4, ['真', '<c r="B4" t="b"><v>1</v></c>', '<c r="C4" t="e"><v>#N/A</v></c>']),
    ].join(''),
  })
  expect(await read(bytes)).toEqual({
    rows: ['指标|2024年|2023年', '收入|38027|', '名称|软件|', '真|TRUE|#N/A'],
    unread: ['22 个公式没有存下结果，未读；请在 Excel 中打开并保存后再读'],
  })
})

test('the words of a format come with the number', async () => {
  const bytes = sheetFile({
    formats: ['0!.00,,"亿元"', '[>=100000000]0!.0,,"亿";0!.0,"万"', '@"省"'],
    rows: [
      sheetRow(1, ['指标', '2024年']),
      sheetRow(2, ['收入', '<c r="B2" s="1"><v>3802700000000</v></c>']),
      sheetRow(3, ['用户', '<c r="B3" s="2"><v>17574</v></c>']),
      sheetRow(4, ['<c r="A4" s="3" t="inlineStr"><is><t>江苏</t></is></c>', 1]),
    ].join(''),
  })
  expect((await read(bytes)).rows).toEqual(['指标|2024年', '收入|38027.00亿元', '用户|1.8万', '江苏省|1'])
})

test('pictures, charts and text boxes on a sheet are said', async () => {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const bytes = sheetFile({
    rows: sheetRow(1, ['收入', 38027]),
    after: '<drawing/>',
    parts: {
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships><Relationship Id="r1" Type="${office}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
      'xl/drawings/drawing1.xml':
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:pic/><xdr:graphicFrame/><xdr:graphicFrame/><xdr:sp><a:t>单位</a:t></xdr:sp><xdr:sp/></xdr:wsDr>',
    },
  })
  expect((await read(bytes)).unread).toEqual([
    '工作表「表」有 1 张图片未读',
    '工作表「表」有 2 个图表未读',
    '工作表「表」有 1 个文本框未读',
  ])
})

test('two cells at opposite ends of a sheet do not fill the memory', async () => {
  const far = sheetFile({
    rows: `${sheetRow(1, ['收入', 38027])}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`,
  })
  expect((await read(far)).rows[0]).toContain('收入')
  const corners = Array.from(
    { length: 400 },
    (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`,
  )
  await expect(read(sheetFile({ rows: corners.join('') }))).rejects.toThrow('a.xlsx: 工作表「表」过大')
})

test('a workbook with a broken inside is refused', async () => {
  const bytes = sheetFile({ rows: '<row r="1"><c>' })
  await expect(readDocument(bytes, 'a.xlsx')).rejects.toThrow('a.xlsx: 不是完整的 xlsx 文件')
})
