import { describe, expect, test } from 'vitest'
import { chartData, chartSeries } from '../../../tests/support/chart-series.ts'
import type { ChartPoint, ChartSeries, Picture } from '../chart-kind.ts'
import { drawColumns } from '../drawings/columns.ts'
import { drawSlope } from '../drawings/slope.ts'
import { drawTrend } from '../drawings/trend.ts'
import { slope } from '../kinds/slope.ts'
import { trend } from '../kinds/trend.ts'
import { yearly } from '../kinds/yearly.ts'
import { chartTables } from '../tables/index.ts'

const frame = { width: 560, theme: 'light' } as const
const reason = { zh: '价格基期更换，绝对数不可相比', en: 'another price base' }

/** Figures of telecom volume, on a new price base wherever a year begins. */
function volume(region: string, basis: 'year' | 'cumulative', ...figures: string[]): ChartSeries {
  const series = chartSeries({ indicator: 'telecom_volume', region, basis, figures })
  const yearOf = (point: ChartPoint | undefined) => Math.floor((point?.period.end ?? 0) / 12)
  return {
    ...series,
    indicator: { ...series.indicator, notes: [] },
    points: series.points.map((point, index) =>
      index > 0 && yearOf(point) !== yearOf(series.points[index - 1]) ? { ...point, break: reason } : point,
    ),
  }
}

const years = volume('CN', 'year', '2018 65556亿元', '2020 1.5万亿元', '2021 1.7万亿元', '2022 1.75万亿元')
const drawnIn = ({ lanes }: Picture) => lanes[0]?.map(({ shown }) => shown?.point.printedValue)

describe('levels on price bases that do not compare', () => {
  test('are drawn on the latest base only, as a line and as columns', () => {
    expect(drawnIn(drawTrend(chartData([years]), frame))).toEqual(['1.75'])
    expect(drawnIn(drawColumns(chartData([years]), frame))).toEqual(['1.75'])
    expect(drawTrend(chartData([years]), frame).option['yAxis']).toMatchObject({ max: 2e12 })
  })

  test('say in the subtitle what is drawn, in the foot what is not and why, and compare nothing in the sentence', () => {
    const { subtitle, foot, sentence } = trend.describe(chartData([years]))
    expect(subtitle).toContain('仅2022年，价格基期相同')
    expect(foot[0]).toMatch(/^未画出2018年、2020年和2021年：价格基期不同/)
    expect(sentence).toBe('2022年，全国电信业务总量为1.75万亿元。')
    expect(trend.describe(chartData([years], { language: 'en' })).foot[0]).toContain(
      'Not drawn: 2018, 2020 and 2021',
    )
  })

  test('all stay in the table, each with the year in which its base came into use', () => {
    expect(chartTables.trend(chartData([years])).rows.map(([, value, base]) => [value, base])).toEqual([
      ['65,556亿元', '2018年'],
      ['1.5万亿元', '2020年'],
      ['1.7万亿元', '2021年'],
      ['1.75万亿元', '2022年'],
    ])
  })

  test('of several regions share one base; a region without it is named', () => {
    const other = volume('520000', 'year', '2019 1000亿元', '2020 300亿元')
    const data = chartData([years, other])
    expect(drawTrend(data, frame).lanes).toHaveLength(1)
    const { foot } = trend.describe(data)
    expect(foot[0]).toContain('贵州因此全部未画')
    expect(foot.join()).not.toContain('无数据')
  })

  test('within a year stay a line', () => {
    const months = volume(
      'CN',
      'cumulative',
      '2021-Q1 3845亿元',
      '2022-Q1 3900亿元',
      '2022-01/2022-06 8000亿元',
    )
    expect(drawnIn(drawTrend(chartData([months]), frame))).toEqual(['3900', '8000'])
    expect(yearly.fits([months])).toBe(false)
  })

  test('are never set against each other as a slope', () => {
    const other = volume('520000', 'year', '2021 300亿元', '2022 350亿元')
    expect(slope.fits([years, other])).toBe(false)
    expect(drawSlope(chartData([years, other]), frame).lanes).toEqual([])
  })
})

test('growth, and levels that compare, keep all their years', () => {
  const growth = chartSeries({
    indicator: 'telecom_volume',
    measure: 'yoy_pct',
    basis: 'year',
    figures: ['2018 137.9%', '2022 21.3%'],
  })
  expect(drawnIn(drawTrend(chartData([growth]), frame))).toEqual(['137.9', '21.3'])
  const revenue = chartSeries({
    indicator: 'telecom_revenue',
    basis: 'year',
    figures: ['2018 13010亿元', '2022 1.58万亿元'],
  })
  expect(drawnIn(drawTrend(chartData([revenue]), frame))).toEqual(['13010', '1.58'])
})
