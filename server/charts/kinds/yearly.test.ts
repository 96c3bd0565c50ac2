import type { LineSeriesOption } from 'echarts/charts'
import { expect, test } from 'vitest'
import { chartData, chartSeries, renderSvg, textsOf } from '../../../tests/support/chart-series.ts'
import { drawYearly } from '../drawings/yearly.ts'
import { themes } from '../palette.ts'
import { chartTables } from '../tables/index.ts'
import { yearly } from './yearly.ts'

const software = chartSeries({
  indicator: 'software_revenue',
  basis: 'cumulative',
  figures: [
    '2024-Q1 28020亿元',
    '2024-01/2024-05 49317亿元',
    '2024 137276亿元',
    '2025-Q1 31479亿元',
    '2025-01/2025-05 55788亿元',
    '2025 154831亿元',
    '2026-Q1 34920亿元',
    '2026-01/2026-05 62451亿元',
  ],
})
const data = chartData([software])
const picture = drawYearly(data, { width: 560, theme: 'light' })
const lines = picture.option['series'] as readonly LineSeriesOption[]

test('each year is a line over the months, the latest in the accent and the widest', () => {
  const widths = lines.slice(0, 3).map(({ lineStyle }) => lineStyle?.width)
  expect(widths).toEqual([1.75, 2, 3])
  expect(lines[2]?.lineStyle?.color).toBe(themes.light.accent)
  expect(picture.lanes.map((lane) => lane.map(({ at }) => at[0]))).toEqual([
    [3, 5, 12],
    [3, 5, 12],
    [3, 5],
  ])
})

test('every year is named, the latest with its printed number', () => {
  const texts = textsOf(renderSvg(picture, 560))
  expect(texts).toEqual(expect.arrayContaining(['2024年', '2025年', '2026年', '62,451亿元']))
})

test('cumulative figures start from zero', () => {
  expect(picture.option['yAxis']).toMatchObject({ min: 0 })
})

test('the table has the months down and the years across', () => {
  const { columns, rows } = chartTables.yearly(data)
  expect(columns.map(({ label }) => label)).toEqual(['月份', '2024年', '2025年', '2026年'])
  expect(rows).toEqual([
    ['一季度', '28,020亿元', '31,479亿元', '34,920亿元'],
    ['1—5月', '49,317亿元', '55,788亿元', '62,451亿元'],
    ['1—12月', '137,276亿元', '154,831亿元', '—'],
  ])
})

test('the sentence holds the latest figure against the same months of the years before', () => {
  expect(yearly.describe(data).sentence).toBe(
    '2026年1—5月，全国软件业务收入为62,451亿元。2025年1—5月为55,788亿元，2024年1—5月为49,317亿元。',
  )
})

test('fits one series of several years, not whole years', () => {
  expect(yearly.fits([software])).toBe(true)
  expect(yearly.fits([software, software])).toBe(false)
  expect(yearly.fits([{ ...software, basis: 'year' }])).toBe(false)
})
