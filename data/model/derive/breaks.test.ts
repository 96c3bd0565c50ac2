import { describe, expect, test } from 'vitest'
import { periodOf } from '../../../tests/support/known.ts'
import { isAcrossBreak, positionAfter } from './breaks.ts'

const monthOf = (text: string) => periodOf(text).end
const between = (before: string, after: string) => ({ before: monthOf(before), after: monthOf(after) })
const revised = between('2023-12', '2024-12')
const recounted = between('2023-02', '2023-03')

describe('a flow re-based with the year', () => {
  test.each([
    ['2023', '2024', true],
    ['2023-01/2023-02', '2024-01/2024-02', true],
    ['2024', '2025', false],
    ['2024-01/2024-04', '2025-01/2025-04', false],
    ['2024-01/2024-09', '2024-01/2024-10', false],
    ['2022', '2023', false],
    ['2022', '2025', true],
    ['2025', '2022', true],
  ])('%s and %s: %s', (one, other, isAcross) => {
    expect(isAcrossBreak([revised], periodOf(one), periodOf(other))).toBe(isAcross)
  })
})

describe('a stock counted anew within a year', () => {
  const at = (month: string) => periodOf(month, 'moment')
  test.each([
    ['2023-02', '2023-03', true],
    ['2022-12', '2023-06', true],
    ['2023-03', '2023-04', false],
    ['2023-01', '2023-02', false],
  ])('%s and %s: %s', (one, other, isAcross) => {
    expect(isAcrossBreak([recounted], at(one), at(other))).toBe(isAcross)
  })

  test('known only to a year, it may lie in every month of that year', () => {
    expect(isAcrossBreak([revised], at('2024-06'), at('2024-07'))).toBe(true)
    expect(isAcrossBreak([revised], at('2024-12'), at('2025-01'))).toBe(false)
  })
})

test('a flow counted anew within a year is across where its months are parted', () => {
  const parts = ['2023-01/2023-02', '2023-Q1', '2023-01/2023-04'].map((text) => periodOf(text))
  const [february = periodOf('2023'), march = periodOf('2023'), april = periodOf('2023')] = parts
  expect(isAcrossBreak([recounted], february, march)).toBe(true)
  expect(isAcrossBreak([recounted], march, april)).toBe(false)
})

describe('a break is marked', () => {
  test('on the first number after it', () => {
    const years = ['2021', '2023', '2024', '2025'].map((year) => periodOf(year))
    expect(positionAfter(years, revised)).toBe(2)
    const parts = ['2023', '2024-01/2024-02', '2024-Q1'].map((text) => periodOf(text))
    expect(positionAfter(parts, revised)).toBe(1)
    const stocks = ['2023-02', '2023-03', '2023-04'].map((month) => periodOf(month, 'moment'))
    expect(positionAfter(stocks, recounted)).toBe(1)
  })

  test('nowhere when no number is before it, or none after', () => {
    expect(positionAfter([periodOf('2024'), periodOf('2025')], revised)).toBe(-1)
    expect(positionAfter([periodOf('2022'), periodOf('2023')], revised)).toBe(-1)
  })
})
