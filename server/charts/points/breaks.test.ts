import type { LineSeriesOption } from 'echarts/charts'
import { describe, expect, test } from 'vitest'
import { chartData, chartSeries, renderSvg, textsOf } from '../../../tests/support/chart-series.ts'
import type { ChartSeries, Picture } from '../chart-kind.ts'
import { drawColumns } from '../drawings/columns.ts'
import { drawTrend } from '../drawings/trend.ts'
import { trend } from '../kinds/trend.ts'
import { breakClause, breakLine, breaksIn } from './breaks.ts'
import { runsOf } from './runs.ts'

const frame = { width: 560, theme: 'light' } as const
const reason = { zh: '2024年的增速隐含的基数高于公布值', en: 'growth implies another base' }

/** A series whose numbers at some places no longer compare with those before. */
function broken(series: ChartSeries, ...places: number[]): ChartSeries {
  return {
    ...series,
    points: series.points.map((point, index) =>
      places.includes(index) ? { ...point, break: reason } : point,
    ),
  }
}

const levels = chartSeries({
  indicator: 'telecom_revenue',
  basis: 'year',
  figures: ['2022 1.58万亿元', '2023 1.68万亿元', '2024 1.74万亿元', '2025 1.75万亿元'],
})
const revenue: ChartSeries = { ...levels, indicator: { ...levels.indicator, notes: [] } }
const dashed = ({ option }: Picture) =>
  (option['series'] as LineSeriesOption[]).filter(({ lineStyle }) => lineStyle?.type?.toString() === '4,3')

describe('a change of 口径', () => {
  const series = broken(revenue, 2)
  const picture = drawTrend(chartData([series]), frame)

  test('is a dashed upright half way between the numbers it parts, named', () => {
    expect(dashed(picture)).toHaveLength(1)
    expect(textsOf(renderSvg(picture, 560))).toContain('口径调整')
    const [rule] = dashed(picture)
    const [at] = (rule?.data ?? [])[0] as [number, number]
    const [before, after] = (picture.lanes[0] ?? []).slice(1, 3).map(({ at: [x] }) => x)
    expect(at).toBe(((before ?? 0) + (after ?? 0)) / 2)
  })

  test('is not crossed by the solid line but by dashes', () => {
    const { runs, joints, bridges } = runsOf(series)
    expect(runs.map((run) => run.length)).toEqual([2, 2])
    expect(joints).toEqual([[series.points[1], series.points[2]]])
    expect(bridges).toEqual([])
  })

  test('gives its reason where it is pointed at, at the number after it, in the foot and in the sentence', () => {
    const line = `口径调整（2024年起）：${reason.zh}`
    expect(picture.lanes[1]?.map(({ text }) => text)).toEqual([line])
    expect(picture.lanes[1]?.[0]?.tip).toMatchObject({ value: '口径调整', lines: [reason.zh] })
    expect(picture.lanes[0]?.[2]?.text).toContain(line)
    const { foot, sentence } = trend.describe(chartData([series]))
    expect(foot).toContain(line)
    expect(sentence).toContain('2024年起口径调整，前后不可直接比较。')
    expect(trend.describe(chartData([series], { language: 'en' })).sentence).toContain(
      'Breaks in series from 2024',
    )
  })

  test('is drawn and can be pointed at beside columns too', () => {
    const drawn = drawColumns(chartData([series]), frame)
    expect(dashed(drawn)).toHaveLength(1)
    const [mark] = drawn.lanes[1] ?? []
    expect((drawn.option['series'] as unknown[])[mark?.seriesIndex ?? -1]).toBe(dashed(drawn)[0])
  })

  test('at the mark of a trend stands in the series that is its rule', () => {
    const [mark] = picture.lanes[1] ?? []
    expect((picture.option['series'] as unknown[])[mark?.seriesIndex ?? -1]).toBe(dashed(picture)[0])
  })

  test('that a note and the series both tell is told once', () => {
    const note = { ...reason, since: '2024' }
    const noted = { ...series, indicator: { ...series.indicator, notes: [note] } }
    expect(breaksIn([noted]).map((each) => breakLine(each, 'zh'))).toEqual([
      `口径调整（2024年起）：${reason.zh}`,
    ])
  })

  test('leaves growth printed on one 口径 in one line', () => {
    const growth = chartSeries({
      indicator: 'telecom_revenue',
      measure: 'yoy_pct',
      basis: 'year',
      figures: ['2023 6.2%', '2024 3.2%'],
    })
    expect(runsOf(broken(growth, 1)).runs).toHaveLength(1)
  })
})

describe('bases that are re-set every year', () => {
  const rebased = (...places: number[]): ChartSeries => {
    const series = broken(revenue, ...places)
    const points = series.points.map((point) => ({
      ...point,
      break: point.break && { ...point.break, isRebase: true },
    }))
    return { ...series, points }
  }
  const series = rebased(1, 2, 3)
  const picture = drawTrend(chartData([series]), frame)

  test('do not drown a change of 口径: no dashed upright, no word, but a tick each on the axis', () => {
    expect(dashed(picture)).toEqual([])
    expect(textsOf(renderSvg(picture, 560)).filter((text) => /口径|基数/.test(text))).toEqual([])
    expect(picture.lanes[1]?.map(({ tip }) => tip.value)).toEqual(Array(3).fill('上年基数重定'))
    const { min, max } = picture.option['yAxis'] as { min: number; max: number }
    for (const { at } of picture.lanes[1] ?? []) expect((at[1] - min) / (max - min)).toBeLessThan(0.05)
  })

  test('are told in one line of the foot and one clause of the sentence', () => {
    const { foot, sentence } = trend.describe(chartData([series]))
    expect(foot.filter((line) => /口径|基数/.test(line))).toEqual([
      `上年基数逐年重定（轴上短线，2023—2025年）：${reason.zh}`,
    ])
    expect(sentence.match(/基数/g)).toHaveLength(1)
    expect(sentence).not.toContain('口径调整')
  })

  test('leave the line whole, beside a change of 口径 that parts it', () => {
    expect(runsOf(series).runs).toHaveLength(1)
    const points = series.points.map((point, index) => (index === 2 ? { ...point, break: reason } : point))
    const drawn = drawTrend(chartData([{ ...series, points }]), frame)
    expect(dashed(drawn)).toHaveLength(1)
    expect(drawn.lanes[1]).toHaveLength(3)
  })
})

test('of many changes the foot gives the latest reasons and the years of the others', () => {
  const series = broken(
    {
      ...revenue,
      points: [0, 1, 2, 3].flatMap((turn) =>
        revenue.points.map((point) => ({
          ...point,
          period: {
            ...point.period,
            start: point.period.start + 48 * turn,
            end: point.period.end + 48 * turn,
          },
        })),
      ),
    },
    2,
    4,
    6,
    8,
    10,
  )
  const { foot } = trend.describe(chartData([series]))
  const lines = foot.filter((line) => line.includes('口径调整'))
  expect(lines).toHaveLength(3)
  expect(lines[0]).toBe('更早的口径调整：2024年、2026年、2028年起，原因见数据表')
  expect(breakClause(breaksIn([series]), 'zh')).toBe('2028年、2030年、2032年等5处口径调整，前后不可直接比较')
})
