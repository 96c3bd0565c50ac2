import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'
import { type TimePiece, timeAt } from './times.ts'

const today = { year: 2026, month: 11 }

test.each<readonly [string, TimePiece]>([
  ['2024年', { years: [2024, 2024] }],
  ['24年', { years: [2024, 2024] }],
  ['二〇二四年', { years: [2024, 2024] }],
  ['2018—2024年', { years: [2018, 2024] }],
  ['2018到2024年', { years: [2018, 2024] }],
  ['2018 to 2024', { years: [2018, 2024] }],
  ['2018年以来', { years: [2018, 2018], isSince: true }],
  ['since 2018', { years: [2018, 2018], isSince: true }],
  ['2024Q1', { years: [2024, 2024], months: [1, 3] }],
  ['Q3 2024', { years: [2024, 2024], months: [7, 9] }],
  ['2024-04', { years: [2024, 2024], months: [4, 4] }],
  ['2024年1月到2024年4月', { years: [2024, 2024], months: [1, 4] }],
  ['去年', { years: [2025, 2025] }],
  ['前年', { years: [2024, 2024] }],
  ['the year before last', { years: [2024, 2024] }],
  ['今年以来', { isThisYear: true }],
  ['去年同期', { isYearBefore: true }],
  ['上个月', { years: [2026, 2026], months: [10, 10] }],
  ['上季度', { years: [2026, 2026], months: [7, 9] }],
  ['近三年', { lastYears: 3 }],
  ['过去10年', { lastYears: 10 }],
  ['the last five years', { lastYears: 5 }],
  ['1—7月', { months: [1, 7] }],
  ['1至7月份', { months: [1, 7] }],
  ['1、2月份', { months: [1, 2] }],
  ['前七个月', { months: [1, 7] }],
  ['前三季度', { months: [1, 9] }],
  ['第三季度', { months: [7, 9] }],
  ['一季度', { months: [1, 3] }],
  ['上半年', { months: [1, 6] }],
  ['十一月', { months: [11, 11] }],
  ['January to July', { months: [1, 7] }],
  ['first eleven months', { months: [1, 11] }],
  ['the first half', { months: [1, 6] }],
  ['Sept', { months: [9, 9] }],
  ['5月3日', { isOfDays: true }],
  ['年底', { word: 'end' }],
  ['单月', { word: 'single' }],
])('「%s」 is read as a time, whole', (written, piece) => {
  const text = plainText(written)
  expect(timeAt(text, 0, today)).toEqual({ end: text.length, piece })
})

test.each(['3.5亿元', '42个', 'marketing', 'maybe', '大模型', '月租'])('「%s」 is no time', (text) => {
  expect(timeAt(text, 0, today)).toBeUndefined()
})

test('in January the month before is that of the year before', () => {
  expect(timeAt('上个月', 0, { year: 2027, month: 1 })?.piece).toEqual({
    years: [2026, 2026],
    months: [12, 12],
  })
})
