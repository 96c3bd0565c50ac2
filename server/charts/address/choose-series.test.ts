import { expect, test } from 'vitest'
import type { Coverage } from './answers.ts'
import { chooseSeries } from './choose-series.ts'

const covered = (some: Partial<Coverage>): Coverage => ({
  indicator: 'software_revenue',
  region: 'CN',
  measure: 'level',
  compilation: '',
  basis: 'cumulative',
  of: '',
  comparison: 'usual',
  periods: ['2023-01/2023-04', '2023', '2024-01/2024-04'],
  ...some,
})

const coverage = [
  covered({ measure: 'yoy_pct' }),
  covered({}),
  covered({ basis: 'year', periods: ['2023'] }),
  covered({ region: '520000', periods: ['2023'] }),
]

const choose = (state: Parameters<typeof chooseSeries>[2], from = coverage) =>
  chooseSeries({ code: 'software_revenue', comparable: true }, from, state)

test('the nation, the level and the basis with most numbers are shown when nothing is asked', () => {
  expect(choose({})?.question).toEqual({
    indicator: 'software_revenue',
    region: ['CN'],
    measure: 'level',
    basis: 'cumulative',
    from: undefined,
    to: undefined,
  })
})

test('where levels of different years do not compare, growth is shown unless levels are asked for', () => {
  const volume = { code: 'telecom_volume', comparable: false }
  expect(chooseSeries(volume, coverage, {})?.question.measure).toBe('yoy_pct')
  expect(chooseSeries(volume, coverage, { measure: 'level' })?.question.measure).toBe('level')
  expect(chooseSeries(volume, [covered({})], {})?.question.measure).toBe('level')
})

test('a whole year is preferred where cumulating adds nothing', () => {
  const yearly = [
    covered({ periods: ['2022', '2023'] }),
    covered({ basis: 'year', periods: ['2022', '2023'] }),
  ]
  expect(choose({}, yearly)?.question.basis).toBe('year')
})

test('what the address names stays, even where there is nothing', () => {
  expect(choose({ basis: 'stock', region: ['110000'] })?.question).toMatchObject({
    basis: 'stock',
    region: ['110000'],
  })
})

test('only what has numbers is offered', () => {
  expect(choose({})?.options).toMatchObject({
    measures: ['level', 'yoy_pct'],
    bases: ['cumulative', 'year'],
    regions: ['CN', '520000'],
    years: ['2023', '2024'],
  })
})

test('a region with most numbers stands in where the nation has none', () => {
  expect(choose({}, [covered({ region: '520000' })])?.question.region).toEqual(['520000'])
})

test('the usual comparison comes first, however few its numbers', () => {
  const both = [
    covered({ measure: 'growth_change_pp', comparison: 'stated' }),
    covered({ measure: 'growth_change_pp', periods: ['2023'] }),
  ]
  expect(choose({}, both)).toMatchObject({
    comparison: 'usual',
    options: { comparisons: ['usual', 'stated'] },
  })
})

test('an indicator without numbers has nothing to choose', () => {
  expect(choose({}, [])).toBeUndefined()
})

test('an index can have for base what the chosen regions have numbers for, each with how many have it', () => {
  const yearly = [
    covered({ basis: 'year', periods: ['2021', '2022', '2023'] }),
    covered({ basis: 'year', region: '520000', periods: ['2022'] }),
  ]
  const state = { transform: 'index', basis: 'year', region: ['CN', '520000'] } as const
  const chosen = choose({ ...state, indexBase: '2022' }, yearly)
  expect(chosen?.question).toMatchObject({ transform: 'index', indexBase: '2022' })
  expect(chosen?.options.indexBases.map(({ text, regions }) => [text, regions])).toEqual([
    ['2021', 1],
    ['2022', 2],
    ['2023', 1],
  ])
  const cumulative = choose({ ...state, basis: 'cumulative' })
  expect(cumulative?.options.indexBases.map(({ text }) => text)).toEqual(['2023', '2024'])
  expect(choose({ indexBase: '2022' }, yearly)?.question).not.toHaveProperty('indexBase')
})
