import { expect, test } from 'vitest'
import { chartSeries } from '../../../tests/support/chart-series.ts'
import type { ChartParent, ChartSeries } from '../chart-kind.ts'
import { parentsOf } from './parent-words.ts'

const provinces = ['110000', '120000', '130000', '140000', '150000']

function parent(region: string, figure: string, indicator = 'software_revenue'): ChartParent {
  const basis = indicator === 'resident_population' ? 'stock' : 'cumulative'
  const series = chartSeries({ indicator, region, basis, figures: [figure] })
  const [point] = series.points
  if (!point) throw new Error('one point was made')
  return { ...series, point }
}

/** A number of a region that is made of others, as the API derives it. */
function made(
  region: string,
  parents: readonly ChartParent[],
  some: { readonly unknownParents?: number } = {},
): ChartSeries {
  const series = chartSeries({
    indicator: 'software_revenue',
    region,
    basis: 'cumulative',
    figures: ['2019 16亿元'],
  })
  const derived = {
    method: 'yoy',
    against: { zh: '', en: '' },
    isAcrossBreak: false,
    missing: [{ zh: '西藏', en: 'Tibet' }],
    parents,
    ...some,
  } as const
  return {
    ...series,
    compilation: 'annual',
    transform: 'yoy',
    points: series.points.map((point) => ({ ...point, derived })),
  }
}

function textsOf(series: ChartSeries, language: 'zh' | 'en' = 'zh'): string[] {
  return partsOf(series, language).map(({ text }) => text)
}

function partsOf(series: ChartSeries, language: 'zh' | 'en' = 'zh') {
  const [point] = series.points
  return point ? parentsOf(series, point, language) : []
}

const in2018 = provinces.map((region) => parent(region, '2018 9728亿元'))

test('many provinces of one period are said as one sum that names whom it lacks, never as those on screen', () => {
  const growth = made('CN', [parent('CN', '2019 72072亿元'), ...in2018])
  expect(textsOf(growth)).toEqual(['2019年 72,072亿元', '2018年 5个省份之和（缺西藏）'])
  expect(textsOf(growth, 'en')[1]).toBe('2018 sum of 5 provinces (without Tibet)')
})

test('a sum leads to all of its provinces in its own compilation and period', () => {
  const [, sum] = partsOf(made('CN', [parent('CN', '2019 72072亿元'), ...in2018]))
  expect(sum?.summed).toEqual({
    indicator: 'software_revenue',
    compilation: 'annual',
    basis: 'cumulative',
    period: '2018',
  })
})

test('a province’s share names its own number beside the sum that holds it', () => {
  expect(textsOf(made('110000', in2018))).toEqual(['2018年 9,728亿元', '2018年 5个省份之和（缺西藏）'])
})

test('what a sum is divided by stands beside it', () => {
  const population = parent('CN', '2018-12 140541万人', 'resident_population')
  expect(textsOf(made('CN', [...in2018, population]))).toEqual([
    '2018年 5个省份之和（缺西藏）',
    '2018年12月末 年末常住人口 140,541万人',
  ])
})

test('parents that are not known are counted, not dropped', () => {
  const growth = made('CN', [parent('CN', '2019 72072亿元')], { unknownParents: 30 })
  expect(textsOf(growth)).toEqual(['2019年 72,072亿元', '另有30个公布值未能列出'])
})

test('a few provinces are named one by one', () => {
  expect(textsOf(made('CN', in2018.slice(0, 2)))).toEqual(['2018年 北京 9,728亿元', '2018年 天津 9,728亿元'])
})
