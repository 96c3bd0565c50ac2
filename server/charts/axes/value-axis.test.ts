import { expect, test } from 'vitest'
import { axisText, domainOf } from './value-axis.ts'

const frame = { width: 560, theme: 'light' } as const
const trillion = { power: 12, label: '万亿元' }

test('bars start from zero, lines only where zero is near', () => {
  expect(domainOf([13, 17.5], { steps: 4, zero: 'always' })).toMatchObject({ min: 0, max: 20 })
  expect(domainOf([13, 17.5], { steps: 4, zero: 'near' }).min).toBe(12)
  expect(domainOf([3, 17.5], { steps: 4, zero: 'near' }).min).toBe(0)
})

test('an axis has as many steps as asked for where round ones allow it', () => {
  expect(domainOf([0, 15.5], { steps: 3, zero: 'always' })).toEqual({ min: 0, max: 20, interval: 5 })
  expect(domainOf([0, 9], { steps: 4, zero: 'always' })).toEqual({ min: 0, max: 10, interval: 2.5 })
})

test('negative values keep zero within', () => {
  const { min, max } = domainOf([-29.6, 25.6], { steps: 4, zero: 'near' })
  expect(min).toBeLessThanOrEqual(-29.6)
  expect(max).toBeGreaterThanOrEqual(25.6)
})

test('a single value has an axis from zero', () => {
  expect(domainOf([15.48], { steps: 4, zero: 'near' })).toMatchObject({ min: 0 })
})

test('the numbers of an axis have one scale and share their decimals', () => {
  const { format, unit } = axisText({ min: 0, max: 10e12, interval: 2.5e12 }, trillion, frame)
  expect([0, 2.5e12, 5e12, 10e12].map(format)).toEqual(['0', '2.5', '5.0', '10.0'])
  expect(unit).toBe('万亿元')
})

test('percentages carry their sign and a true minus', () => {
  const { format, unit } = axisText({ min: -20, max: 20, interval: 10 }, { power: 0, label: '%' }, frame)
  expect([-20, 0, 10].map(format)).toEqual(['−20%', '0%', '10%'])
  expect(unit).toBe('')
})
