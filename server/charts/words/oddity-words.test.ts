import { expect, test } from 'vitest'
import { chartSeries } from '../../../tests/support/chart-series.ts'
import type { ChartKindId, ChartSeries } from '../chart-kind.ts'
import { drawings } from '../drawings/index.ts'
import { drawRanking } from '../drawings/ranking.ts'
import { drawTrend } from '../drawings/trend.ts'
import { columns } from '../kinds/columns.ts'
import { heatmap } from '../kinds/heatmap.ts'
import { multiples } from '../kinds/multiples.ts'
import { ranking } from '../kinds/ranking.ts'
import { trend } from '../kinds/trend.ts'
import { chartTables } from '../tables/index.ts'

/** Software revenue of provinces; that of 陕西 leaves its course in the last year. */
const provinces = ['610000', '110000', '520000'].map((region, place): ChartSeries => {
  const series = chartSeries({
    indicator: 'software_revenue',
    region,
    basis: 'year',
    figures: ['2022 2044.36亿元', '2023 2300.89亿元', '2024 641.06亿元'],
  })
  const points = series.points.map((point, at) =>
    place === 0 && at === 2 ? { ...point, oddity: { low: 1.59e11, high: 4.08e11 } } : point,
  )
  return { ...series, points }
})

const dataOf = (series: readonly ChartSeries[]) => ({ series, sources: [], language: 'zh' as const })
const signsIn = (id: ChartKindId, series: readonly ChartSeries[]) =>
  JSON.stringify(drawings[id](dataOf(series), { width: 960, theme: 'light' }).option, (_, value: unknown) =>
    typeof value === 'function' ? undefined : value,
  ).split('※').length - 1

test.each([
  ['trend', trend, provinces],
  ['columns', columns, provinces.slice(0, 1)],
  ['ranking', ranking, provinces],
] as const)(
  '%s bears ※ on the figure that leaves its course, and names it at its foot',
  (id, kind, series) => {
    expect(signsIn(id, series)).toBeGreaterThan(0)
    expect(signsIn(id, provinces.slice(1, 2))).toBe(0)
    expect(kind.describe(dataOf(series)).foot.join('\n')).toContain('※ 偏离走势，来源如此：陕西2024年')
  },
)

test.each([
  ['heatmap', heatmap],
  ['multiples', multiples],
] as const)('%s names it at its foot', (_, kind) => {
  expect(kind.describe(dataOf(provinces)).foot.join('\n')).toContain('※ 偏离走势，来源如此：陕西2024年')
})

test('pointing at it says where it would lie', () => {
  const { lanes } = drawTrend(dataOf(provinces), { width: 960, theme: 'light' })
  const texts = lanes.flat().map(({ text }) => text)
  expect(texts.filter((text) => text.includes('按前期数值和各省走势约为1,590—4,080亿元'))).toHaveLength(1)
})

test('growth beside the levels bears ※ where it rests on such a figure, and the foot says so', () => {
  const growth = provinces.map(
    (each): ChartSeries => ({
      ...each,
      transform: 'yoy',
      points: each.points.map((point) => ({
        ...point,
        value: 128.8,
        low: 128.7,
        high: 128.9,
        derived: { method: 'yoy', parents: [], against: { zh: '', en: '' }, isAcrossBreak: false },
        oddity: each.region.code === '110000' ? { low: null, high: null } : null,
      })),
    }),
  )
  const data = { ...dataOf(provinces.slice(1)), growth }
  const option = JSON.stringify(drawRanking(data, { width: 960, theme: 'light' }).option)
  expect(option.match(/▲128\.8%※/g)).toHaveLength(1)
  const { foot } = ranking.describe(data)
  const table = chartTables.ranking(data)
  expect(foot).toContain('※ 同比由偏离走势的数字算出：北京2024年')
  expect(JSON.stringify(table).match(/※/g)).toHaveLength(1)
})

test('the sentence that is copied says that the figure leaves its course', () => {
  expect(trend.describe(dataOf(provinces.slice(0, 1))).sentence).toContain('641.06亿元（偏离走势，来源如此）')
  expect(ranking.describe(dataOf(provinces)).sentence).toContain('偏离走势，来源如此）')
  expect(trend.describe(dataOf(provinces.slice(1, 2))).sentence).not.toContain('偏离')
})
