import { expect, test } from 'vitest'
import type { Table } from '#etl/document.ts'
import { splitLines } from '../text/split-lines.ts'
import { findAlignedTables } from './find-aligned-tables.ts'
import { findPipeTables } from './find-pipe-tables.ts'
import { findSpacedTables } from './find-spaced-tables.ts'
import { findStackedTables } from './find-stacked-tables.ts'

const tablesIn = (items: readonly object[]) => items.filter((item): item is Table => 'kind' in item)
const textsOf = (table: Table | undefined) => table?.rows.map((row) => row.map(({ text }) => text))
const headersOf = (table: Table | undefined) => table?.rows.map((row) => row.every(({ header }) => header))

test('columns parted by spaces become a table, short rows under their columns', () => {
  const text = [
    '各省市软件业务收入如下。',
    '              2022年1—10月',
    '地区          收入        增速',
    '北京          17574       8.5%',
    '广东          14319       10.3%',
    '其中：深圳    9000',
    '江苏          10541       7.0%',
    '',
    '以上为快报数。',
  ].join('\n')
  const items = findAlignedTables(splitLines(text))
  const [table] = tablesIn(items)
  expect(items).toHaveLength(4)
  expect(textsOf(table)).toEqual([
    ['地区', '收入', '增速'],
    ['北京', '17574', '8.5%'],
    ['广东', '14319', '10.3%'],
    ['其中：深圳', '9000', ''],
    ['江苏', '10541', '7.0%'],
  ])
  expect(headersOf(table)).toEqual([true, false, false, false, false])
  expect(table?.rows[1]?.[1]).toMatchObject({ line: 4, column: 13 })
})

test('columns parted by tabs become a table with its empty cells', () => {
  const [table] = tablesIn(
    findAlignedTables(splitLines('地区\t2021年\t2022年\n北京\t\t17574\n广东\t12990\t14319')),
  )
  expect(textsOf(table)).toEqual([
    ['地区', '2021年', '2022年'],
    ['北京', '', '17574'],
    ['广东', '12990', '14319'],
  ])
})

test('cells parted by one blank become a table below a line with a word for each', () => {
  const text = [
    '表一 主要指标',
    '指标名称 单位 完成额 同比增减%',
    '单位个数 38671 -',
    '软件业务收入合计 亿元 26298.3  14.7 ',
    '其中:1、软件产品收入 亿元 7441.9  13.6',
    '利润总额 亿元 3227.5 10.5',
    '注:为快报数。',
  ].join('\n')
  const items = findSpacedTables(splitLines(text))
  const [table] = tablesIn(items)
  expect(items).toHaveLength(3)
  expect(textsOf(table)).toEqual([
    ['指标名称', '单位', '完成额', '同比增减%'],
    ['单位个数', '', '38671', '-'],
    ['软件业务收入合计', '亿元', '26298.3', '14.7'],
    ['其中：1、软件产品收入', '亿元', '7441.9', '13.6'],
    ['利润总额', '亿元', '3227.5', '10.5'],
  ])
  expect(table?.rows[2]?.[2]).toMatchObject({ line: 4, column: 13 })
})

test('one word may stand behind the figures of such a table', () => {
  const text =
    '指标 2020年 2025年 属性\n5G基站数 2.9 15 预期性\n千兆宽带用户数 42.1 600 预期性\n电信业务收入 475.8 650 预期性'
  const [table] = tablesIn(findSpacedTables(splitLines(text)))
  expect(textsOf(table)?.[1]).toEqual(['5G基站数', '2.9', '15', '预期性'])
})

test('lines that end with figures are no table without a line of words above', () => {
  const text = '附件 4\n第一章 总则 1\n第二章 发展目标 3\n第三章 主要任务 8'
  expect(tablesIn(findSpacedTables(splitLines(text)))).toEqual([])
})

test('names set in columns are no table', () => {
  expect(tablesIn(findAlignedTables(splitLines('主编  张三\n副主编  李四\n编辑  王五\n校对  赵六')))).toEqual(
    [],
  )
})

test('pipes become a table, the rows above the rule its header', () => {
  const items = findPipeTables(
    splitLines(
      '前文\n\n| 地区 | 收入（亿元） | 说明 |\n|:---|---:|---|\n| 北京 | 17574 | a\\|b |\n| **广东** | 14319 | |\n\n后文',
    ),
  )
  const [table] = tablesIn(items)
  expect(items).toHaveLength(3)
  expect(textsOf(table)).toEqual([
    ['地区', '收入（亿元）', '说明'],
    ['北京', '17574', 'a|b'],
    ['广东', '14319', ''],
  ])
  expect(headersOf(table)).toEqual([true, false, false])
  expect(table?.rows[2]?.[0]).toMatchObject({ line: 6, column: 5 })
})

test('a line with one pipe is text', () => {
  expect(tablesIn(findPipeTables(splitLines('首页 | 数据\n北京 | 广东')))).toEqual([])
})

test('cells that stand below each other become a table again, an empty unit included', () => {
  const cells = ['指标名称', '单位', '本期累计', '同比增减%']
  const rows = [
    ['企业个数', '39911', '-'],
    ['软件业务收入', '亿元', '25719', '25.0'],
    ['软件产品收入', '亿元', '6823', '23.5'],
    ['利润总额', '亿元', '2885', '20.5'],
  ]
  const text = ['软件业主要指标', ...cells, ...rows.flat(), '以上为快报数，后续以年报为准。'].join('\n\n')
  const items = findStackedTables(splitLines(text))
  const [table] = tablesIn(items)
  expect(items).toHaveLength(3)
  expect(textsOf(table)).toEqual([cells, ['企业个数', '', '39911', '-'], ...rows.slice(1)])
  expect(headersOf(table)).toEqual([true, false, false, false, false])
  expect(table?.rows[2]?.[2]).toMatchObject({ text: '25719', line: 21 })
})

test('a list of titles and page numbers is no table of stacked cells', () => {
  const text = ['目录', '软件业务收入平稳增长', '3', '电信业务总量提升', '7', '算力规模扩大', '12'].join('\n')
  expect(tablesIn(findStackedTables(splitLines(text)))).toEqual([])
})
