import { expect, test } from 'vitest'
import { chartData, chartSeries } from '../../../tests/support/chart-series.ts'
import { chartKinds } from '../kinds/index.ts'
import { drawings } from './index.ts'

const users = (region: string, base: number) =>
  chartSeries({
    indicator: 'broadband_users',
    region,
    basis: 'stock',
    figures: [2021, 2022, 2023, 2024].map((year, at) => `${year}-12 ${base + at * 310.5}万户`),
  })
const provinces = ['110000', '130000', '310000', '440000', '520000', '610000', '630000', '650000', '710000']
const data = chartData([users('CN', 90_000), ...provinces.map((region, at) => users(region, 100 + at * 700))])
const withGrowth = { ...data, growth: data.series }

const sizes = [358, 560, 924].flatMap((width) => [{ width }, { width, height: 150 }, { width, height: 900 }])

test.each(Object.values(chartKinds))('$id is drawn as high as it says beforehand', ({ id, heightOf }) => {
  for (const each of [data, withGrowth, chartData([])]) {
    const drawn = sizes.map((size) => drawings[id](each, { ...size, theme: 'light' }).height)
    expect(drawn).toEqual(sizes.map((size) => heightOf(each, size)))
  }
})
