import { expect, test } from 'vitest'
import { known, told } from '../../../tests/support/known.ts'
import { type Member, regionSums } from './region-sum.ts'

const members = ['110000', '310000', '440000', '540000']
const level = (region: string, period: string, printed: string): Member => ({
  ...known(period, printed),
  id: `${region}:${period}`,
  region,
})

test('members add up, with all of them as parents', () => {
  const [total, ...others] = regionSums(
    members.map((region) => level(region, '2024', '100')),
    members,
  )
  expect(total && told([total], 1)).toEqual(['2024 [398.0, 402.0] 400.0 '])
  expect([total?.parents.length, total?.missing, others]).toEqual([4, [], []])
})

test('a member that never had a figure may add up to the smallest of the period, and is named', () => {
  const [total] = regionSums(
    [level('110000', '2024', '700'), level('310000', '2024', '500'), level('440000', '2024', '2')],
    members,
  )
  expect(total && told([total], 1)).toEqual(['2024 [1200.5, 1206.0] 1202.0 '])
  expect(total?.missing).toEqual(['540000'])
})

test('a member that had one in another year may add the most it ever had', () => {
  const levels = [
    ...['110000', '310000', '440000'].map((region) => level(region, '2024', '500')),
    level('540000', '2023', '9'),
  ]
  const [total] = regionSums(levels, members)
  expect(total && told([total], 1)).toEqual(['2024 [1498.5, 1511.0] 1500.0 '])
})

test('there is no sum where the missing may add more than a hundredth, or a figure has no lower end', () => {
  expect(regionSums([level('110000', '2024', '700'), level('310000', '2024', '500')], members)).toEqual([])
  const open = { ...known('2024', '700', { qualifier: '<' as const }), id: 'x', region: '110000' }
  const others = ['310000', '440000', '540000'].map((region) => level(region, '2024', '500'))
  expect(regionSums([open, ...others], members)).toEqual([])
})
