import { describe, expect, test } from 'vitest'
import { known, periodOf, told } from '../../../tests/support/known.ts'
import { decumulate } from './decumulate.ts'

const parts = [
  known('2023-01/2023-02', '14461'),
  known('2023-Q1', '24299'),
  known('2023-01/2023-09', '87610'),
  known('2023-01/2023-10', '98191'),
]
const months = { basis: 'month' as const, breaks: [] }

test('October 2023 is 10,581 ± 1: January–October less January–September', () => {
  const [, october] = decumulate(parts, months)
  expect(october && told([october], 0)).toEqual(['2023-10 [10580, 10582] 10581 2023-01/2023-09'])
  expect(october?.parents).toEqual(['2023-01/2023-10:98191', '2023-01/2023-09:87610'])
  expect(october?.method).toBe('decumulate')
  expect(october?.isAcrossBreak).toBe(false)
})

describe('months', () => {
  test('January–February is never divided, and a month without its neighbour is left out', () => {
    expect(told(decumulate(parts, months), 0).map((text) => text.split(' ')[0])).toEqual([
      '2023-03',
      '2023-10',
    ])
  })

  test('February is a month where January was printed', () => {
    const both = [known('2024-01', '10.5'), known('2024-01/2024-02', '20.0')]
    expect(told(decumulate(both, months))).toEqual(['2024-02 [9.40, 9.60] 9.50 2024-01'])
  })

  test('never cross into another year', () => {
    expect(decumulate([known('2023', '120'), known('2024-01', '10')], months)).toEqual([])
  })

  test('are flagged where the count changed between their parents', () => {
    const breaks = [{ before: periodOf('2023-09').end, after: periodOf('2023-10').end }]
    expect(decumulate(parts, { basis: 'month', breaks }).map(({ isAcrossBreak }) => isAcrossBreak)).toEqual([
      false,
      true,
    ])
  })
})

test('quarters are made of the ends of quarters', () => {
  const ends = [
    known('2023-Q1', '10'),
    known('2023-01/2023-05', '18'),
    known('2023-01/2023-06', '21'),
    known('2023', '50'),
  ]
  const quarters = decumulate(ends, { basis: 'quarter', breaks: [] })
  expect(told(quarters, 0)).toEqual(['2023-Q2 [10, 12] 11 2023-Q1'])
  expect(quarters[0]?.method).toBe('quarter')
})
