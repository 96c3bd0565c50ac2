import type { LineSeriesOption } from 'echarts/charts'
import { describe, expect, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { boxesOf, chartData, chartSeries, renderSvg, textsOf } from '../../../tests/support/chart-series.ts'
import { overlaps, textBoxesIn } from '../../../tests/support/text-boxes.ts'
import type { ChartSeries, Frame, Picture } from '../chart-kind.ts'
import { drawTrend } from '../drawings/trend.ts'
import { themes } from '../palette.ts'
import { chartTables } from '../tables/index.ts'
import { trend } from './trend.ts'

interface Item {
  readonly value: readonly unknown[]
  readonly itemStyle: { readonly color: string }
}

const { regions } = readCatalog('data/catalog')
const frame: Frame = { width: 560, theme: 'light' }
const seriesIn = ({ option }: Picture) => option['series'] as readonly LineSeriesOption[]
const lineIn = (picture: Picture) => seriesIn(picture)[0]?.data as readonly Item[]
const valuesIn = (picture: Picture) => lineIn(picture).map(({ value }) => value[1])
const bridgesIn = (picture: Picture) => seriesIn(picture).at(-1)?.data ?? []

const software = chartSeries({
  indicator: 'software_revenue',
  basis: 'cumulative',
  figures: [
    '2022-01/2022-10 84214亿元',
    '2022-01/2022-11 94672亿元',
    '2022 108126亿元',
    '2023-01/2023-02 14461亿元',
    '2023-01/2023-04 33166亿元',
    '2023-01/2023-05 43238亿元',
  ],
})

const subscribers = chartSeries({
  indicator: 'mobile_5g_users',
  basis: 'stock',
  figures: [
    '2024-11 10.02亿户',
    '2024-12 10.14亿户',
    '2025-02 10.51亿户',
    '2025-03 10.68亿户',
    '2025-08 11.54亿户',
  ],
})

const telecom = chartSeries({
  indicator: 'telecom_revenue',
  basis: 'year',
  figures: ['2022 1.58万亿元', '2023 初1.68万亿元', '2024 初1.74万亿元', '2025 1.75万亿元'],
})

describe('a cumulative series', () => {
  const picture = drawTrend(chartData([software]), frame)

  test('starts again in January: December is not joined to the next February', () => {
    expect(valuesIn(picture)).toEqual([84214e8, 94672e8, 108126e8, '-', 14461e8, '-', 33166e8, 43238e8])
  })

  test('has a bridge over the missing March and none over the new year', () => {
    const places = bridgesIn(picture).map((item) => (Array.isArray(item) ? item[1] : item))
    expect(places).toEqual([14461e8, 33166e8, '-'])
  })

  test('of growth does not start again', () => {
    const growth = chartSeries({
      indicator: 'software_revenue',
      measure: 'yoy_pct',
      basis: 'cumulative',
      figures: ['2022 11.2%', '2023-01/2023-02 11.0%'],
    })
    expect(valuesIn(drawTrend(chartData([growth]), frame))).toEqual([11.2, 11])
  })
})

test('a stock is joined over a January that nobody published, and not over five months', () => {
  const picture = drawTrend(chartData([subscribers]), frame)
  expect(valuesIn(picture)).toEqual([10.02e8, 10.14e8, 10.51e8, 10.68e8, '-', 11.54e8])
})

test('preliminary figures are hollow, final ones are not', () => {
  const line = lineIn(drawTrend(chartData([telecom]), frame))
  expect(line.map(({ itemStyle }) => itemStyle.color === themes.light.ground)).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('the last printed number stands at the end of the line as text', () => {
  const texts = textsOf(renderSvg(drawTrend(chartData([software]), frame), 560))
  expect(texts).toContain('43,238亿元')
  expect(texts).toContain('2023年1—5月')
  expect(texts).toContain('万亿元')
})

test.each([
  [340, 'light'],
  [340, 'dark'],
  [1150, 'light'],
] as const)('at %d pixels in the %s theme no text leaves the picture', (width, theme) => {
  for (const series of [software, subscribers, telecom]) {
    const boxes = boxesOf(renderSvg(drawTrend(chartData([series]), { width, theme }), width))
    expect(boxes.length).toBeGreaterThan(3)
    expect(boxes.filter(({ left, right }) => left < -1 || right > width + 1)).toEqual([])
  }
})

test('a change of 口径 between the numbers is drawn and said', () => {
  const stations = chartSeries({
    indicator: 'base_stations_5g',
    basis: 'stock',
    figures: ['2023-02 238.4万个', '2023-04 273.3万个'],
  })
  const data = chartData([stations])
  expect(textsOf(renderSvg(drawTrend(data, frame), 560))).toContain('口径调整')
  expect(trend.describe(data).foot[0]).toMatch(/^口径调整（2023年3月起）：/)
  const tips = drawTrend(data, frame).lanes[0]?.map(({ tip }) => tip.lines.at(-1))
  expect(tips?.map((line) => line?.startsWith('口径调整'))).toEqual([false, true])
})

test('lines are named at their ends as long as the names fit, beyond that in a legend', () => {
  const named = [...regions.values()]
    .filter(({ kind }) => kind === 'province')
    .map(({ code }, index) =>
      chartSeries({
        indicator: 'software_revenue',
        region: code,
        basis: 'year',
        figures: ['2021 9000亿元', `2022 ${9500 + index * 10}亿元`],
      }),
    )
  const drawn = (series: readonly ChartSeries[]) => drawTrend(chartData(series), frame)
  expect(drawn(named).option['legend']).toBeDefined()
  const eight = drawn(named.slice(0, 8))
  expect(eight.option['legend']).toBeUndefined()
  expect(textsOf(renderSvg(eight, 560))).toEqual(expect.arrayContaining(['北京', '天津', '黑龙江']))
})

describe('the label of a line', () => {
  const growth = (region: string, ...figures: string[]) =>
    chartSeries({ indicator: 'software_revenue', region, measure: 'yoy_pct', basis: 'cumulative', figures })
  const series = [
    growth('CN', '2021-01/2021-05 22%', '2023-01/2023-05 13%', '2026-01/2026-05 12%'),
    growth('520000', '2021-01/2021-05 59%', '2022-01/2022-05 12.4%'),
    growth('500000', '2021-01/2021-05 20%', '2022-01/2022-05 12.2%'),
    growth('440000', '2021-01/2021-05 18%', '2026-01/2026-05 12.1%'),
    growth('110000', '2021-01/2021-05 17%', '2026-01/2026-05 12.2%'),
  ]
  const sizes = [
    [340, 'light'],
    [560, 'dark'],
    [1150, 'light'],
  ] as const

  test.each(sizes)(
    'stands at its own end, also where that is years before the others (%i px)',
    (width, theme) => {
      const picture = drawTrend(chartData(series), { width, theme })
      const boxes = textBoxesIn(picture, width)
      const [nation, early] = ['全国', '贵州'].map((name) => boxes.find(({ text }) => text === name))
      expect(early?.right).toBeLessThan((nation?.left ?? 0) - 30)
      expect(overlaps(boxes)).toEqual([])
    },
  )

  test('has a leader of at most 40 px, a solid hairline, or none', () => {
    const lengths = sizes.flatMap(([width, theme]) => {
      const picture = drawTrend(chartData(series), { width, theme })
      const paths = renderSvg(picture, width).matchAll(
        /<path d="M([\d.-]+) ([\d.-]+)L([\d.-]+) ([\d.-]+)"[^>]*stroke-width="0.75"[^>]*>/g,
      )
      return [...paths].map(([path, ...ends]) => {
        expect(path).toContain(`stroke="${themes[theme].axis}"`)
        expect(path).not.toContain('dasharray')
        const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = ends.map(Number)
        return Math.hypot(x2 - x1, y2 - y1)
      })
    })
    expect(lengths.length).toBeGreaterThan(2)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(41)
  })
})

test('a province keeps its colour and shape whatever is chosen beside it', () => {
  const revenue = (region: string) =>
    chartSeries({
      indicator: 'software_revenue',
      region,
      basis: 'year',
      figures: ['2021 900亿元', '2022 950亿元'],
    })
  const looksIn = (...regions: string[]) =>
    seriesIn(drawTrend(chartData(regions.map(revenue)), frame))
      .slice(0, regions.length)
      .map(({ lineStyle, symbol }) => [lineStyle?.color, symbol])
  const [guizhou] = looksIn('520000', '440000')
  expect(looksIn('440000', '510000', '520000').at(2)).toEqual(guizhou)
  expect(looksIn('CN', 'CN-EAST', '520000').at(2)).toEqual(guizhou)
  expect(looksIn('520000')[0]?.[0]).toBe(guizhou?.[0])
})

describe('the words', () => {
  const words = trend.describe(chartData([telecom]))

  test('name subject, region, basis and unit', () => {
    expect(words.title).toBe('电信业务收入')
    expect(words.subtitle).toBe('全国 · 全年 · 万亿元')
  })

  test('say which figures are preliminary and where all come from', () => {
    expect(words.foot).toEqual([
      '初步统计：2023年和2024年',
      '可追溯：仅有题名4个',
      '来源：工业和信息化部（1份文件） · 数据截至2025年',
    ])
  })

  test('put the latest figure and an earlier one into a sentence', () => {
    expect(words.sentence).toBe('2025年，全国电信业务收入为1.75万亿元。2024年为1.74万亿元。')
  })

  test('exist in English', () => {
    const english = trend.describe(chartData([telecom], { language: 'en' }))
    expect(english.sentence).toBe(
      'Telecom service revenue stood at 1.75 trillion yuan in China, 2025. It was 1.74 trillion yuan in 2024.',
    )
    expect(english.subtitle).toBe('China · whole year · trillion yuan')
  })

  test('come with a table of the same numbers', () => {
    expect(
      chartTables.trend(chartData([telecom])).rows.map(([period, value, status]) => [period, value, status]),
    ).toEqual([
      ['2022年', '1.58万亿元', '正式'],
      ['2023年', '1.68万亿元', '初步统计'],
      ['2024年', '1.74万亿元', '初步统计'],
      ['2025年', '1.75万亿元', '正式'],
    ])
  })

  test('list the regions that were asked for and have nothing', () => {
    const empty = chartSeries({ indicator: 'telecom_revenue', region: '540000', basis: 'year', figures: [] })
    expect(trend.describe(chartData([telecom, empty])).foot).toContain('无数据（1）：西藏')
  })

  test('tell a fall from a rise', () => {
    const profit = chartSeries({
      indicator: 'software_profit',
      measure: 'yoy_pct',
      basis: 'cumulative',
      figures: ['2022-01/2022-02 -7.6%'],
    })
    expect(trend.describe(chartData([profit])).sentence).toBe('2022年1—2月，全国软件业利润总额同比下降7.6%。')
  })
})

test('every number is a mark that says itself', () => {
  const { lanes } = drawTrend(chartData([telecom]), frame)
  expect(lanes[0]?.map(({ text }) => text)).toEqual([
    '2022年，1.58万亿元，区间：1.575—1.585万亿元，仅有题名',
    '2023年，1.68万亿元，初步统计，区间：1.675—1.685万亿元，仅有题名',
    '2024年，1.74万亿元，初步统计，区间：1.735—1.745万亿元，仅有题名',
    '2025年，1.75万亿元，区间：1.745—1.755万亿元，仅有题名',
  ])
  expect(lanes[0]?.[0]?.tip.lines).toEqual([
    '区间：1.575—1.585万亿元',
    '工业和信息化部《软件业经济运行情况》',
    '仅有题名',
  ])
})

test('the same region has the same colour beside any others', () => {
  const zone = (region: string) =>
    chartSeries({
      indicator: 'software_revenue',
      region,
      measure: 'yoy_pct',
      basis: 'cumulative',
      figures: ['2022-01/2022-05 9.9%', '2025-01/2025-05 11.3%'],
    })
  const colorOf = (picture: Picture, index: number) => seriesIn(picture)[index]?.lineStyle?.color
  const all = drawTrend(chartData([zone('CN-EAST'), zone('CN-WEST')]), frame)
  const fewer = drawTrend(chartData([zone('CN-WEST'), zone('CN')]), frame)
  expect(colorOf(all, 1)).toBe(colorOf(fewer, 0))
  expect(colorOf(all, 0)).not.toBe(colorOf(all, 1))
})
