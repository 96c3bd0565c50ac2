import { expect, test } from 'vitest'
import { known, periodOf, stock, told } from '../../../tests/support/known.ts'
import { cagr } from './cagr.ts'

const only = (...[earlier, later]: readonly [ReturnType<typeof known>, ReturnType<typeof known>]) =>
  told([cagr(earlier, later, [])].flatMap((found) => found ?? []))

test('compounds over the years between, months too', () => {
  expect(only(known('2020', '81616'), known('2024', '137276'))).toEqual(['2024 [13.88, 13.88] 13.88 2020'])
  expect(only(stock('2024-06', '100'), stock('2025-12', '150'))).toEqual([
    '2025-12 [30.31, 31.77] 31.04 2024-06',
  ])
})

test('is the growth a target requires, open above where the target is a least', () => {
  const target = known('2025-12', '300', { time: 'moment', qualifier: '>=' })
  const required = cagr(stock('2023-12', '230'), target, [])
  expect(required?.value.toFixed(1)).toBe('14.2')
  expect(required?.interval.low.toFixed(1)).toBe('14.1')
  expect(required?.interval.high.isFinite()).toBe(false)
})

test('is none between periods that do not compare, and of what is not above 0', () => {
  expect(only(known('2023-Q4', '10'), known('2024', '10'))).toEqual([])
  expect(only(stock('2023-12', '10'), known('2024-12', '10'))).toEqual([])
  expect(only(known('2024', '10'), known('2023', '10'))).toEqual([])
  expect(only(known('2023', '0'), known('2024', '10'))).toEqual([])
})

test('is flagged across a break', () => {
  const breaks = [{ before: periodOf('2021').end, after: periodOf('2022').end }]
  expect(cagr(known('2020', '10'), known('2024', '20'), breaks)?.isAcrossBreak).toBe(true)
  expect(cagr(known('2022', '10'), known('2024', '20'), breaks)?.isAcrossBreak).toBe(false)
})
