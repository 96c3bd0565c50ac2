import { expect, test } from 'vitest'
import { chartData, chartSeries } from '../../../tests/support/chart-series.ts'
import type { ChartSeries } from '../chart-kind.ts'
import { heatmap } from '../kinds/heatmap.ts'
import { ranking } from '../kinds/ranking.ts'
import { trend } from '../kinds/trend.ts'

const annual = (region: string, last: string): ChartSeries => ({
  ...chartSeries({
    indicator: 'software_revenue',
    region,
    basis: 'year',
    figures: ['2023 2300.89亿元', `2024 ${last}亿元`],
  }),
  compilation: 'annual',
})
const provinces = [annual('110000', '31164'), annual('440000', '24118'), annual('520000', '905.3')]

/** The nation as the sum of its provinces, which nobody printed. */
const summed: ChartSeries = {
  ...annual('CN', '136509'),
  points: annual('CN', '136509').points.map((point) => ({
    ...point,
    low: point.value,
    high: point.value + 1e9,
    derived: { method: 'regions_sum', parents: [], against: { zh: '', en: '' }, isAcrossBreak: false },
  })),
}

const sentenceOf = (kind: typeof trend, series: readonly ChartSeries[], language: 'zh' | 'en' = 'zh') =>
  kind.describe(chartData(series, { language })).sentence

test('a copied sentence names the compilation where those of the indicator differ', () => {
  expect(sentenceOf(trend, [summed])).toMatch(/^2024年，全国软件业务收入（年报）为136,509亿元（推算/)
  expect(sentenceOf(trend, provinces.slice(0, 1), 'en')).toContain(' (annual report) stood at ')
  for (const kind of [ranking, heatmap])
    expect(sentenceOf(kind, provinces)).toMatch(/^2024年，软件业务收入（年报）/)
  const agreed = provinces.map((each): ChartSeries => ({ ...each, compilation: '' }))
  expect(sentenceOf(trend, agreed.slice(0, 1))).not.toContain('年报')
})

test('a ranking says of a nation that is a sum that it is derived', () => {
  expect(sentenceOf(ranking, [...provinces, summed])).toMatch(/；全国（136,509亿元，推算）。$/)
  expect(sentenceOf(ranking, [...provinces, annual('CN', '137276')])).not.toContain('推算')
})
