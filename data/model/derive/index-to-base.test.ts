import { expect, test } from 'vitest'
import { known, periodOf, told } from '../../../tests/support/known.ts'
import { indexToBase } from './index-to-base.ts'

const years = [known('2022', '200'), known('2023', '220'), known('2024', '250')]

test('the first number is 100 exactly unless another is named', () => {
  const index = indexToBase(years, { basis: 'year', breaks: [] })
  expect(told(index).slice(0, 2)).toEqual([
    '2022 [100.00, 100.00] 100.00 2022',
    '2023 [109.48, 110.53] 110.00 2022',
  ])
  const later = indexToBase(years, { basis: 'year', breaks: [], indexBase: periodOf('2023') })
  expect(told(later, 0)[0]).toBe('2022 [90, 91] 91 2023')
  expect(later[0]?.parents).toEqual(['2022:200', '2023:220'])
})

test('a base that was not printed gives nothing', () => {
  expect(indexToBase(years, { basis: 'year', breaks: [], indexBase: periodOf('2019') })).toEqual([])
  expect(indexToBase([], { basis: 'year', breaks: [] })).toEqual([])
})

test('cumulative numbers are measured against the same months of the base year', () => {
  const parts = [
    known('2023-01/2023-02', '100'),
    known('2023', '1000'),
    known('2024-01/2024-02', '110'),
    known('2024-Q1', '300'),
    known('2024', '1200'),
  ]
  const index = indexToBase(parts, { basis: 'cumulative', breaks: [] })
  expect(told(index, 0).map((text) => text.replace(/ \[.*\]/, ''))).toEqual([
    '2023-01/2023-02 100 2023-01/2023-02',
    '2023 100 2023',
    '2024-01/2024-02 110 2023-01/2023-02',
    '2024 120 2023',
  ])
})

test('an exact number is the base before one with an open end, since nothing can be said against 超200', () => {
  const years = [known('2022', '200', { qualifier: '>' }), known('2023', '220'), known('2024', '250')]
  expect(told(indexToBase(years, { basis: 'year', breaks: [] }), 0).at(-1)).toMatch(/ 2023$/)
  const open = years.slice(0, 1)
  expect(indexToBase(open, { basis: 'year', breaks: [] })).toHaveLength(1)
})
