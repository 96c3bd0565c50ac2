import { expect, test } from 'vitest'
import type { Table } from '#etl/document.ts'
import { odsCell, odsFile, odsRow, odsTable } from '../../tests/support/ods-file.ts'
import { zipFile } from '../../tests/support/zip-file.ts'
import { readDocument } from './read-document.ts'

const number = (shown: string, value: number, more = '') =>
  odsCell(shown, `office:value-type="float" office:value="${value}" ${more}`)
const empty = (times: number) => `<table:table-cell table:number-columns-repeated="${times}"/>`
const covered = '<table:covered-table-cell/>'

const read = async (bytes: Uint8Array) => {
  const { articles, unread } = await readDocument(bytes, 'a.ods')
  const tables = articles.flatMap(({ blocks }) =>
    blocks.filter((block): block is Table => block.kind === 'table'),
  )
  return {
    rows: tables.flatMap(({ rows }) => rows.map((row) => row.map(({ text }) => text).join('|'))),
    places: tables.flatMap(({ rows }) => rows.map((row) => `${row.at(-1)?.line}:${row.at(-1)?.column}`)),
    unread: unread.map(({ what, line }) => `${line ?? ''}${what}`),
  }
}

const sheet = odsTable(
  [
    '<table:table-column table:number-columns-repeated="16384"/>',
    odsRow([odsCell('2022年前十个月软件业务收入分地区情况'), empty(16383)]),
    odsRow(['单位：亿元', empty(16383)]),
    odsRow([
      odsCell('地区', 'office:value-type="string" table:number-rows-spanned="2"'),
      odsCell('软件业务收入', 'office:value-type="string" table:number-columns-spanned="2"'),
      covered,
      empty(16381),
    ]),
    odsRow([covered, '本年累计', '同比', empty(16381)]),
    odsRow([
      '北京',
      number('17,574.0', 17574),
      odsCell('8.5%', 'office:value-type="percentage" office:value="0.0849"'),
    ]),
    odsRow([
      '广东',
      number('14,319.0', 14319),
      odsCell('-10.3%', 'office:value-type="percentage" office:value="-0.103"'),
    ]),
    odsRow(['注：快报数']),
    odsRow([empty(16384)], 'table:number-rows-repeated="1048569"'),
  ],
  '地区',
)

test('a sheet is an article: title, table with unit, note', async () => {
  const { format, articles } = await readDocument(odsFile({ tables: sheet }), 'a.ods')
  expect(format).toBe('ods')
  expect(articles).toHaveLength(1)
  expect(articles[0]).toMatchObject({ title: '2022年前十个月软件业务收入分地区情况', line: 1 })
  expect(articles[0]?.blocks.map((block) => (block.kind === 'table' ? block.caption : block.text))).toEqual([
    '2022年前十个月软件业务收入分地区情况',
    '单位：亿元',
    '注：快报数',
  ])
})

test('cells are read as they are seen, merged ones reach everywhere, a line is a row', async () => {
  expect(await read(odsFile({ tables: sheet }))).toEqual({
    rows: [
      '地区|软件业务收入|软件业务收入',
      '地区|本年累计|同比',
      '北京|17,574.0|8.5%',
      '广东|14,319.0|-10.3%',
    ],
    places: ['3:2', '4:3', '5:3', '6:3'],
    unread: [],
  })
})

test('dates, spaces and lines of a cell are read as they are seen', async () => {
  const rows = [
    odsRow(['指标', odsCell('2024年5月', 'office:value-type="date" office:date-value="2024-05-01"')]),
    odsRow([
      'software<text:s text:c="1"/>业\n  务<text:line-break/>revenue<text:tab/>growth',
      number('38027', 38027),
    ]),
    odsRow([
      '<table:table-cell office:value-type="string"><text:p>利润</text:p><text:p>总额</text:p></table:table-cell>',
      number('4314', 4314),
    ]),
  ]
  const { articles } = await readDocument(odsFile({ tables: odsTable(rows) }), 'a.ods')
  const table = articles[0]?.blocks.find((block): block is Table => block.kind === 'table')
  expect(table?.rows.map((row) => row.map(({ text }) => text))).toEqual([
    ['指标', '2024年5月'],
    ['software业务revenue growth', '38027'],
    ['利润总额', '4314'],
  ])
})

test('a cell or row that is repeated stands in each of its places', async () => {
  const tables = odsTable([
    odsRow(['指标', '2024年', '2023年']),
    odsRow(['收入', number('5', 5, 'table:number-columns-repeated="2"')], 'table:number-rows-repeated="2"'),
    odsRow(['利润', empty(1), number('7', 7)]),
  ])
  expect(await read(odsFile({ tables }))).toMatchObject({
    rows: ['指标|2024年|2023年', '收入|5|5', '收入|5|5', '利润||7'],
    places: ['1:3', '2:3', '3:3', '4:3'],
  })
})

