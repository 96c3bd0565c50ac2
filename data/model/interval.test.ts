import { Decimal } from 'decimal.js'
import { describe, expect, test } from 'vitest'
import {
  add,
  anything,
  contains,
  divide,
  exactly,
  gapBetween,
  type Interval,
  intervalOf,
  meet,
  multiply,
  power,
  subtract,
  sum,
} from './interval.ts'
import type { Qualifier } from './observation.ts'

const show = ({ low, high }: Interval) => [low.toFixed(), high.toFixed()]
const interval = (low: number, high: number): Interval => ({ low: new Decimal(low), high: new Decimal(high) })

describe('what a printed number can stand for', () => {
  test.each<[printed: string, power: number, qualifier: Qualifier, low: string, high: string]>([
    ['3.8', 12, '', '3750000000000', '3850000000000'],
    ['123258', 8, '', '12325750000000', '12325850000000'],
    ['10.0', 0, '', '9.95', '10.05'],
    ['-0.5', 0, '', '-0.55', '-0.45'],
    ['0', 0, '', '-0.5', '0.5'],
    ['3.8', 8, '~', '370000000', '390000000'],
    ['300', 4, '~', '2500000', '3500000'],
    ['120.0', 0, '~', '119.9', '120.1'],
    ['100', 4, '>', '1000000', 'Infinity'],
    ['100', 4, '>=', '1000000', 'Infinity'],
    ['100', 4, '<', '-Infinity', '1000000'],
    ['1.2', 0, '<=', '-Infinity', '1.2'],
  ])('%s × 10^%i, qualifier %j: from %4$s to %5$s', (printed, power, qualifier, low, high) => {
    expect(show(intervalOf(printed, power, qualifier))).toEqual([low, high])
  })

  test('keeps more digits than a decimal usually has', () => {
    expect(show(intervalOf('1234567890123456789012.25', 8, ''))).toEqual([
      '123456789012345678901224500000',
      '123456789012345678901225500000',
    ])
  })
})

describe('arithmetic', () => {
  test('adds and subtracts the ends', () => {
    expect(show(add(interval(1, 2), interval(10, 20)))).toEqual(['11', '22'])
    expect(show(subtract(interval(10, 20), interval(1, 2)))).toEqual(['8', '19'])
    expect(show(sum([interval(1, 2), interval(3, 4), interval(5, 6)]))).toEqual(['9', '12'])
    expect(show(subtract(interval(1, Infinity), interval(1, Infinity)))).toEqual(['-Infinity', 'Infinity'])
  })

  test('multiplies whatever the signs, and 0 times no end at all is 0', () => {
    expect(show(multiply(interval(-2, 3), interval(-5, 7)))).toEqual(['-15', '21'])
    expect(show(multiply(interval(0, 2), interval(1, Infinity)))).toEqual(['0', 'Infinity'])
  })

  test('divides by what cannot be 0, open ends too', () => {
    expect(show(divide(interval(1, 3), interval(2, 4)))).toEqual(['0.25', '1.5'])
    expect(show(divide(interval(1, 3), interval(-4, -2)))).toEqual(['-1.5', '-0.25'])
    expect(show(divide(interval(1, 3), interval(2, Infinity)))).toEqual(['0', '1.5'])
    expect(show(divide(interval(1, Infinity), interval(2, Infinity)))).toEqual(['0', 'Infinity'])
    expect(show(divide(interval(-3, -1), interval(-Infinity, -2)))).toEqual(['0', '1.5'])
  })

  test.each([
    [0, 5],
    [-5, 0],
    [-1, 1],
    [0, 0],
  ])('gives anything when it divides by [%i, %i]', (low, high) => {
    expect(divide(interval(1, 2), interval(low, high))).toEqual(anything)
  })

  test('rounds what has no end in decimals outward', () => {
    const third = divide(interval(1, 1), interval(3, 3))
    const back = multiply(third, interval(3, 3))
    expect(third.low.lt(third.high)).toBe(true)
    expect(contains(back, new Decimal(1))).toBe(true)
  })

  test('raises to powers, the ends outward', () => {
    const root = power(interval(2, 4), new Decimal(0.5))
    expect(contains(multiply(root, root), new Decimal(2))).toBe(true)
    expect(root.high.toFixed(10)).toBe('2.0000000000')
    expect(root.high.gte(2)).toBe(true)
    expect(show(power(interval(-1, Infinity), new Decimal(1)))).toEqual(['0', 'Infinity'])
  })

  test('its results round like any other number afterwards', () => {
    expect(divide(interval(2, 2), interval(3, 3)).high.minus(0).toSignificantDigits(3).toFixed()).toBe(
      '0.667',
    )
    expect(divide(interval(2, 2), interval(3, 3)).low.toSignificantDigits(3).toFixed()).toBe('0.667')
  })
})

test('two intervals meet where one value satisfies both, else they are a gap apart', () => {
  expect(meet(interval(1, 2), interval(2, 3))).toBe(true)
  expect(meet(interval(1, 2), interval(2.1, 3))).toBe(false)
  expect(gapBetween(interval(1, 2), interval(5, 6)).toFixed()).toBe('3')
  expect(gapBetween(interval(5, 6), interval(1, 2)).toFixed()).toBe('3')
  expect(gapBetween(interval(1, 2), exactly(new Decimal(2))).toFixed()).toBe('0')
})
