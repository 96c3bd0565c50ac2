import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  admits,
  basesOf,
  comparePeriods,
  monthsOf,
  type Period,
  parsePeriod,
  printPeriod,
  printReportingPeriod,
  shiftYears,
} from './period.ts'

const month = fc.integer({ min: 1990 * 12, max: 2100 * 12 - 1 })
const span = fc
  .tuple(month, fc.integer({ min: 0, max: 40 }))
  .map(([start, more]): Period => ({ time: 'span', start, end: start + more }))
const moment = month.map((end): Period => ({ time: 'moment', start: end, end }))
const anyPeriod = fc.oneof(span, moment)

const parsed = (text: string, time: Period['time'] = 'span') => {
  const period = parsePeriod(text, time)
  if (!period) throw new Error(`${text} is not a ${time}`)
  return period
}

describe('parsePeriod(text, time)', () => {
  test('reads back every period it prints', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(parsePeriod(printPeriod(period), period.time)).toEqual(period)
      }),
    )
  })

  test('gives the first quarter and January to March as one period', () => {
    expect(parsed('2024-01/2024-03')).toEqual(parsed('2024-Q1'))
    expect(parsed('2024-01/2024-12')).toEqual(parsed('2024'))
    expect(printPeriod(parsed('2024-01/2024-03'))).toBe('2024-Q1')
  })

  test.each(['2024-13', '2024-00', '2024-Q5', '24', '2024-4', '2024-04/2024-01', '2024/04', '', 'null'])(
    'refuses %j',
    (text) => expect(parsePeriod(text, 'span')).toBeUndefined(),
  )

  test.each(['2024', '2024-Q1', '2024-01/2024-04'])('refuses %j where a moment is due', (text) =>
    expect(parsePeriod(text, 'moment')).toBeUndefined(),
  )
})

describe('basesOf(period)', () => {
  test('gives a moment the stock basis and no other', () => {
    fc.assert(
      fc.property(moment, (period) => {
        expect(basesOf(period)).toEqual(['stock'])
      }),
    )
  })

  test('never gives a span the stock basis', () => {
    fc.assert(
      fc.property(span, (period) => {
        expect(basesOf(period)).not.toContain('stock')
      }),
    )
  })

  test.each([
    ['2024-04', ['month']],
    ['2024-01', ['month', 'cumulative']],
    ['2024-Q2', ['quarter']],
    ['2024-Q1', ['quarter', 'cumulative']],
    ['2024-01/2024-02', ['cumulative']],
    ['2024', ['year', 'cumulative']],
    ['2024-07/2024-12', []],
    ['2023-01/2024-12', []],
  ])('reads %s as %j', (text, expected) => expect(basesOf(parsed(text))).toEqual(expected))

  test('agrees with admits', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        for (const basis of basesOf(period)) expect(admits[basis](period)).toBe(true)
      }),
    )
  })
})

describe('comparePeriods(a, b)', () => {
  test('is a total order that a sort can trust', () => {
    fc.assert(
      fc.property(span, span, span, (a, b, c) => {
        expect(Math.sign(comparePeriods(a, b))).toBe(-Math.sign(comparePeriods(b, a)) || 0)
        if (comparePeriods(a, b) <= 0 && comparePeriods(b, c) <= 0)
          expect(comparePeriods(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('puts the cumulative figure before its last month', () => {
    expect(comparePeriods(parsed('2024-01/2024-04'), parsed('2024-04'))).toBeLessThan(0)
  })
})

test('shiftYears(period, years) keeps the months and comes back', () => {
  fc.assert(
    fc.property(anyPeriod, fc.integer({ min: -30, max: 30 }), (period, years) => {
      const shifted = shiftYears(period, years)
      expect(monthsOf(shifted).start.slice(4)).toBe(monthsOf(period).start.slice(4))
      expect(shiftYears(shifted, -years)).toEqual(period)
    }),
  )
})

test.each(['span', 'moment'] as const)('a month (%s) reads the same as a file spells it', (time) => {
  const month = parsePeriod('2024-04', time)
  expect(month && printReportingPeriod(month)).toBe('2024-M04')
  expect(parsePeriod('2024-M04', time)).toEqual(month)
  expect(parsePeriod('2024-M04/2024-M06', time)).toBeUndefined()
})
