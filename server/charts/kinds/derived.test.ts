import type { CustomSeriesOption, LineSeriesOption } from 'echarts/charts'
import { describe, expect, test } from 'vitest'
import type { Transform } from '#data/model/derive/derived.ts'
import { chartData, chartSeries, renderSvg, textsOf } from '../../../tests/support/chart-series.ts'
import type { ChartPoint, ChartSeries, Draw, Picture } from '../chart-kind.ts'
import { drawColumns } from '../drawings/columns.ts'
import { drawTrend } from '../drawings/trend.ts'
import { drawYearly } from '../drawings/yearly.ts'
import { outlineOf } from '../marks/band.ts'
import { paler } from '../marks/line.ts'
import { themes } from '../palette.ts'
import { chartTables } from '../tables/index.ts'
import { trend } from './trend.ts'

const frame = { width: 560, theme: 'light' } as const
const seriesIn = ({ option }: Picture) => option['series'] as (LineSeriesOption | CustomSeriesOption)[]
/** What ends where the plot does, as leaders to labels do not. */
const bandsIn = (picture: Picture) =>
  seriesIn(picture).filter((series) => series.type === 'custom' && series.clip === true)

const cumulative = chartSeries({
  indicator: 'software_revenue',
  basis: 'cumulative',
  figures: ['2023-01/2023-08 75178亿元', '2023-01/2023-09 87610亿元', '2023-01/2023-10 98191亿元'],
})

/** Single months, derived as the API derives them. */
const months: ChartSeries = {
  ...chartSeries({
    indicator: 'software_revenue',
    basis: 'month',
    figures: ['2023-09 12432亿元', '2023-10 10581亿元'],
  }),
  transform: 'decumulate',
}
const derived: ChartSeries = {
  ...months,
  points: months.points.map((point, index): ChartPoint => {
    const [parent, before] = [cumulative.points[index + 1], cumulative.points[index]]
    const parents = [parent, before].flatMap((one) => (one ? [{ ...cumulative, point: one }] : []))
    return {
      ...point,
      printedValue: '',
      printedUnit: '',
      low: point.value - 1e8,
      high: point.value + 1e8,
      derived: {
        method: 'decumulate',
        parents,
        against: { zh: '2023年前三季度', en: 'Jan–Sep 2023' },
        isAcrossBreak: index === 0,
      },
    }
  }),
}

describe('derived numbers', () => {
  const picture = drawTrend(chartData([derived]), frame)
  const [line] = seriesIn(picture) as LineSeriesOption[]

  test('are paler than printed ones, with their interval as a band', () => {
    expect(line?.lineStyle?.color).toBe(paler(themes.light.categorical[0], themes.light))
    expect(bandsIn(picture)).toHaveLength(1)
    expect(bandsIn(drawTrend(chartData([cumulative]), frame))).toEqual([])
    expect(renderSvg(picture, 560)).toContain('fill-opacity="0.22"')
  })

  test('are square and hollow over a change of 口径', () => {
    const items = line?.data as { symbol?: string; itemStyle: { color: string } }[]
    expect(items.map(({ symbol }) => symbol)).toEqual(['rect', undefined])
    expect(items[0]?.itemStyle.color).toBe(themes.light.ground)
  })

  test('say value, method, interval, parents and 口径 when pointed at', () => {
    const [first, last] = picture.lanes[0] ?? []
    expect(last?.text).toBe(
      '2023年10月，10,581亿元，推算：相邻两期累计值相减，区间：10,580—10,582亿元，对比：2023年前三季度，由：2023年1—10月 98,191亿元，2023年前三季度 87,610亿元，仅有题名',
    )
    expect(first?.text).toContain('跨口径调整')
    expect(last?.text).not.toContain('跨口径调整')
    expect(last?.tip.parents).toEqual([
      { text: '2023年1—10月 98,191亿元', source: 'miit' },
      { text: '2023年前三季度 87,610亿元', source: 'miit' },
    ])
  })

  test('never stand without their interval: at the end of the line, in sentence and table', () => {
    const words = trend.describe(chartData([derived]))
    expect(textsOf(renderSvg(picture, 560))).toEqual(
      expect.arrayContaining(['10,581亿元', '10,580—10,582亿元', '推算 · 2023年10月']),
    )
    expect(words.subtitle).toContain('推算')
    expect(words.sentence).toContain('10,581亿元（推算，10,580—10,582亿元）')
    expect(chartTables.trend(chartData([derived])).rows[1]?.[1]).toBe('10,581亿元（推算，10,580—10,582亿元）')
    expect(words.foot[0]).toMatch(/^推算：相邻两期累计值相减/)
    expect(words.foot[1]).toBe('跨口径调整：2023年9月')
    const english = trend.describe(chartData([derived], { language: 'en' }))
    expect(english.sentence).toContain('(derived, 1,058.0–1,058.2 billion yuan)')
  })

  test('have whiskers as columns and a band in each year', () => {
    expect(bandsIn(drawColumns(chartData([derived]), frame))).toHaveLength(1)
    const twoYears = { ...derived, points: [...derived.points, ...derived.points.map(aYearLater)] }
    expect(bandsIn(drawYearly(chartData([twoYears]), frame))).toHaveLength(2)
  })

  test('that nobody divided are said in the foot', () => {
    const undivided = chartSeries({
      indicator: 'software_revenue',
      basis: 'cumulative',
      figures: ['2023-01/2023-02 14461亿元'],
    }).points
    const { foot } = trend.describe(chartData([{ ...derived, undivided }]))
    expect(foot).toContain('只公布合计，不拆分：2023年1—2月')
  })
})

