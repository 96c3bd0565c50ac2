import { describe, expect, test } from 'vitest'
import type { Language } from '#data/model/language.ts'
import { chartSeries } from '../../../tests/support/chart-series.ts'
import type { ShownNumber } from '../chart-kind.ts'
import { asPrinted, commonScale, exactDigits, textAt } from './one-unit.ts'

/** The numbers of regions in one period, as printed. */
function numbers(
  indicator: string,
  basis: 'year' | 'stock',
  figures: readonly (readonly [region: string, figure: string])[],
): ShownNumber[] {
  const period = basis === 'stock' ? '2022-12' : '2024'
  return figures.flatMap(([region, figure]) => {
    const series = chartSeries({ indicator, region, basis, figures: [`${period} ${figure}`] })
    return series.points.map((point) => ({ series, point }))
  })
}

function said(shown: readonly ShownNumber[], language: Language = 'zh') {
  const scale = commonScale(shown, language)
  return scale && shown.map(({ point }) => textAt(point, scale, language))
}

const revenue = numbers('software_revenue', 'year', [
  ['CN', '136509亿元'],
  ['110000', '311637931.6万元'],
  ['330000', '97776938.0万元'],
])

describe('numbers printed in several units', () => {
  test('are said in one, with every digit that was printed and no other', () => {
    expect(said(revenue)).toEqual(['136,509亿元', '31,163.79316亿元', '9,777.69380亿元'])
  })

  test('go to a larger unit where a smaller one would ask for digits that were not printed', () => {
    const users = numbers('broadband_users', 'stock', [
      ['CN', '5.9亿户'],
      ['110000', '877.3万户'],
      ['120000', '631.1万户'],
    ])
    expect(said(users)).toEqual(['5.9亿户', '0.08773亿户', '0.06311亿户'])
  })

  test('are one unit though it was spelled in two ways', () => {
    const cables = numbers('optical_cable_length', 'stock', [
      ['CN', '5488万千米'],
      ['110000', '471874.69公里'],
    ])
    expect(said(cables)).toEqual(['5,488万公里', '47.187469万公里'])
  })

  test('are one unit in English too', () => {
    expect(said(revenue, 'en')).toEqual([
      '13,650.9 billion yuan',
      '3,116.379316 billion yuan',
      '977.769380 billion yuan',
    ])
  })

  test('keep 约, and how each was printed', () => {
    const [, beijing] = revenue
    const about = beijing && { ...beijing.point, qualifier: '~' as const }
    const scale = commonScale(revenue, 'zh')
    expect(about && scale && textAt(about, scale, 'zh')).toBe('约31,163.79316亿元')
    expect(about && scale && exactDigits(about, scale)).toBe('31163.79316')
    expect(about && asPrinted(about)).toBe('约311,637,931.6万元')
  })
})

test('numbers printed in one unit stay as they were printed', () => {
  expect(commonScale(revenue.slice(1), 'zh')).toBeUndefined()
})

test('a number that was derived is said in the unit of the others, as far as it is certain', () => {
  const derived = {
    method: 'regions_sum',
    parents: [],
    against: { zh: '', en: '' },
    isAcrossBreak: false,
  } as const
  const [nation, ...provinces] = revenue
  if (!nation) throw new Error('no nation')
  const sum = {
    ...nation.point,
    derived,
    printedValue: '',
    printedUnit: '',
    low: 136_509.2e8,
    high: 136_514.8e8,
  }
  expect(said([{ ...nation, point: { ...sum, value: 136_512e8 } }, ...provinces])?.[0]).toBe('136,512亿元')
})
