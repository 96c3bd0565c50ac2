import { describe, expect, test } from 'vitest'
import type { Ladder } from '#data/model/quantity.ts'
import { formatInterval, formatSize, shortenInterval } from './format-interval.ts'

const yuan: Ladder = {
  name: { zh: '元', en: 'yuan' },
  ladder: {
    zh: [
      [12, '万亿元'],
      [8, '亿元'],
      [0, '元'],
    ],
    en: [
      [12, 'trillion yuan'],
      [9, 'billion yuan'],
      [0, 'yuan'],
    ],
  },
}

test('both sides keep to the unit that was printed, and the ends are rounded outward', () => {
  const base = { low: 12_473_915_492_957, high: 12_485_363_636_364 }
  expect(formatInterval(base, { unit: yuan, like: ['亿元'] }, 'zh')).toBe('124,739—124,854亿元')
  expect(formatInterval(base, { unit: yuan }, 'zh')).toBe('12.4739—12.4854万亿元')
  expect(formatInterval(base, { unit: yuan, like: ['亿元'] }, 'en')).toBe('12.4739–12.4854 trillion yuan')
})

test('of two printed units the first that a reader knows is kept', () => {
  expect(formatSize(7.35e11, { unit: yuan, like: ['百万元', '亿元'] }, 'zh')).toBe('7,350亿元')
})

test('a printed unit far too large for the value gives way', () => {
  expect(formatSize(3_000_000, { unit: yuan, like: ['亿元'] }, 'zh')).toBe('3,000,000元')
})

const percent: Ladder = { name: { zh: '%', en: '%' }, ladder: { zh: [[0, '%']], en: [[0, '%']] } }

describe('a derived number in short', () => {
  const short = (low: number | null, high: number | null) =>
    shortenInterval({ low, high }, { unit: percent }, 'zh')

  test('has three significant digits, the rest in its interval', () => {
    expect(short(22.3657, 22.368)).toEqual({ short: '22.4%', interval: '22.3657—22.3680%' })
    expect(short(217.9, 218.04)).toEqual({ short: '218%', interval: '217.90—218.04%' })
    expect(short(7614.5, 7615.5)).toEqual({ short: '7,615%', interval: '7,614.5—7,615.5%' })
  })

  test('does not repeat its unit in the interval below', () => {
    const ends = { low: 894.5e8, high: 895.5e8 }
    expect(shortenInterval(ends, { unit: yuan }, 'zh')).toEqual({ short: '895亿元', interval: '894.5—895.5' })
  })

  test('has fewer where fewer are certain', () => {
    expect(short(2.1, 2.4).short).toBe('2.3%')
    expect(short(68.2, 71.4)).toEqual({ short: '70%', interval: '68.2—71.4%' })
  })

  test('is its interval where that is open or wide, and said once where it is one value', () => {
    expect(short(101.27, null)).toEqual({ short: '≥101.2%', interval: '' })
    expect(short(10, 30)).toEqual({ short: '10—30%', interval: '' })
    expect(short(25, 25)).toEqual({ short: '25%', interval: '' })
  })
})
