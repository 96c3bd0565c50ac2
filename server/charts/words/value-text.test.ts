import { expect, test } from 'vitest'
import { chartSeries } from '../../../tests/support/chart-series.ts'
import { printedText } from './value-text.ts'

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
