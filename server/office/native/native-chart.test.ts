import { describe, expect, test } from 'vitest'
import { type ChartPoint, type ChartSeries, ownColorOf, themes } from '#server/charts/index.ts'
import { chartData, chartSeries } from '../../../tests/support/chart-series.ts'
import { officeChart, regional, software, telecom } from '../../../tests/support/office-charts.ts'
import { nativeChartOf } from './index.ts'
import type { NativeChart } from './native-chart.ts'

const theme = themes.light

function drawn(
  ...[kind, series, more]: [Parameters<typeof nativeChartOf>[0], readonly ChartSeries[], object?]
) {
  const chart = nativeChartOf(kind, chartData(series, more))
  if (!chart) throw new Error(`${kind} is not native`)
  return chart
}

const valuesOf = (chart: NativeChart, at = 0) => chart.series[at]?.points.map((point) => point?.value)
const withPoint = (series: ChartSeries, at: number, more: Partial<ChartPoint>): ChartSeries => ({
  ...series,
  points: series.points.map((point, index) => (index === at ? { ...point, ...more } : point)),
})

describe('a trend of months', () => {
  const chart = drawn('trend', [software])

  test('has every value of the data, in the unit of its axis and to the last digit', () => {
    expect(chart.axis.unit).toBe('万亿元')
    expect(valuesOf(chart)?.filter((value) => value !== undefined)).toEqual(
      software.points.map(({ value }) => Number(`${value / 1e8}e-4`)),
    )
    expect(valuesOf(chart)).toContain(9.911)
  })

  test('is broken at the new year, at the change of 口径 and over a month without a number', () => {
    const gaps = chart.slots.flatMap(({ label }, at) => (chart.series[0]?.points[at] ? [] : [[at, label]]))
    const before = (at: number) => chart.slots[at - 1]?.label
    expect(gaps.map(([at]) => before(Number(at)))).toEqual(['2021年', '2022年', '2023年一季度'])
    expect(chart.blanks).toBe('gap')
  })

  test('stands on real time: the last day of what each number covers', () => {
    expect(chart.slots[0]).toEqual({ label: '2021年1—10月', day: 44500 })
    const days = chart.slots.map(({ day }) => day ?? 0)
    expect(days).toEqual(days.toSorted((a, b) => a - b))
    expect(new Set(days).size).toBe(days.length)
  })

  test('has the change of 口径 as an upright in the gap, with its reason in the row', () => {
    expect(chart.rules).toEqual([{ slot: 3, name: '口径调整', isRebase: false }])
    expect(chart.slots[3]?.note).toMatch(/^口径调整（2022年起）：/)
  })

  test('has hollow points where figures are preliminary, and says so beside them', () => {
    const hollow = chart.series[0]?.points.flatMap((point) => (point?.isHollow ? [point.status] : []))
    expect(hollow).toEqual(['初步统计', '初步统计'])
  })
})

test('the newest number of a line is said with its unit and period, as on the pages', () => {
  expect(drawn('trend', [software]).series[0]?.end).toEqual(['61,620亿元', '2023年上半年'])
  expect(drawn('yearly', [software]).series.map(({ end }) => end)).toEqual([
    undefined,
    undefined,
    ['61,620亿元', '2023年上半年'],
  ])
  const [beijing, shanghai] = regional.slice(1)
  if (!beijing || !shanghai) throw new Error('no regions')
  expect(drawn('trend', [beijing, shanghai]).series.map(({ end }) => end)).toEqual([
    [`北京 ${ownLast(beijing)}亿元`],
    [`上海 ${ownLast(shanghai)}亿元`],
  ])
})

const ownLast = ({ points }: ChartSeries) => Number(points.at(-1)?.printedValue).toLocaleString('en-US')

describe('a change of 口径 beside growth, which is printed on one 口径,', () => {
  const growth = (...figures: string[]) =>
    drawn('trend', [
      chartSeries({ indicator: 'software_revenue', measure: 'yoy_pct', basis: 'cumulative', figures }),
    ])

  test('stands at the first number after it, so that the line goes on', () => {
    const chart = growth('2021 17.7%', '2022-01/2022-02 11.6%', '2022-01/2022-03 11.5%')
    expect(chart).toMatchObject({ blanks: 'span', slots: { length: 3 }, rules: [{ slot: 1 }] })
  })

  test('stands where it belongs in a gap of the line', () => {
    const chart = growth(
      '2021-01/2021-11 18.3%',
      '2021 17.7%',
      '2022-01/2022-06 10.9%',
      '2022-01/2022-07 10.3%',
    )
    expect(chart).toMatchObject({ blanks: 'gap', rules: [{ slot: 2 }] })
    expect(chart.slots.map(({ label }) => label)).toEqual([
      '2021年1—11月',
      '2021年',
      '',
      '2022年上半年',
      '2022年1—7月',
    ])
  })
})

test('a trend of years has a place for a year without a number', () => {
  const chart = drawn('trend', [telecom])
  expect(chart.slots.map(({ label }) => label)).toEqual([
    '2018年',
    '2019年',
    '2020年',
    '2021年',
    '2022年',
    '2023年',
  ])
  expect(valuesOf(chart)).toEqual([1.3, 1.31, undefined, 1.47, 1.58, 1.68])
})

