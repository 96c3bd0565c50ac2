import { expect, test } from 'vitest'
import { known } from '../../../tests/support/known.ts'
import { printPeriod } from '../period.ts'
import { commonBase } from './common-base.ts'

const series = (...figures: string[]) =>
  figures.map((figure) => known(...(figure.split(' ') as [string, string])))
const told = (...args: Parameters<typeof commonBase>) => {
  const base = commonBase(...args)
  return base && printPeriod(base)
}

test('the earliest period that all series have is the base of all', () => {
  const long = series('2019 100', '2020 110', '2021 120', '2022 130')
  const short = series('2021 50', '2022 60')
  expect(told([long, short], 'year')).toBe('2021')
})

test('where none is common to all, the earliest that most have', () => {
  const sets = [series('2019 1', '2021 2', '2022 3'), series('2021 5', '2022 6'), series('2024 9')]
  expect(told(sets, 'year')).toBe('2021')
})

test('a level of zero or below is no base, and without numbers there is none', () => {
  expect(told([series('2020 0', '2021 5')], 'year')).toBe('2021')
  expect(told([[], []], 'year')).toBeUndefined()
})

test('cumulative numbers have a year for base, whatever its months', () => {
  const one = series('2020-01/2020-06 5', '2021-01/2021-06 6')
  const other = series('2021-01/2021-08 7')
  expect(told([one, other], 'cumulative')).toBe('2021')
})

test('a number that is exact is preferred to 超 and 近', () => {
  const over = known('2019', '8', { qualifier: '>' })
  expect(told([[over, ...series('2020 9')]], 'year')).toBe('2020')
  expect(told([[over]], 'year')).toBe('2019')
})
