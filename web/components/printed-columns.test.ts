import { expect, test } from 'vitest'
import { chartSeries } from '../../tests/support/chart-series.ts'
import { toTsv } from './data-table/to-tsv.ts'
import { numberColumns } from './printed-columns.ts'

const rows = [
  ['CN', '136509亿元'],
  ['110000', '311637931.6万元'],
].flatMap(([region, figure]) => {
  const series = chartSeries({
    indicator: 'software_revenue',
    region: region ?? '',
    basis: 'year',
    figures: [`2024 ${figure}`],
  })
  return series.points.map((point) => ({ series, point }))
})

const columnsOf = (some: typeof rows) => {
  const { value, printed } = numberColumns(some)
  return [value, ...printed]
}

test('numbers printed in several units stand in one, beside how each was printed, and are copied so', () => {
  const columns = columnsOf(rows)
  expect(columns.map(({ heading }) => heading.zh)).toEqual(['数值', '公布值'])
  expect(columns.map(({ cell }) => rows.map((row) => cell(row, 'zh')))).toEqual([
    ['136,509亿元', '31,163.79316亿元'],
    ['136,509亿元', '311,637,931.6万元'],
  ])
  expect(toTsv(columns, rows, 'zh').split('\n')).toEqual([
    '数值\t单位\t公布值\t公布单位',
    '136509\t亿元\t136509\t亿元',
    '31163.79316\t亿元\t311637931.6\t万元',
  ])
})

test('numbers of one unit stand as they were printed', () => {
  const [, beijing] = rows
  const columns = columnsOf(beijing ? [beijing] : [])
  expect(columns.map(({ heading }) => heading.zh)).toEqual(['公布值'])
  expect(columns.map(({ cell }) => beijing && cell(beijing, 'zh'))).toEqual(['311,637,931.6万元'])
})
