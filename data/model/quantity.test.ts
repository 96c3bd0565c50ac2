import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { formatQuantity, groupDigits, movePoint } from './quantity.ts'

const { units } = readCatalog('data/catalog')

test.each([
  [3.8e12, 'CNY', undefined, '3.8万亿元', '3.8 trillion yuan'],
  [137_276e8, 'CNY', undefined, '13.73万亿元', '13.73 trillion yuan'],
  [9055e8, 'CNY', undefined, '9,055亿元', '905.5 billion yuan'],
  [483.8e4, 'count', '个', '483.8万个', '4.84 million'],
  [17.9e8, 'count', '户', '17.9亿户', '1.79 billion'],
  [230e18, 'FLOPS', undefined, '230EFLOPS', '230 EFLOPS'],
  [11.6, 'percent', undefined, '11.6%', '11.6%'],
  [-0.2, 'pp', undefined, '-0.2个百分点', '-0.2 pp'],
  [0, 'CNY', undefined, '0元', '0 yuan'],
  [1.42, 'one', undefined, '1.42', '1.42'],
] as const)('%d of %s (%s) reads as %s and %s', (value, code, counter, chinese, english) => {
  const unit = units.get(code)
  if (!unit) throw new Error(`no unit ${code}`)
  expect(formatQuantity(value, unit, 'zh', counter)).toBe(chinese)
  expect(formatQuantity(value, unit, 'en', counter)).toBe(english)
})

test('groupDigits puts separators into the whole part only and keeps every digit', () => {
  expect(groupDigits('137276')).toBe('137,276')
  expect(groupDigits('-1234567.1234')).toBe('-1,234,567.1234')
  expect(groupDigits('999')).toBe('999')
})

test.each([
  ['311637931.6', -4, '31163.79316'],
  ['877.3', -4, '0.08773'],
  ['0.43', 4, '4300'],
  ['97776938.0', -4, '9777.69380'],
  ['-1.20', 1, '-12.0'],
  ['136509', 0, '136509'],
])('movePoint(%s, %d) is %s', (printed, places, moved) => expect(movePoint(printed, places)).toBe(moved))

test('movePoint gives the very decimal, and takes it back', () => {
  const printed = fc
    .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.stringMatching(/^(\.\d{1,6})?$/))
    .map(([isNegative, whole, fraction]) => `${isNegative ? '-' : ''}${whole}${fraction}`)
  const Exact = Decimal.clone({ precision: 60 })
  fc.assert(
    fc.property(printed, fc.integer({ min: -21, max: 21 }), (number, places) => {
      const moved = movePoint(number, places)
      expect(new Exact(moved).eq(new Exact(number).times(Exact.pow(10, places)))).toBe(true)
      expect(new Exact(movePoint(moved, -places)).eq(number)).toBe(true)
    }),
  )
})
