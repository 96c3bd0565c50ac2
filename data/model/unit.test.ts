import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { fromBase, powerOf, toBase, type Unit } from './unit.ts'

const { units } = readCatalog('data/catalog')
const unit = (code: string): Unit => {
  const found = units.get(code)
  if (!found) throw new Error(`no unit ${code}`)
  return found
}

describe('powerOf(printed, unit)', () => {
  test.each([
    ['万亿元', 'CNY', 12],
    ['亿元', 'CNY', 8],
    ['元', 'CNY', 0],
    ['亿美元', 'USD', 8],
    ['万户', 'count', 4],
    ['亿个', 'count', 8],
    ['万标准机架', 'count', 4],
    ['万', 'count', 4],
    ['EFLOPS', 'FLOPS', 18],
    ['百亿亿次/秒', 'FLOPS', 18],
    ['万PFLOPS', 'FLOPS', 19],
    ['ZFLOPS', 'FLOPS', 21],
    ['亿GB', 'GB', 8],
    ['EB', 'GB', 9],
    ['ZB', 'GB', 12],
    ['千米', 'km', 0],
    ['万千米', 'km', 4],
    ['万公里', 'km', 4],
    ['万亿分钟', 'minute', 12],
    ['亿千瓦时', 'kWh', 8],
    ['亿KWh', 'kWh', 8],
    ['％', 'percent', 0],
    ['GB／户·月', 'GB_per_user_month', 0],
  ])('reads %s of %s as ten to the %i', (printed, code, power) =>
    expect(powerOf(printed, unit(code))).toBe(power),
  )

  test.each([
    ['亿美元', 'CNY'],
    ['亿元', 'USD'],
    ['%', 'pp'],
    ['pp', 'percent'],
    ['万%', 'percent'],
    ['元/户', 'CNY'],
    ['', 'CNY'],
  ])('does not take %j for %s', (printed, code) => expect(powerOf(printed, unit(code))).toBeUndefined())
})

const printedNumber = fc
  .tuple(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.integer({ min: 0, max: 8 }))
  .map(([digits, decimals]) => new Decimal(digits.toString()).div(Decimal.pow(10, decimals)).toFixed())

describe('toBase(value, power)', () => {
  test('loses no digit of any printed number', () => {
    fc.assert(
      fc.property(printedNumber, fc.integer({ min: -3, max: 21 }), (printed, power) => {
        expect(fromBase(toBase(printed, power), power)).toBe(printed)
      }),
    )
  })

  test('gives the same amount whatever the ladder it was printed on', () => {
    fc.assert(
      fc.property(printedNumber, (printed) => {
        const inYi = new Decimal(printed).times(10_000).toFixed()
        expect(toBase(printed, 12).equals(toBase(inYi, 8))).toBe(true)
      }),
    )
  })

  test('is exact where binary fractions are not', () => {
    expect(toBase('4.35', 2).toFixed()).toBe('435')
    expect(toBase('3.8', 12).toFixed()).toBe('3800000000000')
  })
})
