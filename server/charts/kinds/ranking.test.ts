import type { BarSeriesOption } from 'echarts/charts'
import { expect, test } from 'vitest'
import { chartData, chartSeries, renderSvg, textsOf } from '../../../tests/support/chart-series.ts'
import { drawRanking } from '../drawings/ranking.ts'
import { themes } from '../palette.ts'
import { colorOfRegion } from '../region-colours.ts'
import { chartTables } from '../tables/index.ts'
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
const picture = drawRanking(chartData(zones), frame)
const texts = textsOf(renderSvg(picture, 560))

test('regions stand from the highest to the lowest with their printed numbers', () => {
  expect(texts.slice(0, 5)).toEqual(['全国', '中部', '东部', '西部', '东北'])
  expect(texts).toEqual(expect.arrayContaining(['11.8%', '11.3%', '11.0%', '9.2%']))
})

test('bars start from zero', () => {
  expect(picture.option['xAxis']).toMatchObject({ min: 0, max: 11.8 })
})

test('the nation is a bar above the regions and a line through them where it is a yardstick', () => {
  const [bars] = picture.option['series'] as [BarSeriesOption]
  expect(bars.data?.[0]).toMatchObject({ value: 11.2 })
  expect(picture.option['xAxis']).toMatchObject({
    axisTick: { customValues: [11.2] },
    splitLine: { show: true },
  })
})

const level = (region: string, figure: string, period = '2024-01/2024-05') =>
  chartSeries({
    indicator: 'software_revenue',
    region,
    basis: 'cumulative',
    figures: [`${period} ${figure}`],
  })
const provinces = [
  level('110000', '11070亿元'),
  level('440000', '8513亿元'),
  level('320000', '5685亿元'),
  level('370000', '5374亿元'),
  level('310000', '4576亿元'),
  level('330000', '3400亿元'),
  level('510000', '2200亿元'),
  level('520000', '311亿元'),
]

test('a nation that the regions add up to has its number and no bar that would dwarf theirs', () => {
  const data = chartData([level('CN', '49317亿元'), ...provinces])
  const drawn = drawRanking(data, frame)
  const [bars] = drawn.option['series'] as [BarSeriesOption]
  expect(bars.data?.[0]).toMatchObject({ value: 0 })
  expect(drawn.option['xAxis']).toMatchObject({ max: 11070e8, show: false })
  expect(textsOf(renderSvg(drawn, 560))).toEqual(
    expect.arrayContaining(['全国', '49,317', ' 前三位合计占51%']),
  )
})

test('rows of different periods each say theirs, and those before the newest are paler', () => {
  const newest = level('110000', '15000亿元', '2024-01/2024-06')
  const data = chartData([newest, ...provinces.slice(1)], { isLatest: true })
  const drawn = drawRanking(data, frame)
  expect(textsOf(renderSvg(drawn, 560))).toEqual(expect.arrayContaining([' 2024年上半年', ' 2024年1—5月']))
  const [bars] = drawn.option['series'] as [{ data: readonly { itemStyle: { color: string } }[] }]
  expect(bars.data[0]?.itemStyle.color).toBe(themes.light.rest)
  expect(bars.data[1]?.itemStyle.color).not.toBe(themes.light.rest)
  const { subtitle, foot, sentence } = ranking.describe(data)
  const table = chartTables.ranking(data)
  expect(subtitle).toBe('各省最新，截至2024年上半年 · 亿元')
  expect(table.rows[1]?.slice(0, 4)).toEqual(['2', '广东', '2024年1—5月', '8,513亿元'])
  expect(foot[0]).toContain('早于2024年上半年的色浅')
  expect(sentence).toContain('北京（2024年上半年，15,000亿元）')
})

const growthAt = (region: string, figure: string) =>
  chartSeries({
    indicator: 'software_revenue',
    region,
    measure: 'yoy_pct',
    basis: 'cumulative',
    figures: [`2024-01/2024-05 ${figure}`],
  })

test('growth stands beside the level, up or down, and where there is none a dash', () => {
  const data = chartData(provinces.slice(0, 3), {
    growth: [growthAt('110000', '14.8%'), growthAt('440000', '-1.2%')],
  })
  const shown = textsOf(renderSvg(drawRanking(data, { width: 340, theme: 'light' }), 340))
  expect(shown).toEqual(expect.arrayContaining(['同比', '▲14.8%', '▼1.2%', '—']))
  expect(chartTables.ranking(data).rows[1]?.slice(1, 4)).toEqual(['广东', '8,513亿元', '−1.2%'])
})

test('growth that few regions have is no column', () => {
  const growth = [growthAt('110000', '14.8%')]
  expect(textsOf(renderSvg(drawRanking(chartData(provinces, { growth }), frame), 560))).not.toContain(
    '▲14.8%',
  )
})

