import { describe, expect, test } from 'vitest'
import { known, stock, told } from '../../../tests/support/known.ts'
import { change } from './change.ts'
import { pctChange } from './pct-change.ts'
import { yoy } from './yoy.ts'

const breaks = [] as const

describe('change is against', () => {
  test('the last printed end of a month for a stock, however far back', () => {
    const levels = [stock('2024-01', '10'), stock('2024-03', '13'), stock('2024-04', '12')]
    expect(told(change(levels, { basis: 'stock', breaks }), 0)).toEqual([
      '2024-03 [2, 4] 3 2024-01',
      '2024-04 [-2, 0] -1 2024-03',
    ])
  })

  test('the month, quarter or year before, and nothing else', () => {
    const months = [known('2023-12', '10'), known('2024-01', '13'), known('2024-03', '12')]
    expect(told(change(months, { basis: 'month', breaks }), 0)).toEqual(['2024-01 [2, 4] 3 2023-12'])
    const quarters = [known('2023-Q4', '10'), known('2024-Q1', '13')]
    expect(told(change(quarters, { basis: 'quarter', breaks }), 0)).toEqual(['2024-Q1 [2, 4] 3 2023-Q4'])
    const years = [known('2021', '10'), known('2023', '11'), known('2024', '13')]
    expect(told(change(years, { basis: 'year', breaks }), 0)).toEqual(['2024 [1, 3] 2 2023'])
  })

  test('the same months a year before for a cumulative number', () => {
    const levels = [known('2023-01/2023-02', '10'), known('2023-Q1', '15'), known('2024-01/2024-02', '12')]
    expect(told(change(levels, { basis: 'cumulative', breaks }), 0)).toEqual([
      '2024-01/2024-02 [1, 3] 2 2023-01/2023-02',
    ])
  })
})

describe('growth', () => {
  test('of the same pairs is in percent', () => {
    const levels = [known('2023-12', '100'), known('2024-01', '110')]
    expect(told(pctChange(levels, { basis: 'month', breaks }))).toEqual([
      '2024-01 [8.96, 11.06] 10.00 2023-12',
    ])
  })

  test('against a year before is flagged where the base was revised', () => {
    const levels = [known('2023', '123258'), known('2024', '137276')]
    const revised = { before: 2023 * 12 + 11, after: 2024 * 12 + 11 }
    const [growth] = yoy(levels, { breaks: [revised] })
    expect(growth && told([growth])).toEqual(['2024 [11.37, 11.37] 11.37 2023'])
    expect(growth?.isAcrossBreak).toBe(true)
    expect(yoy(levels, { breaks: [] })[0]?.isAcrossBreak).toBe(false)
  })

  test('from 0 or a loss is none, and from what may be 0 is open', () => {
    expect(yoy([known('2023', '0'), known('2024', '5')], { breaks })).toEqual([])
    expect(yoy([known('2023', '-3'), known('2024', '5')], { breaks })).toEqual([])
    const [open] = yoy([known('2023', '0.04', { qualifier: '~' }), known('2024', '5')], { breaks })
    expect(open?.interval.high.isFinite()).toBe(true)
    const [less] = yoy([known('2023', '3', { qualifier: '<' }), known('2024', '5')], { breaks })
    expect(less?.interval.high.isFinite()).toBe(false)
  })
})
