import { expect, test } from 'vitest'
import type { Coverage } from './api.ts'
import { chooseComparison } from './choose-comparison.ts'

const covered = (region: string, periods: readonly string[], some: Partial<Coverage> = {}): Coverage => ({
  indicator: 'software_revenue',
  region,
  measure: 'level',
  compilation: '',
  basis: 'cumulative',
  of: '',
  comparison: 'usual',
  periods: [...periods],
  ...some,
})

const zones = ['CN-EAST', 'CN-WEST']
const coverage = [
  covered('CN-EAST', ['2022-01/2022-05', '2023-01/2023-05', '2023', '2024-01/2024-05', '2024']),
  covered('CN-WEST', ['2022-01/2022-05', '2023', '2024-01/2024-05']),
  covered('520000', ['2025']),
]

test('the latest period that two regions share is shown', () => {
  expect(chooseComparison(coverage, zones, {}).period?.text).toBe('2024-01/2024-05')
})

test('regions outside the group do not count', () => {
  expect(chooseComparison(coverage, zones, {}).periods.map(({ text }) => text)).toEqual([
    '2022-01/2022-05',
    '2023',
    '2024-01/2024-05',
  ])
})

test('a change is shown against the same months of the earliest year', () => {
  expect(chooseComparison(coverage, zones, {}).against?.text).toBe('2022-01/2022-05')
})

test('without the same months there is nothing to set it against unasked', () => {
  expect(chooseComparison(coverage, zones, { period: '2023' }).against).toBeUndefined()
  expect(
    chooseComparison(coverage, zones, { period: '2023', against: '2024-01/2024-05' }).against?.text,
  ).toBe('2024-01/2024-05')
})

test('where no period is shared, those of single regions are offered', () => {
  expect(chooseComparison(coverage, ['520000'], {}).period?.text).toBe('2025')
})

test('a group without numbers has no period', () => {
  expect(chooseComparison(coverage, ['CN-JJJ'], {}).period).toBeUndefined()
})