test('numbers printed to the last digit are said at one scale, and so in the table of a report', () => {
  const data = chartData([
    level('110000', '311637931.6万元'),
    level('630000', '12042.5万元'),
    level('370000', '53740000.1万元'),
  ])
  expect(textsOf(renderSvg(drawRanking(data, frame), 560))).toEqual(
    expect.arrayContaining(['31,164', '5,374', '1.20']),
  )
  const { subtitle, sentence } = ranking.describe(data)
  const table = chartTables.ranking(data)
  expect(subtitle).toBe('2024年1—5月 · 亿元')
  expect(sentence).toContain('北京（31,164亿元）')
  expect(table.rows.map((row) => row[2])).toEqual(['31,164亿元', '5,374亿元', '1.20亿元'])
})

test('Hong Kong, Macao and Taiwan are not missing: these statistics do not count them', () => {
  const none = (region: string) =>
    chartSeries({ indicator: 'software_revenue', region, basis: 'cumulative', figures: [] })
  const { foot } = ranking.describe(chartData([...provinces, none('540000'), none('810000'), none('710000')]))
  expect(foot).toEqual(expect.arrayContaining(['无数据（1）：西藏', '未纳入统计：香港、台湾']))
})

test('a zone keeps its colour and the chosen region has the accent', () => {
  const [bars] = drawRanking(chartData(zones, { selected: 'CN-EAST' }), frame).option['series'] as [
    BarSeriesOption,
  ]
  const colors = (bars.data as readonly { itemStyle: { color: string } }[]).map(
    ({ itemStyle }) => itemStyle.color,
  )
  expect(colors.slice(1, 3)).toEqual([colorOfRegion('CN-CENTRAL', themes.light), themes.light.accent])
})

test('negative numbers stand left of zero with room for their labels', () => {
  const profit = chartData([growth('CN-EAST', '9.9%'), growth('CN-WEST', '-4.2%')])
  const drawn = drawRanking(profit, { width: 340, theme: 'light' })
  expect(drawn.option['xAxis']).toMatchObject({ min: -4.2, max: 9.9 })
  expect(textsOf(renderSvg(drawn, 340))).toContain('−4.2%')
})

test('the sentence ranks, and gives the nation', () => {
  expect(ranking.describe(chartData(zones)).sentence).toBe(
    '2025年1—5月，软件业务收入同比增长从高到低依次为中部（11.8%）、东部（11.3%）、西部（11.0%）和东北（9.2%）；全国（11.2%）。',
  )
})

test('regions without a number are listed and stand last in the table', () => {
  const data = chartData([...zones, growth('540000', ''), growth('630000', '')])
  expect(ranking.describe(data).foot).toContain('无数据（2）：西藏、青海')
  expect(chartTables.ranking(data).rows.slice(-2)).toEqual([
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

test('a nation that is a sum of provinces says so, and the compilation stands in the subtitle', () => {
  const nation = level('CN', '49317亿元')
  const derived = {
    method: 'regions_sum',
    parents: [],
    against: { zh: '', en: '' },
    isAcrossBreak: false,
  } as const
  const summed = { ...nation, points: nation.points.map((point) => ({ ...point, derived })) }
  const data = chartData([summed, ...provinces].map((each) => ({ ...each, compilation: 'annual' as const })))
  expect(textsOf(renderSvg(drawRanking(data, frame), 560))).toContain(' 推算 · 前三位合计占51%')
  expect(ranking.describe(data).subtitle).toBe('2024年1—5月 · 年报 · 亿元')
})

test('a figure from before a change of 口径 is hollow and said not to compare, beside what else to beware of', () => {
  const stations = (region: string, figure: string) =>
    chartSeries({ indicator: 'base_stations_5g', region, basis: 'stock', figures: [figure] })
  const data = chartData(
    [
      stations('440000', '2024-12 40万个'),
      stations('320000', '2022-12 20万个'),
      stations('520000', '2023-12 15万个'),
    ],
    { isLatest: true },
  )
  const [bars] = drawRanking(data, frame).option['series'] as [BarSeriesOption]
  const isHollow = bars.data?.map((bar) => Object.hasOwn(Object(bar).itemStyle, 'borderColor'))
  expect(isHollow).toEqual([false, true, false])
  const { foot, sentence } = ranking.describe(data)
  expect(foot).toContain('口径调整以前的（1，空心）不可与其余比较：江苏')
  expect(foot.filter((line) => line.startsWith('口径调整（2023年3月起）'))).toHaveLength(1)
  expect(foot.some((line) => line.startsWith('口径：部分地方公布的数据含逻辑站'))).toBe(true)
  expect(sentence).toContain('；2023年3月起口径调整，前后不可直接比较')
})

test('of growth that was printed for some, those it was derived for are named, and those across a change of 口径', () => {
  const derived = growthAt('440000', '-1.2%')
  const made = {
    ...derived,
    points: derived.points.map((point) => ({
      ...point,
      derived: { method: 'yoy' as const, parents: [], against: { zh: '', en: '' }, isAcrossBreak: true },
    })),
  }
  const data = chartData(provinces.slice(0, 3), {
    growth: [growthAt('110000', '14.8%'), made, growthAt('320000', '3.1%')],
  })
  expect(textsOf(renderSvg(drawRanking(data, frame), 560))).toContain('同比（部分推算）')
  expect(ranking.describe(data).foot).toContain(
    '同比为公布值；广东没有公布，为推算（与上年同期的数值相除）；跨口径调整的可能与公布的同比相差很大：广东',
  )
})
