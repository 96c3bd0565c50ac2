import { expect, test } from 'vitest'
import type { Ladder } from '#data/model/quantity.ts'
import { formatInterval, formatSize } from './format-interval.ts'

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
  expect(formatInterval(base, { unit: yuan, like: '亿元' }, 'zh')).toBe('124,739—124,854亿元')
  expect(formatInterval(base, { unit: yuan }, 'zh')).toBe('12.4739—12.4854万亿元')
  expect(formatInterval(base, { unit: yuan, like: '亿元' }, 'en')).toBe('12.4739–12.4854 trillion yuan')
})

test('a printed unit far too large for the value gives way', () => {
  expect(formatSize(3_000_000, { unit: yuan, like: '亿元' }, 'zh')).toBe('3,000,000元')
})
