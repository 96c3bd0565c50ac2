import { expect, test } from 'vitest'
import { boxesOf, chartData, chartSeries, renderSvg, textsOf } from '../../../tests/support/chart-series.ts'
import { drawHeatmap } from '../drawings/heatmap.ts'
import { chartTables } from '../tables/index.ts'
import { heatmap } from './heatmap.ts'

const users = (region: string, figures: readonly string[]) =>
  chartSeries({ indicator: 'broadband_users', region, basis: 'stock', figures })
const data = chartData([
  users('CN', ['2022-12 58965万户', '2023-12 63631万户', '2024-12 67000万户']),
  users('540000', ['2022-12 130.5万户', '2023-12 145.1万户']),
  users('110000', ['2022-12 950.4万户', '2024-12 992.1万户', '2024-06 980.0万户'].toSorted()),
  users('440000', ['2022-12 4500.2万户', '2023-12 4800.8万户', '2024-12 5049.5万户']),
  users('320000', ['2022-12 4400.0万户', '2023-12 4700.9万户', '2024-12 4891.3万户']),
  users('710000', []),
])
const picture = drawHeatmap(data, { width: 640, theme: 'light' })
const texts = textsOf(renderSvg(picture, 640))

test('columns are the same months of each year, lines stand in the order of the last', () => {
  expect(texts).toEqual(expect.arrayContaining(['2022', '2023', '2024']))
  expect(chartTables.heatmap(data).columns.map(({ label }) => label)).toEqual([
    '地区',
    '2022年12月末',
    '2023年12月末',
    '2024年12月末',
  ])
  expect(picture.lanes.map((lane) => lane[0]?.region)).toEqual(['440000', '320000', '110000', '540000'])
})

test('a cell without a number is a dash, and can be pointed at', () => {
  expect(texts.filter((text) => text === '—')).toHaveLength(2)
  expect(picture.lanes[2]?.[1]?.text).toBe('北京，无数据')
  expect(picture.lanes[0]?.[2]?.tip.value).toBe('5,049.5万户')
})

test('numbers stand in the cells only where every one has room', () => {
  expect(texts).toContain('5,049.5')
  const narrow = textsOf(renderSvg(drawHeatmap(data, { width: 150, theme: 'light' }), 150))
  expect(narrow.filter((text) => text === '4,800.8')).toHaveLength(0)
})

test('both ends of the scale are in the legend, the nation is not among the cells', () => {
  expect(texts.filter((text) => text === '130.5')).toHaveLength(2)
  expect(texts).not.toContain('67,000')
})

test('no text covers another in a line of cells at the width of a phone', () => {
  const boxes = boxesOf(renderSvg(drawHeatmap(data, { width: 340, theme: 'light' }), 340))
  expect(boxes.every(({ left, right }) => left >= -1 && right <= 341)).toBe(true)
})

test('the words say the years, who leads and how many rose', () => {
  const { subtitle, sentence, foot } = heatmap.describe(data)
  expect(subtitle).toBe('2022—2024年各年12月末 · 万户')
  expect(sentence).toBe(
    '2024年12月末，固定互联网宽带接入用户居前的是广东（5,049.5万户）、江苏（4,891.3万户）和北京（992.1万户）；与2022年12月末相比，3个地区中3个上升。',
  )
  expect(foot).toContain('未纳入统计：台湾')
})

test('one year is no heatmap', () => {
  expect(heatmap.fits(data.series)).toBe(true)
  expect(heatmap.fits(data.series.map((each) => ({ ...each, points: each.points.slice(0, 1) })))).toBe(false)
})

test('over a change of 口径 the sentence does not count who rose, but says that there is one', () => {
  const series = data.series.map((each) => ({
    ...each,
    points: each.points.map((point, at) =>
      at === 1 ? { ...point, break: { zh: '统计范围调整', en: 'Scope changed' } } : point,
    ),
  }))
  const { sentence } = heatmap.describe({ ...data, series })
  expect(sentence).not.toContain('上升')
  expect(sentence).toMatch(/口径调整，前后不可直接比较。$/)
  expect(heatmap.describe(data).sentence).toContain('上升')
})
