import { expect, test } from 'vitest'
import type { Coverage, Region } from './answers.ts'
import type { RegionsState } from './chart-fields.ts'
import { chooseComparison, chooseGroup } from './choose-comparison.ts'

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

test('a change starts after the last declared change of 口径, unless the reader asks for more', () => {
  const since = [{ since: '2022-06', zh: '', en: '' }]
  const three = zones.map((region) =>
    covered(region, ['2022-01/2022-05', '2023-01/2023-05', '2024-01/2024-05']),
  )
  const against = (state: RegionsState) => chooseComparison(three, zones, state, since).against?.text
  expect(against({})).toBe('2023-01/2023-05')
  expect(against({ against: '2022-01/2022-05' })).toBe('2022-01/2022-05')
  expect(against({ period: '2022-01/2022-05' })).toBeUndefined()
})

test('growth stands on one 口径 and so may start before a change of it', () => {
  const growth = zones.map((region) =>
    covered(region, ['2022-01/2022-05', '2023-01/2023-05', '2024-01/2024-05'], { measure: 'yoy_pct' }),
  )
  const since = [{ since: '2022-06', zh: '', en: '' }]
  expect(chooseComparison(growth, zones, {}, since).against?.text).toBe('2022-01/2022-05')
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

const codes = ['110000', '120000', '130000', '140000', '150000', '210000', '220000', '230000', '310000']
const yearly = codes.map((region) => covered(region, ['2023', '2024'], { basis: 'year' }))
const provinces = { group: 'provinces' } as const

test('a period that few regions have is not shown unasked', () => {
  const some = [...yearly, covered('110000', ['2025']), covered('120000', ['2025'])].map((each) => ({
    ...each,
    basis: 'year' as const,
  }))
  expect(chooseComparison(some, codes, provinces)).toMatchObject({
    period: { text: '2024', count: 9 },
    when: 'same',
  })
})

test('where no period has half of the regions, each stands at its latest', () => {
  const scattered = codes.map((region, at) =>
    covered(region, [`20${10 + at}-12`, ...(at < 2 ? ['2024-12'] : [])], { basis: 'stock' }),
  )
  expect(chooseComparison(scattered, codes, provinces).when).toBe('latest')
  expect(chooseComparison(scattered, codes, { ...provinces, when: 'same' }).when).toBe('same')
  expect(chooseComparison(scattered, codes, { ...provinces, period: '2024-12' }).when).toBe('same')
})

test('the latest of each is no choice for what adds up within a year', () => {
  expect(chooseComparison(coverage, zones, { when: 'latest' })).toMatchObject({
    when: 'same',
    options: { times: ['same'] },
  })
})

test('provinces stand by whole years where as many have them', () => {
  const both = [...yearly, ...codes.map((region) => covered(region, ['2023', '2024']))]
  expect(chooseComparison(both, codes, provinces).basis).toBe('year')
  expect(chooseComparison(both, codes, { group: 'zones' }).basis).toBe('cumulative')
})

test('growth is offered only where the year before is there too', () => {
  const { periods, measure } = chooseComparison(yearly, codes, { ...provinces, transform: 'yoy' })
  expect(periods.map(({ text }) => text)).toEqual(['2024'])
  expect(measure).toBe('level')
})

test('provinces come first where eight or more have numbers at once', () => {
  const regions = [
    ...codes.map((code) => ({ code, kind: 'province' })),
    ...zones.map((code) => ({ code, kind: 'zone' })),
  ] as unknown as Region[]
  const all = [...yearly, ...coverage]
  expect(chooseGroup(all, regions, {})).toBe('provinces')
  expect(chooseGroup(all.slice(2), regions, {})).toBe('zones')
  expect(chooseGroup(all, regions, { group: 'clusters' })).toBe('clusters')
})
