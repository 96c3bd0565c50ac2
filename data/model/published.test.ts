import { describe, expect, test } from 'vitest'
import { dayBefore, lastDayOf, lastMonthOver, toVintages } from './published.ts'

describe('lastDayOf', () => {
  test.each([
    ['2024-01-31', '2024-01-31'],
    ['2024-02', '2024-02-29'],
    ['2023-12', '2023-12-31'],
    ['2023', '2023-12-31'],
    ['', undefined],
  ])('%s is out by %s', (published, day) => expect(lastDayOf(published)).toBe(day))
})

test.each([
  ['2024-03-01', '2024-02-29'],
  ['2024-01-01', '2023-12-31'],
])('the day before %s is %s', (day, before) => expect(dayBefore(day)).toBe(before))

test.each([
  ['2025-12-31', 2025 * 12 + 11],
  ['2025-12-30', 2025 * 12 + 10],
  ['2026-01-01', 2025 * 12 + 11],
  ['2024-02-29', 2024 * 12 + 1],
])('by the end of %s month %i is the last that is over', (day, month) => {
  expect(lastMonthOver(day)).toBe(month)
})

describe('toVintages', () => {
  const statement = (published: string, rank: number) => ({ published, rank })

  test('a better statement takes the place of the one before', () => {
    expect(
      toVintages([statement('2024-05-01', 1), statement('2024-01-10', 3), statement('2024-03', 2)]),
    ).toEqual([
      { statement: statement('2024-01-10', 3), from: '2024-01-10', to: '2024-03-31' },
      { statement: statement('2024-03', 2), from: '2024-03-31', to: '2024-05-01' },
      { statement: statement('2024-05-01', 1), from: '2024-05-01', to: null },
    ])
  })

  test('a later one of lower rank was never shown, nor was one without a date', () => {
    expect(
      toVintages([statement('2024-01-10', 2), statement('2024-05-01', 3), statement('', 1)]).map(
        ({ from, to }) => [from, to],
      ),
    ).toEqual([['2024-01-10', null]])
  })

  test('of two of one day the better is shown', () => {
    expect(toVintages([statement('2024-01-10', 2), statement('2024-01-10', 1)])).toHaveLength(1)
  })
})
