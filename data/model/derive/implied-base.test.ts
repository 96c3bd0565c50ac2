import { expect, test } from 'vitest'
import { known, stock, told } from '../../../tests/support/known.ts'
import { impliedBase } from './implied-base.ts'
import { priorStock } from './prior-stock.ts'

const breaks = [] as const

test('software revenue of 2024, 137,276 and +10.0%, implies 124,739–124,854 for 2023, where 123,258 was printed: a break', () => {
  const levels = [known('2023', '123258'), known('2024', '137276')]
  const implied = impliedBase(levels, { growth: [known('2024', '10.0')], breaks })
  expect(told(implied, 0)).toEqual(['2023 [124739, 124854] 124796 2024'])
  expect(implied[0]).toMatchObject({
    method: 'implied_base',
    parents: ['2024:137276', '2024:10.0'],
    isAcrossBreak: true,
  })
})

test('a base that agrees with the level printed is across no break', () => {
  const levels = [known('2023', '124800'), known('2024', '137276')]
  expect(impliedBase(levels, { growth: [known('2024', '10.0')], breaks })[0]?.isAcrossBreak).toBe(false)
})

test('growth of another period, and growth of −100% or less, imply nothing', () => {
  const levels = [known('2024', '100')]
  expect(impliedBase(levels, { growth: [known('2023', '5.0')], breaks })).toEqual([])
  expect(impliedBase(levels, { growth: [known('2024', '-100.0')], breaks })).toEqual([])
})

test('growth that rounding leaves at −100% leaves the base open', () => {
  const [implied] = impliedBase([known('2024', '1')], { growth: [known('2024', '-99.98')], breaks })
  expect(implied?.interval.high.isFinite()).toBe(true)
  const [open] = impliedBase([known('2024', '1')], { growth: [known('2024', '-99.6')].map(rough), breaks })
  expect(open?.interval.high.isFinite()).toBe(false)
})

const rough = (number: ReturnType<typeof known>) => ({
  ...number,
  interval: { low: number.value.minus(1), high: number.value.plus(1) },
})

test('a stock less what was added since is the stock before, of the addition that ends last', () => {
  const levels = [stock('2023-12', '17.27'), stock('2024-06', '17.77'), stock('2024-12', '17.90')]
  const netAdditions = [known('2024', '0.4575'), known('2024-01/2024-06', '0.32')]
  const prior = priorStock(levels, { netAdditions, breaks })
  expect(told(prior, 4)).toEqual(['2023-12 [17.4375, 17.4476] 17.4425 2024-12'])
  expect(prior[0]).toMatchObject({
    method: 'prior_stock',
    isAcrossBreak: true,
    parents: ['2024-12:17.90', '2024:0.4575'],
  })
})
