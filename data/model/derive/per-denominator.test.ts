import { expect, test } from 'vitest'
import { known, stock, told } from '../../../tests/support/known.ts'
import { perGdp, perHead } from './per-denominator.ts'

const people = [stock('2023-12', '20'), stock('2024-12', '21')]

test('per head divides a whole year by the population at its end, and a December by its own', () => {
  const years = perHead([known('2024-01/2024-11', '400'), known('2024', '420')], { denominator: people })
  expect(told(years)).toEqual(['2024 [19.51, 20.51] 20.00 resident_population'])
  expect(years[0]?.parents).toEqual(['2024:420', '2024-12:21'])
  const ends = perHead([stock('2024-06', '30'), stock('2024-12', '42')], { denominator: people })
  expect(told(ends)).toEqual(['2024-12 [1.93, 2.07] 2.00 resident_population'])
})

test('a year whose population nobody printed gives nothing', () => {
  expect(perHead([known('2022', '420')], { denominator: people })).toEqual([])
  expect(perHead([known('2024', '420')], {})).toEqual([])
})

test('per GDP is in percent of the same year', () => {
  const shares = perGdp([known('2024', '5'), known('2024-Q1', '1')], { denominator: [known('2024', '200')] })
  expect(told(shares)).toEqual(['2024 [2.24, 2.76] 2.50 gdp'])
})
