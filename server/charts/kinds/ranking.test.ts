import type { BarSeriesOption } from 'echarts/charts'
import { expect, test } from 'vitest'
import { chartData, chartSeries, renderSvg, textsOf } from '../../../tests/support/chart-series.ts'
import { colorOfRegion, themes } from '../palette.ts'
import { ranking } from './ranking.ts'

const growth = (region: string, figure: string) =>
  chartSeries({
    indicator: 'software_revenue',
    region,
    measure: 'yoy_pct',
    basis: 'cumulative',
    figures: figure === '' ? [] : [`2025-01/2025-05 ${figure}`],
  })
const zones = [
  growth('CN', '11.2%'),
  growth('CN-EAST', '11.3%'),
  growth('CN-CENTRAL', '11.8%'),
  growth('CN-WEST', '11.0%'),
  growth('CN-NORTHEAST', '9.2%'),
]
const frame = { width: 560, theme: 'light' } as const
const picture = ranking.draw(chartData(zones), frame)
const texts = textsOf(renderSvg(picture, 560))

test('regions stand from the highest to the lowest with their printed numbers', () => {
  expect(picture.option['yAxis']).toMatchObject({ data: ['中部', '东部', '西部', '东北'] })
  expect(texts).toEqual(expect.arrayContaining(['11.8%', '11.3%', '11.0%', '9.2%']))
})

test('bars start from zero', () => {
  expect(picture.option['xAxis']).toMatchObject({ min: 0, max: 11.8 })
})

test('the nation is a line where it is a yardstick, not a bar', () => {
  expect(texts).toContain('全国 11.2%')
})

test('the nation is no yardstick for what adds up to it', () => {
  const level = (region: string, figure: string) =>
    chartSeries({
      indicator: 'software_revenue',
      region,
      basis: 'cumulative',
      figures: [`2024-01/2024-05 ${figure}`],
    })
  const data = chartData([
    level('CN', '49317亿元'),
    level('110000', '11070亿元'),
    level('440000', '8513亿元'),
  ])
  const drawn = ranking.draw(data, frame)
  expect(drawn.option['xAxis']).toMatchObject({ max: 11070e8 })
  expect(textsOf(renderSvg(drawn, 560)).join()).not.toContain('全国')
  expect(ranking.describe(data).subtitle).toBe('2024年1—5月 · 亿元 · 全国49,317亿元')
})

test('a zone keeps its colour and the chosen region has the accent', () => {
  const [bars] = ranking.draw(chartData(zones, { selected: 'CN-EAST' }), frame).option['series'] as [
    BarSeriesOption,
  ]
  const colors = (bars.data as readonly { itemStyle: { color: string } }[]).map(
    ({ itemStyle }) => itemStyle.color,
  )
  expect(colors.slice(0, 2)).toEqual([colorOfRegion('CN-CENTRAL', themes.light), themes.light.accent])
})

test('negative numbers stand left of zero with room for their labels', () => {
  const profit = chartData([growth('CN-EAST', '9.9%'), growth('CN-WEST', '-4.2%')])
  const drawn = ranking.draw(profit, { width: 340, theme: 'light' })
  expect(drawn.option['xAxis']).toMatchObject({ min: -4.2, max: 9.9 })
  expect(textsOf(renderSvg(drawn, 340))).toContain('−4.2%')
})

test('the sentence ranks, and gives the nation', () => {
  expect(ranking.describe(chartData(zones)).sentence).toBe(
    '2025年1—5月，软件业务收入同比增长从高到低依次为中部（11.8%）、东部（11.3%）、西部（11.0%）和东北（9.2%）；全国（11.2%）。',
  )
})

test('regions without a number are listed and stand last in the table', () => {
  const { foot, table } = ranking.describe(chartData([...zones, growth('540000', ''), growth('630000', '')]))
  expect(foot).toContain('无数据（2）：西藏、青海')
  expect(table.rows.slice(-2)).toEqual([
    ['—', '西藏', '—', '—'],
    ['—', '青海', '—', '—'],
  ])
})

test('left to itself it takes the latest period that most regions have', () => {
  const east = chartSeries({
    indicator: 'software_revenue',
    region: 'CN-EAST',
    measure: 'yoy_pct',
    basis: 'cumulative',
    figures: ['2025-01/2025-05 11.3%', '2025 13.0%'],
  })
  const data = chartData([east, ...zones.slice(2)])
  expect(ranking.describe(data).subtitle).toMatch(/^2025年1—5月/)
})