test('hidden sheets, rows and columns are left out, and that is said', async () => {
  const rows = [
    '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>',
    odsRow(['指标', '草稿', '2024年']),
    `<table:table-row-group>${odsRow(['收入', '1', '38027'])}${odsRow(['收入', '2', '37902'], 'table:visibility="collapse"')}</table:table-row-group>`,
    odsRow(['利润', '3', '4314']),
    odsRow(['旧利润', '3', '4301'], 'table:visibility="filter"'),
  ]
  const styles =
    '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
  const cached = odsTable(['<table:table-source/>', odsRow(['缓存', '1'])], '别的文件')
  const tables = `${odsTable(rows)}${odsTable([odsRow(['收入', '1'])], '草稿', 'table:style-name="ta2"')}${cached}`
  expect(await read(odsFile({ tables, styles }))).toMatchObject({
    rows: ['指标|2024年', '收入|38027', '利润|4314'],
    unread: [
      '工作表「表」有 2 行隐藏的行未读',
      '工作表「表」有 1 列隐藏的列未读',
      '隐藏的工作表「草稿」未读',
    ],
  })
})

test('what is struck, white or shown by no format is left out, and that is said', async () => {
  const style = (name: string, properties: string, more = '') =>
    `<style:style style:name="${name}" style:family="table-cell" ${more}>${properties}</style:style>`
  const styles = [
    style('struck', '<style:text-properties style:text-line-through-style="solid"/>'),
    style('heir', '', 'style:parent-style-name="struck"'),
    style('white', '<style:text-properties fo:color="#ffffff"/>'),
    style(
      'blue',
      '<style:table-cell-properties fo:background-color="#0052d9"/>',
      'style:parent-style-name="white"',
    ),
    '<style:style style:name="T1" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>',
  ].join('')
  const tables = odsTable([
    '<table:table-column/><table:table-column/><table:table-column table:default-cell-style-name="white"/>',
    odsRow(['指标', '2024年', odsCell('2023年', 'table:style-name="blue"')]),
    odsRow(['收入', number('37900', 37900, 'table:style-name="heir"'), number('38027', 38027)]),
    odsRow([
      '利润<text:span text:style-name="T1">旧</text:span>',
      number('', 4301),
      odsCell('7', 'table:style-name="blue"'),
    ]),
  ])
  expect(await read(odsFile({ tables, styles }))).toMatchObject({
    rows: ['指标|2024年|2023年', '收入||', '利润||7'],
    unread: ['2划去的文字 2 处未读：37900、旧', '2隐藏的文字 2 处未读：38027、4301'],
  })
})

test('a cell without its text is read by its value; a formula without one is said', async () => {
  const cell = (attributes: string) => `<table:table-cell ${attributes}/>`
  const tables = odsTable([
    odsRow(['指标', '2024年', '2023年']),
    odsRow([
      '收入',
      cell('office:value-type="float" office:value="38027"'),
      cell('office:value-type="percentage" office:value="0.085"'),
    ]),
    odsRow(['利润', number('4314', 4314), cell('table:formula="of:=SUM([.A1])"')]),
  ])
  expect(await read(odsFile({ tables }))).toMatchObject({
    rows: ['指标|2024年|2023年', '收入|38027|8.5%', '利润|4314|'],
    unread: ['31 个公式没有存下结果，未读；请在 Excel 中打开并保存后再读'],
  })
})

test('pictures, charts and text boxes on a sheet are said, notes of cells are not read', async () => {
  const frame = (inside: string) => `<draw:frame>${inside}</draw:frame>`
  const shapes = `<table:shapes>${frame('<draw:image/>')}${frame('<draw:object/><draw:image/>')}${frame('<draw:text-box><text:p>单位</text:p></draw:text-box>')}</table:shapes>`
  const noted =
    '<table:table-cell office:value-type="float" office:value="38027"><office:annotation><text:p>旧 37900</text:p></office:annotation><text:p>38027</text:p></table:table-cell>'
  expect(await read(odsFile({ tables: odsTable([shapes, odsRow(['收入', noted])]) }))).toMatchObject({
    rows: ['收入|38027'],
    unread: ['工作表「表」有 1 张图片未读', '工作表「表」有 1 个图表未读', '工作表「表」有 1 个文本框未读'],
  })
})

test.each([
  ['a row', odsRow(['收入', number('1', 1)], 'table:number-rows-repeated="9999999"'), '本机内存只够读'],
  ['a cell', odsRow([number('1', 1, 'table:number-columns-repeated="9999999"')]), '本机内存只够读'],
  [
    'a far cell',
    odsRow([empty(1_000_000), number('1', 1)], 'table:number-rows-repeated="9"'),
    'a.ods: 工作表「表」过大',
  ],
])('%s repeated without end does not fill the memory', async (_, rows, message) => {
  await expect(read(odsFile({ tables: odsTable([rows]) }))).rejects.toThrow(message)
})

test.each([
  [
    'with a password',
    odsFile({
      tables: 'encrypted',
      manifest:
        '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data></manifest:encryption-data></manifest:file-entry>',
    }),
    'a.ods: 文件有密码',
  ],
  ['cut off', odsFile({ tables: sheet }).subarray(0, 700), 'a.ods: 文件不完整'],
  [
    'with a broken inside',
    odsFile({ tables: '<table:table><table:table-row>' }),
    'a.ods: 不是完整的 ods 文件',
  ],
  ['without content', zipFile({ 'META-INF/manifest.xml': '' }), 'a.ods: 不是完整的 ods 文件'],
])('a spreadsheet %s is refused in one line', async (_, bytes, message) => {
  await expect(readDocument(bytes, 'a.ods')).rejects.toThrow(message)
})
