import type { LineSeriesOption } from 'echarts/charts'
import { expect, test } from 'vitest'
import { chartData, chartSeries, renderSvg, textsOf } from '../../../tests/support/chart-series.ts'
import { drawSlope } from '../drawings/slope.ts'
import { themes } from '../palette.ts'
import { ownColorOf } from '../region-colours.ts'
import { chartTables } from '../tables/index.ts'
import { slope } from './slope.ts'

const zone = (region: string, before: string, after: string) =>
  chartSeries({
    indicator: 'software_revenue',
    region,
    measure: 'yoy_pct',
    basis: 'cumulative',
    figures: [`2022-01/2022-05 ${before}`, `2025-01/2025-05 ${after}`],
  })
const data = chartData([
  zone('CN-EAST', '9.9%', '11.3%'),
  zone('CN-CENTRAL', '13.4%', '11.8%'),
  zone('CN-WEST', '16.6%', '11.0%'),
  zone('CN-NORTHEAST', '6.2%', '9.2%'),
])
const picture = drawSlope(data, { width: 340, theme: 'light' })
const lines = (picture.option['series'] as readonly LineSeriesOption[]).slice(0, 4)

test('a label that had to move has a leader, which is drawn beyond the plot in PNG too', () => {
  const near = chartData(
    ['110000', '310000', '440000'].map((region, at) => zone(region, `9.${at}%`, `11.${at}%`)),
  )
  const crowded = drawSlope(near, { width: 340, theme: 'light' })
  const leaders = [
    ...renderSvg(crowded, 340).matchAll(/<path d="M([\d.]+) [\d.]+L([\d.]+) [^>]*stroke-width="0.75"/g),
  ]
  expect(leaders.length).toBeGreaterThan(2)
  for (const [, from, to] of leaders) expect(Math.abs(Number(to) - Number(from))).toBeCloseTo(10, 0)
  // The lines of ECharts are clipped at the sides of the plot on a canvas, whatever they say: so none of them leads out.
  const out = (crowded.option['series'] as readonly LineSeriesOption[]).filter(
    ({ type, data: points }) =>
      type === 'line' &&
      (points ?? []).some((point) => Array.isArray(point) && (Number(point[0]) < 0 || Number(point[0]) > 1)),
  )
  expect(out).toEqual([])
})

test('both ends are labelled, with an arrow for the direction', () => {
  const texts = textsOf(renderSvg(picture, 340))
  expect(texts).toEqual(
    expect.arrayContaining([
      '西部 16.6%',
      '11.0%',
      '▼',
      '西部',
      '9.2%',
      '▲',
      '东北',
      '2022年1—5月',
      '2025年1—5月',
    ]),
  )
})

test('every line has the colour of its region; only the arrows are red or green, and a fall is dashed', () => {
  const styles = lines.map(({ lineStyle }) => [lineStyle?.color, Array.isArray(lineStyle?.type)])
  const color = (code: string) => ownColorOf(code, themes.light)
  expect(styles).toEqual([
    [color('CN-CENTRAL'), true],
    [color('CN-EAST'), false],
    [color('CN-WEST'), true],
    [color('CN-NORTHEAST'), false],
  ])
  const { rise, fall } = themes.light
  const arrows = [...renderSvg(picture, 340).matchAll(/fill="(#\w+)"[^>]*>([▲▼])/g)].map(
    ([, fill, arrow]) => [arrow, fill],
  )
  expect(arrows).toEqual(
    expect.arrayContaining([
      ['▲', rise],
      ['▼', fall],
    ]),
  )
})

test('labels of lines that end at about the same height do not overlap', () => {
  const svg = renderSvg(picture, 340)
  const heights = [...svg.matchAll(/<text[^>]*translate\([\d.-]+ ([\d.-]+)\)[^>]*>[▲▼]/g)].map(([, y]) =>
    Number(y),
  )
  const sorted = heights.toSorted((a, b) => a - b)
  expect(sorted).toHaveLength(4)
  for (const [index, height] of sorted.slice(1).entries())
    expect(height - (sorted[index] ?? 0)).toBeGreaterThanOrEqual(12)
})

test('the sentence counts rises and falls and gives the largest change', () => {
  expect(slope.describe(data).sentence).toBe(
    '2025年1—5月与2022年1—5月相比，软件业务收入同比增长有2个地区上升、2个地区下降；变动最大的是西部，由16.6%变为11.0%。',
  )
})

test('levels that differ by an order of magnitude are drawn and called logarithmic', () => {
  const province = (region: string, before: string, after: string) =>
    chartSeries({
      indicator: 'software_revenue',
      region,
      basis: 'cumulative',
      figures: [`2022-01/2022-10 ${before}亿元`, `2023-01/2023-10 ${after}亿元`],
    })
  const levels = chartData([province('110000', '18000', '21000'), province('520000', '600', '700')])
  expect(slope.describe(levels).foot[0]).toContain('对数刻度')
  expect(drawSlope(levels, { width: 560, theme: 'light' }).lanes[1]?.[0]?.at[1]).toBeCloseTo(
    Math.log10(600e8),
  )
})

test('a region with one period only is not drawn but listed', () => {
  const half = chartSeries({
    indicator: 'software_revenue',
    region: '520000',
    measure: 'yoy_pct',
    basis: 'cumulative',
    figures: ['2025-01/2025-05 20.2%'],
  })
  const withHalf = { ...data, series: [...data.series, half] }
  const words = slope.describe(withHalf)
  expect(words.foot).toContain('无数据（1）：贵州')
  expect(chartTables.slope(withHalf).rows.at(-1)).toEqual(['贵州', '—', '20.2%'])
})

const stations = chartData(
  [
    ['CN-EAST', '100万个', '180万个'],
    ['CN-WEST', '50万个', '90万个'],
  ].map(([region, before, after]) =>
    chartSeries({
      indicator: 'base_stations_5g',
      ...(region ? { region } : {}),
      basis: 'stock',
      figures: [`2022-08 ${before}`, `2023-08 ${after}`, `2024-08 ${after}`],
    }),
  ),
)

test('across a change of 口径 nothing rises or falls: dotted lines, no arrow, and the words say why', () => {
  const drawn = drawSlope(stations, { width: 340, theme: 'light' })
  expect(textsOf(renderSvg(drawn, 340)).join(' ')).not.toMatch(/[▲▼＝]/)
  const [line] = drawn.option['series'] as readonly LineSeriesOption[]
  expect(line?.lineStyle?.type).toEqual([2, 3])
  const { sentence, foot } = slope.describe(stations)
  expect(sentence).toBe('2024年8月末与2022年8月末相比，5G基站2023年3月起口径调整，前后不可直接比较。')
  expect(foot[0]).toContain('点线跨口径调整')
  expect(foot.filter((line) => line.startsWith('口径调整（2023年3月起）'))).toHaveLength(1)
})

test('a region whose own figures changed 口径 is named apart from those that compare', () => {
  const broken = stations.series.map((each, at) => ({
    ...each,
    points: each.points
      .slice(1)
      .map((point, place) =>
        at === 1 && place === 1 ? { ...point, break: { zh: '扩大范围', en: 'Wider' } } : point,
      ),
  }))
  expect(slope.describe({ ...stations, series: broken }).sentence).toBe(
    '2024年8月末与2023年8月末相比，5G基站有0个地区上升、0个地区下降；变动最大的是东部，由180万个变为180万个；西部2024年8月末起口径调整，前后不可直接比较。',
  )
})