describe('an index', () => {
  const period = { time: 'span', start: 2023 * 12 + 8, end: 2023 * 12 + 8 } as const
  const index: ChartSeries = { ...derived, transform: 'index', indexBase: period }
  const guizhou = chartSeries({
    indicator: 'software_revenue',
    region: '520000',
    basis: 'month',
    figures: [],
  })
  const leftOut: ChartSeries = { ...guizhou, transform: 'index', indexBase: period }

  test('says in its subtitle what is 100', () => {
    expect(trend.describe(chartData([index])).subtitle).toMatch(/2023年9月=100$/)
    expect(trend.describe(chartData([index], { language: 'en' })).subtitle).toMatch(/Sep 2023 = 100$/)
    const cumulativeIndex = {
      ...index,
      basis: 'cumulative',
      indexBase: { ...period, start: 2023 * 12 },
    } as const
    expect(trend.describe(chartData([cumulativeIndex])).subtitle).toMatch(/同期=100$/)
  })

  test('names the regions that have no number for the base', () => {
    expect(trend.describe(chartData([index, leftOut])).foot).toContain(
      '2023年9月没有数，不能以它为基期，未列入（1）：贵州',
    )
  })
})

const aYearLater = (point: ChartPoint): ChartPoint => ({
  ...point,
  period: { ...point.period, start: point.period.start + 12, end: point.period.end + 12 },
})

test('an outline goes along the upper ends and back along the lower', () => {
  const [one, two] = derived.points
  if (!one || !two) throw new Error('two points were made')
  const placeOf = ({ period }: ChartPoint) => period.end
  const [x1, x2] = [one.period.end, two.period.end]
  expect(outlineOf([one, two], placeOf)).toEqual([
    [x1, one.high],
    [x2, two.high],
    [x2, two.low],
    [x1, one.low],
  ])
  expect(outlineOf([one], placeOf)).toHaveLength(4)
})

describe('a number with an open end', () => {
  /** The second of three is known at one end only, or within ends that say nothing. */
  const withEnds = (low: number | null, high: number | null, transform: Transform = 'decumulate') => {
    const [one, two] = derived.points
    if (!one || !two) throw new Error('two points were made')
    const three = { ...two, period: { ...two.period, start: two.period.start + 1, end: two.period.end + 1 } }
    return { ...derived, transform, points: [one, { ...two, low, high }, three] }
  }
  const areasIn = (series: ChartSeries) =>
    renderSvg(drawTrend(chartData([series]), frame), 560).match(/fill-opacity="0.22"/g) ?? []
  const signsIn = (series: ChartSeries, draw: Draw = drawTrend) =>
    textsOf(renderSvg(draw(chartData([series]), frame), 560)).filter((text) => /^[≥≤]$/.test(text))

  test('has no area but a tick with ≥ or ≤ at the end that is known', () => {
    const [, two] = derived.points
    const atLeast = withEnds((two?.value ?? 0) - 1e8, null)
    expect(signsIn(atLeast)).toEqual(['≥'])
    expect(signsIn(withEnds(null, (two?.value ?? 0) + 1e8))).toEqual(['≤'])
    expect(signsIn(derived)).toEqual([])
    expect(areasIn(derived)).toHaveLength(1)
    expect(areasIn(atLeast)).toHaveLength(2)
  })

  test('does not stretch the axis: a growth of 760% against 超8万 has no bar down to −100%', () => {
    const growth = withEnds(-100, 768.75, 'yoy')
    const points = growth.points.map((point, index) => ({ ...point, value: index === 1 ? 762.5 : 9 }))
    const series = {
      ...growth,
      points: points.map((each, index) => (index === 1 ? each : { ...each, low: 8.9, high: 9.1 })),
    }
    for (const draw of [drawTrend, drawColumns]) {
      expect(draw(chartData([series]), frame).option['yAxis']).toMatchObject({ min: 0 })
      expect(signsIn(series, draw)).toEqual(['≤'])
    }
    expect(areasIn(series)).toHaveLength(2)
  })

  test('that is wider than twice the largest number is no measurement', () => {
    const wide = withEnds(-9e12, 9e12)
    expect(areasIn(wide)).toHaveLength(2)
    expect(drawTrend(chartData([wide]), frame).option['yAxis']).toMatchObject({ min: 10_500e8 })
  })
})
