import { describe, expect, test } from 'vitest'
import type { Indicator, Point } from './api.ts'
import { sayPoint } from './say-point.ts'

const yuan = {
  name: { zh: '元', en: 'yuan' },
  ladder: {
    zh: [
      [12, '万亿元'],
      [8, '亿元'],
      [4, '万元'],
      [0, '元'],
    ],
    en: [
      [9, 'billion yuan'],
      [0, 'yuan'],
    ],
  },
}
const indicator = { code: 'software_revenue', unit: yuan, counter: null, notes: [] } as unknown as Indicator
const level = { indicator, measure: 'level' } as const

const point = (some: Partial<Point>): Point => ({
  period: '2024',
  time: 'span',
  value: 0,
  low: null,
  high: null,
  unit: 'CNY',
  printedValue: '',
  printedUnit: '',
  status: 'actual',
  qualifier: '',
  comparedTo: '',
  source: 'web-001',
  line: null,
  others: 0,
  correction: null,
  derived: null,
  break: null,
  oddity: null,
  trust: 'title',
  ...some,
})
const derived: Point['derived'] = {
  method: 'share',
  parents: ['a', 'b'],
  against: '',
  isAcrossBreak: false,
  missing: [],
}

describe('a number in a summary', () => {
  test('stays as printed where its unit suits its size', () => {
    const own = point({ value: 4.5486e11, printedValue: '4548.60', printedUnit: '亿元' })
    expect(sayPoint(own, level, 'zh')).toBe('4,548.60亿元')
  })

  test('is moved to the unit that suits it, where it was printed in a small one', () => {
    const own = point({ value: 100_817_971_000, printedValue: '10081797.1', printedUnit: '万元' })
    expect(sayPoint(own, level, 'zh')).toBe('1,008.18亿元')
    expect(sayPoint(own, level, 'en')).toBe('100.82 billion yuan')
  })

  test('keeps 约 and 超', () => {
    const own = point({ value: 3.8e12, printedValue: '38000', printedUnit: '亿元', qualifier: '~' })
    expect(sayPoint(own, level, 'zh')).toBe('约38,000亿元')
  })

  test('shows of a derived one no digit that is not certain', () => {
    const share = { indicator, measure: 'level', transform: 'share' } as const
    const sure = point({ value: 0.73854, low: 0.73853, high: 0.73855, derived })
    const unsure = point({ value: 12.34567, low: 12.1, high: 12.6, derived })
    expect(sayPoint(sure, share, 'zh')).toBe('0.74%')
    expect(sayPoint(unsure, share, 'zh')).toBe('12.3%')
    expect(sayPoint({ ...sure, value: 0.0761, low: 0.07609, high: 0.07611 }, share, 'zh')).toBe('0.076%')
  })
})