test('a line that the pages join over a month nobody publishes is joined', () => {
  const users = chartSeries({
    indicator: 'mobile_5g_users',
    basis: 'stock',
    figures: ['2024-11 10.02亿户', '2024-12 10.14亿户', '2025-02 10.51亿户', '2025-03 10.68亿户'],
  })
  expect(drawn('trend', [users])).toMatchObject({ blanks: 'span', slots: { length: 4 } })
})

test('lines of regions have the names and the colours of the regions', () => {
  const chart = drawn('trend', regional.slice(1, 4))
  expect(chart.series.map(({ name, color }) => [name, color])).toEqual([
    ['北京', ownColorOf('110000', theme)],
    ['上海', ownColorOf('310000', theme)],
    ['江苏', ownColorOf('320000', theme)],
  ])
})

describe('a derived number', () => {
  const derived = {
    method: 'change',
    parents: [],
    against: { zh: '', en: '' },
    isAcrossBreak: false,
  } as const
  const series = withPoint(telecom, 4, { derived, low: 1.675e12, high: 1.687e12 })

  test('is paler, named so, and reaches as far as its interval', () => {
    const point = drawn('columns', [series]).series[0]?.points.at(-1)
    expect(point).toMatchObject({ status: '推算', source: '推算', reach: { below: 0.005, above: 0.007 } })
    expect(point?.color).not.toBe(theme.accent)
    expect(point?.color).not.toBe(theme.rest)
  })

  test('with an open end has no reach', () => {
    const open = withPoint(telecom, 4, { derived, low: null })
    expect(drawn('columns', [open]).series[0]?.points.at(-1)?.reach).toBeUndefined()
  })
})

test('a target is hollow and a diamond', () => {
  const chart = drawn('trend', [withPoint(telecom, 4, { status: 'target' })])
  expect(chart.series[0]?.points.at(-1)).toMatchObject({ isHollow: true, isAhead: true, status: '目标' })
})

test('columns start from zero, the latest in the accent', () => {
  const chart = drawn('columns', [telecom])
  expect(chart.axis).toMatchObject({ min: 0, isMinFree: false })
  expect(chart.series[0]?.points.map((point) => point?.color)).toEqual([
    theme.rest,
    theme.rest,
    undefined,
    theme.rest,
    theme.rest,
    theme.accent,
  ])
})

test('year by year each year is a series over the same months, the latest foremost', () => {
  const chart = drawn('yearly', [software])
  expect(chart.series.map(({ name }) => name)).toEqual(['2021年', '2022年', '2023年'])
  expect(chart.slots.map(({ label }) => label).slice(0, 3)).toEqual(['2月', '3月', '4月'])
  expect(chart.series[2]).toMatchObject({ color: theme.accent, width: 3 })
  expect(valuesOf(chart, 2)?.slice(0, 5)).toEqual([2.054, 3.081, undefined, 5.135, 6.162])
})

describe('a ranking', () => {
  const chart = drawn('ranking', regional)

  test('has the highest on top, in the unit that its words name', () => {
    expect(officeChart('ranking').words.subtitle).toContain('亿元')
    expect(chart.axis.unit).toBe('亿元')
    const values = (valuesOf(chart) ?? []).filter((value) => value !== undefined)
    expect(values).toEqual(values.toSorted((a, b) => b - a))
    expect(values).toHaveLength(7)
  })

  test('gives the number of a nation that is their sum without a bar', () => {
    expect(chart.slots[0]?.label).toBe('全国 136,126亿元')
    expect(valuesOf(chart)?.[0]).toBeUndefined()
  })

  test('names the period of each where they differ', () => {
    const [nation, first, ...others] = regional
    if (!nation || !first) throw new Error('no regions')
    const older = { ...first, points: first.points.slice(0, 2) }
    const mixed = drawn('ranking', [older, ...others], { isLatest: true })
    expect(mixed.series[0]?.points.map((point) => point?.aside)).toContain('2023年')
  })
})

test('a slope has two places and a line for each region, with an arrow where it rose', () => {
  const growth = ['110000', '310000'].map((region, at) =>
    chartSeries({
      indicator: 'telecom_revenue',
      region,
      basis: 'year',
      figures: ['2022 500亿元', `2023 ${480 + at * 60}亿元`],
    }),
  )
  const chart = drawn('slope', growth)
  expect(chart.slots.map(({ label }) => label)).toEqual(['2022年', '2023年'])
  expect(chart.series.map(({ name, dash, points }) => [name, dash, points[1]?.aside])).toEqual([
    ['上海', 'solid', '▲'],
    ['北京', 'dash', '▼'],
  ])
})

test.each(['tiles', 'heatmap', 'multiples', 'coverage'] as const)('%s is not drawn by Office', (kind) => {
  expect(nativeChartOf(kind, officeChart(kind).data)).toBeUndefined()
})

test.each(['trend', 'yearly', 'columns', 'ranking', 'slope'] as const)(
  '%s without numbers is none',
  (kind) => {
    expect(nativeChartOf(kind, chartData([{ ...telecom, points: [] }]))).toBeUndefined()
  },
)
