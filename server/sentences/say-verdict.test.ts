import { describe, expect, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import type { PointAnswer } from '#server/answers.ts'
import type { Fact } from './fact.ts'
import { sayVerdict } from './say-verdict.ts'

const catalog = readCatalog('data/catalog')
const topic = { zh: '通信业', en: 'Telecommunications' }

const printed: PointAnswer = {
  ...{ period: '2026-01/2026-07', time: 'span', value: 0, low: 0, high: 0, unit: 'percent' },
  ...{
    printedValue: '',
    printedUnit: '%',
    status: 'actual',
    qualifier: '',
    comparedTo: '',
    source: 'web-001',
  },
  ...{ line: null, trust: 'link', others: 0, correction: null, derived: null, break: null, oddity: null },
}

function fact(role: Fact['role'], measure: Fact['measure'], point: Partial<PointAnswer>): Fact {
  const of = { indicator: 'telecom_revenue', region: 'CN', compilation: '', of: '' } as const
  return { ...of, role, measure, point: { ...printed, ...point } }
}

const level = fact('figure', 'level', {
  value: 1e12,
  printedValue: '10000',
  printedUnit: '亿元',
  unit: 'CNY',
})
const growth = (value: number) => fact('growth', 'yoy_pct', { value, printedValue: value.toFixed(1) })
const derived: PointAnswer['derived'] = {
  ...{ method: 'change', parents: [], against: '', isAcrossBreak: false, missing: [] },
}
const pace = (value: number, half = 0.1) =>
  fact('pace', 'growth_change_pp', {
    ...{ value, low: value - half, high: value + half, unit: 'pp', comparedTo: '2026-01/2026-06', derived },
    ...{ printedUnit: '' },
  })

const say = (facts: readonly Fact[], language: 'zh' | 'en' = 'zh', more = {}) =>
  sayVerdict(
    { topic, facts, isHeadline: true, until: 2026 * 12 + 6, isOld: false, ...more },
    { catalog, language },
  )

describe('growth and its pace', () => {
  test.each([
    [
      9.2,
      -1.1,
      '增9.2%，比上半年放缓约1.1个百分点',
      'up 9.2% in Jan–Jul, about 1.1 percentage points slower than in Jan–Jun',
    ],
    [
      9.2,
      1.1,
      '增9.2%，比上半年加快约1.1个百分点',
      'up 9.2% in Jan–Jul, about 1.1 percentage points faster than in Jan–Jun',
    ],
    [9.2, 0, '增9.2%，增速与上半年持平', 'up 9.2% in Jan–Jul, the same as in Jan–Jun'],
    [9.2, -0.1, '增9.2%，增速与上半年基本持平', 'up 9.2% in Jan–Jul, much the same as in Jan–Jun'],
    [
      -2.1,
      1.5,
      '降2.1%，降幅比上半年收窄约1.5个百分点',
      'down 2.1% in Jan–Jul, the fall about 1.5 percentage points smaller than in Jan–Jun',
    ],
    [
      -2.1,
      -1.5,
      '降2.1%，降幅比上半年扩大约1.5个百分点',
      'down 2.1% in Jan–Jul, the fall about 1.5 percentage points larger than in Jan–Jun',
    ],
    [
      -2.1,
      -2.8,
      '降2.1%，增速比上半年回落约2.8个百分点',
      'down 2.1% in Jan–Jul, growth about 2.8 percentage points lower than in Jan–Jun',
    ],
    [
      0,
      -2.8,
      '同比持平，比上半年放缓约2.8个百分点',
      'level in Jan–Jul, about 2.8 percentage points slower than in Jan–Jun',
    ],
  ])('of %d and %d', (value, change, zh, en) => {
    const facts = [level, growth(value), pace(change)]
    expect(say(facts)).toBe(`通信业：1—7月${zh}`)
    expect(say(facts, 'en')).toBe(`Telecommunications: ${en}`)
  })

  test('of which the digits do not tell is 基本持平, however far the printed numbers are apart', () => {
    expect(say([level, growth(9), pace(0.8, 1)])).toBe('通信业：1—7月增9.0%，增速与上半年基本持平')
  })
})

test('what is not the headline of its topic is named', () => {
  expect(say([level, growth(9.2)], 'zh', { isHeadline: false })).toBe('通信业：1—7月电信业务收入增9.2%')
})

test('a level of which nobody says how it has grown stands alone', () => {
  expect(say([level])).toBe('通信业：1—7月电信业务收入10000亿元')
})

test('what is old says so, with its year', () => {
  const old = fact('figure', 'level', { ...level.point, period: '2024' })
  expect(say([old], 'zh', { isOld: true })).toBe('通信业：2024年电信业务收入10000亿元，此后19个月未见新数')
})
