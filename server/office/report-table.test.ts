import { describe, expect, test } from 'vitest'
import { chartData, chartSeries } from '../../tests/support/chart-series.ts'
import { officeChart, regional, software, telecom } from '../../tests/support/office-charts.ts'
import { reportTable } from './report-table.ts'
import { tableSubtitle } from './unit-words.ts'

const labelsOf = (table: ReturnType<typeof reportTable>) => table.columns.map(({ label }) => label)

describe('the table of a trend', () => {
  const printed = ['2021 9.5万亿元', '2022 108126亿元', '2023 123258亿元']
  const series = (figures: readonly string[]) =>
    chartData([chartSeries({ indicator: 'software_revenue', basis: 'year', figures })])

  test('says digits alone, in a unit that has none that was not printed, the newest first', () => {
    const table = reportTable('trend', series(printed))
    expect(table.unit).toBe('万亿元')
    expect(table.rows).toEqual([
      ['2023年', '12.3258'],
      ['2022年', '10.8126'],
      ['2021年', '9.5'],
    ])
  })

  test('keeps the unit in which all of it was printed', () => {
    const table = reportTable('trend', series(printed.slice(1)))
    expect([table.unit, table.rows[0]]).toEqual(['亿元', ['2023年', '123,258']])
  })

  test('is named with its unit in the place of that of the chart', () => {
    const chart = officeChart('trend', series(printed.slice(1)))
    expect(chart.words.subtitle).toMatch(/ · 万亿元$/)
    expect(tableSubtitle(chart)).toMatch(/ · 单位：亿元$/)
    expect(tableSubtitle(chart)).not.toContain('万亿元')
  })

  test('says status only where not every number is final', () => {
    expect(labelsOf(reportTable('trend', series(printed)))).not.toContain('状态')
    const table = reportTable('trend', chartData([software]))
    expect(labelsOf(table)).toContain('状态')
    expect(table.rows[0]?.at(-1)).toBe('初步统计')
  })

  test('has the newest periods of many, and only they decide about the unit', () => {
    const years = Array.from({ length: 30 }, (_, at) => `${1995 + at} ${at < 6 ? '1万亿元' : '20000亿元'}`)
    const table = reportTable('trend', series(years))
    expect(table.rows.map(([year]) => year)).toEqual(Array.from({ length: 24 }, (_, at) => `${2024 - at}年`))
    expect([table.unit, table.rows[0]?.[1]]).toEqual(['亿元', '20,000'])
  })
})

test('years stand beside one another from the newest', () => {
  const table = reportTable('yearly', chartData([software]))
  expect(labelsOf(table)).toEqual(['月份', '2023年', '2022年', '2021年'])
  expect(table.rows.at(-1)).toEqual(['1—12月', '—', '108,120', '94,800'])
})

test('a preliminary number among others says so in its cell', () => {
  const table = reportTable(
    'trend',
    chartData([telecom, { ...telecom, region: regional[1]?.region ?? telecom.region }]),
  )
  expect(table.rows.find(([year]) => year === '2022年')?.[1]).toBe('1.58（初步统计）')
})

test('a ranking is in the unit and the digits of its bars', () => {
  const table = reportTable('ranking', chartData(regional))
  expect(table.unit).toBe('亿元')
  expect(table.rows.flat().join()).not.toContain('亿元')
  expect(table.rows.find(([, region]) => region === '全国')?.[2]).toBe('136,126')
})

test('a number that was derived keeps its interval, in the unit of the table', () => {
  const [first] = telecom.points
  if (!first) throw new Error('no point')
  const derived = {
    method: 'decumulate',
    parents: [],
    against: { zh: '', en: '' },
    isAcrossBreak: false,
  } as const
  const point = {
    ...first,
    derived,
    printedValue: '',
    printedUnit: '',
    value: 1.3e12,
    low: 1.29e12,
    high: 1.31e12,
  }
  const table = reportTable('trend', chartData([{ ...telecom, points: [point] }]))
  expect(table.rows[0]?.[1]).toBe('1.30（推算，1.29—1.31）')
  expect(table.unit).toBe('万亿元')
})

test('what has no numbers has no unit', () => {
  expect(reportTable('coverage', chartData(regional)).unit).toBe('')
  expect(reportTable('trend', chartData([])).rows).toEqual([])
})
