import type { LineSeriesOption } from 'echarts/charts'
import { expect, test } from 'vitest'
import { chartData, chartSeries, renderSvg } from '../../tests/support/chart-series.ts'
import { sparkline } from './sparkline.ts'

const software = chartSeries({
  indicator: 'software_revenue',
  basis: 'cumulative',
  figures: [
    '2023-Q1 24000亿元',
    '2023-01/2023-05 43238亿元',
    '2024-Q1 28020亿元',
    '2024-01/2024-05 49317亿元',
    '2025-Q1 31479亿元',
    '2025-01/2025-05 55788亿元',
  ],
})
const picture = sparkline.draw(chartData([software]), { width: 120, height: 32, theme: 'dark' })
const [line] = picture.option['series'] as readonly LineSeriesOption[]
const items = line?.data as readonly { value: readonly number[]; symbolSize: number }[]

test('a cumulative series is shown by the same months of each year', () => {
  expect(items.map(({ value }) => value[1])).toEqual([43238e8, 49317e8, 55788e8])
})

test('only the last point is marked', () => {
  expect(items.map(({ symbolSize }) => symbolSize > 3)).toEqual([false, false, true])
})

test('it has no text and nothing to point at', () => {
  expect(renderSvg(picture, 120)).not.toContain('<text')
  expect(picture.lanes).toEqual([])
  expect(picture.height).toBe(32)
})
