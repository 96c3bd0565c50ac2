import { expect, test } from 'vitest'
import { chartSeries } from '../../../tests/support/chart-series.ts'
import { printedText, saidText } from './value-text.ts'

const series = chartSeries({
  indicator: 'software_revenue',
  basis: 'year',
  figures: ['2024 137276亿元', '2025 15.5万亿元'],
})
const [first, second] = series.points

test('Chinese has the number as printed with separators', () => {
  expect(first && printedText(first, series, 'zh')).toBe('137,276亿元')
})

test('English moves it to its own steps and keeps as many digits as were printed', () => {
  expect(first && printedText(first, series, 'en')).toBe('13.7276 trillion yuan')
  expect(second && printedText(second, series, 'en')).toBe('15.5 trillion yuan')
})

test.each([
  ['~', '约15.5万亿元', 'about 15.5 trillion yuan'],
  ['>', '超15.5万亿元', 'over 15.5 trillion yuan'],
  ['<=', '不超过15.5万亿元', 'at most 15.5 trillion yuan'],
] as const)('the qualifier %s is said', (qualifier, chinese, english) => {
  expect(second && printedText({ ...second, qualifier }, series, 'zh')).toBe(chinese)
  expect(second && printedText({ ...second, qualifier }, series, 'en')).toBe(english)
})

test('users are counted in millions in English', () => {
  const users = chartSeries({
    indicator: 'mobile_5g_users',
    basis: 'stock',
    figures: ['2025-07 4.92亿户', '2026-07 13.03亿户'],
  })
  expect(users.points.map((point) => printedText(point, users, 'en'))).toEqual([
    '492 million',
    '1.303 billion',
  ])
})

test('an index is written with as many digits as make it a value that it can have', () => {
  const derived = { method: 'index', parents: [], against: { zh: '', en: '' }, isAcrossBreak: false } as const
  const said = (value: number, low: number, high: number) =>
    first && printedText({ ...first, value, low, high, derived }, { ...series, transform: 'index' }, 'zh')
  expect(said(104.46, 104.41, 104.51)).toBe('104.5')
  expect(said(104.46, 104.455, 104.465)).toBe('104.46')
  expect(said(104.46, 103.2, 105.7)).toBe('104')
})

test('a derived number has three significant digits, its interval one more decimal, and whole digits stay', () => {
  const derived = { method: 'yoy', parents: [], against: { zh: '', en: '' }, isAcrossBreak: false } as const
  const said = (value: number, low: number, high: number, transform: 'yoy' | 'change') =>
    first && saidText({ ...first, value, low, high, derived }, { ...series, transform }, 'zh')
  expect(said(22.367, 22.3657, 22.368, 'yoy')).toBe('22.4%（推算，22.36—22.37%）')
  expect(said(3.1234, 2.9, 3.4, 'yoy')).toBe('3.1%（推算，2.9—3.4%）')
  expect(said(10_581e8, 10_580e8, 10_582e8, 'change')).toBe('10,581亿元（推算，10,580—10,582亿元）')
})
