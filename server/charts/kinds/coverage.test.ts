import { expect, test } from 'vitest'
import { chartData, chartSeries, renderSvg, textsOf } from '../../../tests/support/chart-series.ts'
import { drawCoverage } from '../drawings/coverage.ts'
import { chartTables } from '../tables/index.ts'
import { coverage } from './coverage.ts'

const revenue = (region: string, figures: readonly string[]) =>
  chartSeries({ indicator: 'software_revenue', region, basis: 'cumulative', figures })
const data = chartData([
  revenue('CN', ['2025-01/2025-06 70585亿元']),
  revenue('110000', ['2023 26693亿元', '2024 31164亿元', '2025-01/2025-06 15000亿元']),
  revenue('440000', ['2023 20429亿元', '2024 22753亿元']),
  revenue('540000', []),
])
const picture = drawCoverage(data, { width: 400, theme: 'light' })

test('above each period stands how many regions have a number', () => {
  expect(textsOf(renderSvg(picture, 400))).toEqual(
    expect.arrayContaining(['2023', '2024', '2025', '2', '2', '1', '北京', '广东', '西藏']),
  )
  expect(coverage.describe(data).sentence).toContain('2023年2个、2024年2个、2025年上半年1个')
})

test('every region is there, also one without a number, in the order of the data', () => {
  expect(picture.lanes.map((lane) => lane[0]?.region)).toEqual(['110000', '440000', '540000'])
  expect(chartTables.coverage(data).rows).toEqual([
    ['北京', '●', '●', '●'],
    ['广东', '●', '●', '—'],
    ['西藏', '—', '—', '—'],
  ])
})

test('where there is no room for all periods the latest stay', () => {
  const { lanes } = drawCoverage(data, { width: 80, theme: 'light' })
  expect(lanes[0]?.at(-1)?.text).toContain('2025年上半年')
  expect(lanes[0]?.length).toBeLessThan(3)
})
