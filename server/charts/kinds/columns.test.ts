import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import { expect, test } from 'vitest'
import { boxesOf, chartData, chartSeries, renderSvg, textsOf } from '../../../tests/support/chart-series.ts'
import { drawColumns } from '../drawings/columns.ts'
import { themes } from '../palette.ts'

const telecom = chartSeries({
  indicator: 'telecom_revenue',
  basis: 'year',
  figures: ['2018 13010亿元', '2020 1.36万亿元', '2023 初1.68万亿元', '2024 初1.74万亿元', '2025 1.75万亿元'],
})
const picture = drawColumns(chartData([telecom]), { width: 560, theme: 'light' })
const [bars, , missing] = picture.option['series'] as readonly [
  BarSeriesOption,
  LineSeriesOption,
  LineSeriesOption,
]
const items = bars.data as readonly { itemStyle: { color: string; borderColor?: string } }[]

test('the axis starts from zero though no figure is near it', () => {
  expect(picture.option['yAxis']).toMatchObject({ min: 0, max: 2e12 })
})

test('negative growth hangs below zero', () => {
  const profit = chartSeries({
    indicator: 'software_profit',
    measure: 'yoy_pct',
    basis: 'cumulative',
    figures: ['2022-01/2022-02 -7.6%', '2022-Q1 -3.9%', '2022 5.7%'],
  })
  expect(drawColumns(chartData([profit]), { width: 560, theme: 'light' }).option['yAxis']).toMatchObject({
    min: -10,
  })
})

test('the latest bar alone has the accent, preliminary ones are outlines', () => {
  const { accent, rest } = themes.light
  expect(items.map(({ itemStyle }) => itemStyle.color === accent)).toEqual([false, false, false, false, true])
  expect(items.map(({ itemStyle }) => itemStyle.borderColor)).toEqual([
    undefined,
    undefined,
    rest,
    rest,
    undefined,
  ])
})

test('years without a figure are dashes, never zero', () => {
  expect(missing.data).toHaveLength(3)
  expect(textsOf(renderSvg(picture, 560)).filter((text) => text === '—')).toHaveLength(3)
})

test('numbers on the bars share their decimals', () => {
  expect(textsOf(renderSvg(picture, 560))).toEqual(
    expect.arrayContaining(['1.30', '1.36', '1.68', '1.74', '1.75']),
  )
})

test('on a phone every label stays within the picture', () => {
  const boxes = boxesOf(renderSvg(drawColumns(chartData([telecom]), { width: 340, theme: 'dark' }), 340))
  expect(boxes.filter(({ left, right }) => left < 0 || right > 340)).toEqual([])
})
