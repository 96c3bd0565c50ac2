import { expect, test } from 'vitest'
import { type Basis, parsePeriod, type Time } from '#data/model/period.ts'
import type { Indicator, Point } from './api.ts'
import { formatBaseValue, formatDate, formatDated, formatPointPeriod, printParts } from './format.ts'

const point = (some: Partial<Point>): Point => ({
  period: '2024',
  time: 'span',
  value: 3.8e12,
  low: 3.75e12,
  high: 3.85e12,
  unit: 'CNY',
  printedValue: '3.8',
  printedUnit: '万亿元',
  status: 'actual',
  qualifier: '',
  comparedTo: '',
  source: 'a',
  trust: 'title',
  line: null,
  others: 0,
  correction: null,
  derived: null,
  break: null,
  oddity: null,
  ...some,
})

const revenue: Pick<Indicator, 'code' | 'name' | 'kind' | 'unit' | 'counter' | 'notes'> = {
  code: 'software_revenue',
  name: { zh: '软件业务收入', en: 'Software revenue' },
  kind: 'flow',
  unit: {
    code: 'CNY',
    name: { zh: '元', en: 'yuan' },
    ladder: {
      zh: [
        [12, '万亿元'],
        [0, '元'],
      ],
      en: [
        [12, 'trillion yuan'],
        [0, 'yuan'],
      ],
    },
  },
  counter: null,
  notes: [],
}

test.each<[string, Time, Basis, string, string]>([
  ['2026-01/2026-07', 'span', 'cumulative', '2026年1—7月累计', 'Jan–Jul 2026, cumulative'],
  ['2026-Q1', 'span', 'cumulative', '2026年一季度', 'Q1 2026'],
  ['2026-01/2026-06', 'span', 'cumulative', '2026年上半年', 'Jan–Jun 2026, cumulative'],
  ['2025', 'span', 'cumulative', '2025年全年', 'whole year 2025'],
  ['2024-04', 'span', 'month', '2024年4月当月', 'Apr 2024, single month'],
  ['2026-07', 'moment', 'stock', '2026年7月末', 'end of Jul 2026'],
])('%s as a %s reads with its basis %s', (period, time, basis, zh, en) => {
  expect(parsePeriod(period, time)).toBeDefined()
  expect(formatPointPeriod({ period, time }, basis, 'zh')).toBe(zh)
  expect(formatPointPeriod({ period, time }, basis, 'en')).toBe(en)
})

test('a printed number keeps its digits, its words and its unit', () => {
  const parts = printParts(point({ qualifier: '~' }), { indicator: revenue, measure: 'level' }, 'zh')
  expect(parts).toEqual({ before: '约', digits: '3.8', after: '万亿元' })
})

test('a unit in Latin letters stands apart from the digits', () => {
  const power = point({ printedValue: '280', printedUnit: 'EFLOPS', value: 2.8e20 })
  expect(printParts(power, { indicator: revenue, measure: 'level' }, 'zh').after).toBe('\u202fEFLOPS')
})

test('a value in base units shows every digit', () => {
  expect(formatBaseValue(point({}), { indicator: revenue, measure: 'level' }, 'zh')).toBe(
    '3,800,000,000,000 元',
  )
  expect(formatBaseValue(point({ value: -2.1 }), { indicator: revenue, measure: 'yoy_pct' }, 'zh')).toBe(
    '−2.1%',
  )
})

test('a date says as much as is known', () => {
  expect(['2024-01-31', '2024-01', '2024', ''].map((date) => formatDate(date, 'zh'))).toEqual([
    '2024年1月31日',
    '2024年1月',
    '2024年',
    '',
  ])
  expect(formatDate('2024-01-31', 'en')).toBe('31 Jan 2024')
})

test('a date that is no day of issue says what it is', () => {
  const dated = (dating: 'issue' | 'read' | 'bound' | 'month', published = '2026-04-17') =>
    (['zh', 'en'] as const).map((language) => formatDated({ published, dating }, language))
  expect(dated('issue')).toEqual(['2026年4月17日', '17 Apr 2026'])
  expect(dated('read')).toEqual(['2026年4月17日读取', 'read 17 Apr 2026'])
  expect(dated('bound')).toEqual(['不晚于2026年4月17日', 'by 17 Apr 2026'])
  expect(dated('month', '2026-04')).toEqual(['2026年4月', 'Apr 2026'])
})
