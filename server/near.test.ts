import { describe, expect, test } from 'vitest'
import { editDistance, findNear } from './near.ts'

const things = [
  'software_revenue',
  'software_profit',
  'telecom_revenue',
  'sms_revenue',
  'idc_racks',
  'gdp',
].map((code) => ({
  thing: code,
  words: [code],
}))

describe('findNear', () => {
  test.each([
    ['sofware_revenue', ['software_revenue']],
    ['software', ['software_profit', 'software_revenue']],
    ['SOFTWARE_PROFIT', ['software_profit']],
    ['racks', ['idc_racks']],
    ['xx', []],
    ['', []],
    ['   ', []],
  ])('%s', (typed, near) => {
    expect(findNear(typed, things)).toEqual(near)
  })

  test('never names more than five', () => {
    const many = Array.from({ length: 50 }, (_, index) => ({ thing: index, words: [`software_${index}`] }))
    expect(findNear('software', many)).toHaveLength(5)
  })

  test('reads names beside codes', () => {
    expect(findNear('贵州', [{ thing: '520000', words: ['520000', '贵州', '贵州省'] }])).toEqual(['520000'])
  })
})

describe('editDistance', () => {
  test.each([
    ['', '', 0],
    ['kitten', 'sitting', 3],
    ['abc', '', 3],
    ['520000', '521000', 1],
  ])('%s → %s', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance)
    expect(editDistance(b, a)).toBe(distance)
  })
})
