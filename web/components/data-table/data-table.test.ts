import { describe, expect, test } from 'vitest'
import { partColumns } from './part-columns.ts'
import { nextSort, sortRows } from './sort-rows.ts'
import type { TableColumn } from './table-column.ts'
import { toTsv } from './to-tsv.ts'

interface Row {
  readonly name: string
  readonly value: string | null
  readonly unit: string
}

const text = (word: string) => ({ zh: word, en: word })
const name: TableColumn<Row> = {
  id: 'name',
  heading: text('名称'),
  type: 'text',
  isHead: true,
  cell: (row) => row.name,
}
const value: TableColumn<Row> = {
  id: 'value',
  heading: text('数值'),
  type: 'number',
  stays: true,
  cell: (row) => row.value && `${row.value}${row.unit}`,
  order: (row) => (row.value === null ? null : Number(row.value)),
  copied: [
    { heading: text('数值'), cell: (row) => row.value },
    { heading: text('单位'), cell: (row) => row.unit },
  ],
}
const unit: TableColumn<Row> = { id: 'unit', heading: text('单位'), type: 'text', cell: (row) => row.unit }
const columns = [name, value, unit]
const rows: readonly Row[] = [
  { name: '北京', value: '9', unit: '亿元' },
  { name: '广东', value: null, unit: '亿元' },
  { name: '江苏', value: '-10', unit: '亿元' },
]
const names = (sorted: readonly Row[]) => sorted.map((row) => row.name)

describe('sorting', () => {
  test('is by the number and not its text, and leaves rows without one last either way', () => {
    expect(names(sortRows(rows, value, { by: 'value', direction: 'descending' }))).toEqual([
      '北京',
      '江苏',
      '广东',
    ])
    expect(names(sortRows(rows, value, { by: 'value', direction: 'ascending' }))).toEqual([
      '江苏',
      '北京',
      '广东',
    ])
  })

  test('goes by pinyin where a column holds words', () => {
    expect(names(sortRows(rows, name, { by: 'name', direction: 'ascending' }))).toEqual([
      '北京',
      '广东',
      '江苏',
    ])
  })

  test('begins with the largest number or the first word, turns, and goes back to how it was', () => {
    const first = nextSort(value, undefined, undefined)
    const second = nextSort(value, first, undefined)
    expect([first?.direction, second?.direction, nextSort(value, second, undefined)]).toEqual([
      'descending',
      'ascending',
      undefined,
    ])
    expect(nextSort(name, second, undefined)).toEqual({ by: 'name', direction: 'ascending' })
  })
})

describe('columns', () => {
  test('in which all rows are the same are said once, but for those that stay', () => {
    const { shown, constant } = partColumns(columns, rows)
    expect([shown, constant]).toEqual([[name, value], [unit]])
  })

  test('of one row are all shown', () => {
    expect(partColumns(columns, rows.slice(0, 1)).shown).toEqual(columns)
  })

  test('without anything are left out', () => {
    const empty = rows.map((row) => ({ ...row, unit: '' }))
    expect(partColumns(columns, empty)).toEqual({ shown: [name, value], constant: [] })
  })
})

describe('what is copied', () => {
  test('has headings and numbers apart from their units', () => {
    expect(toTsv([name, value], rows, 'zh')).toBe(
      '名称\t数值\t单位\n北京\t9\t亿元\n广东\t\t亿元\n江苏\t-10\t亿元',
    )
  })

  test('stays one cell a cell, and nothing in it runs', () => {
    const odd = [{ name: '=1+1\t甲\n乙', value: '1', unit: '' }]
    expect(toTsv([name, value], odd, 'zh')).toBe("名称\t数值\n'=1+1 甲 乙\t1")
  })
})
