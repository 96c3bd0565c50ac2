import { expect, test } from 'vitest'
import { parsePeriod } from '#data/model/period.ts'
import { codeOfPeriod, formatPeriod } from './period-text.ts'

test.each([
  ['2024-01/2024-04', 'span', '2024年1—4月', 'Jan–Apr 2024'],
  ['2024-Q1', 'span', '2024年一季度', 'Q1 2024'],
  ['2024-01/2024-06', 'span', '2024年上半年', 'Jan–Jun 2024'],
  ['2024-01/2024-09', 'span', '2024年前三季度', 'Jan–Sep 2024'],
  ['2024', 'span', '2024年', '2024'],
  ['2024-04', 'span', '2024年4月', 'Apr 2024'],
  ['2024-04', 'moment', '2024年4月末', 'end of Apr 2024'],
  ['2024-07/2025-02', 'span', '2024年7月—2025年2月', 'Jul 2024–Feb 2025'],
] as const)('formatPeriod says %s (%s) as %s and %s', (text, time, chinese, english) => {
  const period = parsePeriod(text, time)
  expect(period && formatPeriod(period, 'zh')).toBe(chinese)
  expect(period && formatPeriod(period, 'en')).toBe(english)
})

test.each([
  ['2025年1-10月', '2025-01/2025-10'],
  ['2025年1—10月', '2025-01/2025-10'],
  ['2025年10月末', '2025-10'],
  ['2025年 10月', '2025-10'],
  ['2025年', '2025'],
  ['2025年全年', '2025'],
  ['2025年上半年', '2025-01/2025-06'],
  ['2025年前三季度', '2025-01/2025-09'],
  ['2025年第三季度', '2025-Q3'],
  ['2025年13月', undefined],
  ['去年', undefined],
])('codeOfPeriod reads %s as %s', (text, code) => expect(codeOfPeriod(text)).toBe(code))
