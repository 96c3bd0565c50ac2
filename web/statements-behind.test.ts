import { expect, test } from 'vitest'
import type { Indicator, Point, Region, Series, SeriesAnswer } from '#server/charts/index.ts'
import { statementsBehind } from '#server/charts/index.ts'
import { hrefOfParent } from './href-of-parent.ts'

const names = {
  indicators: [{ code: 'software_revenue', partOf: null }] as unknown as Indicator[],
  regions: [{ code: 'CN', members: ['110000', '120000', '610000'] }] as unknown as Region[],
}

/** An answer of one series whose numbers are made of so many parents. */
const answer = (some: Partial<Series>, parents: number): SeriesAnswer => {
  const derived = { parents: Array.from({ length: parents }, (_, index) => `${index}`) }
  const points = [{ derived: parents === 0 ? null : derived }] as Point[]
  const series = { indicator: 'software_revenue', region: 'CN', transform: 'yoy', points, ...some }
  return { series: [series] } as unknown as SeriesAnswer
}

test('where the nation is a sum, all its provinces are asked for, also those not on screen', () => {
  expect(statementsBehind(answer({}, 31), names)).toEqual([
    { indicator: ['software_revenue'], region: ['CN'] },
    { indicator: ['software_revenue'], region: ['110000', '120000', '610000'] },
  ])
})

test('of a share the nation is asked for too, and of a number per head who is counted', () => {
  expect(statementsBehind(answer({ region: '110000', transform: 'share' }, 2), names)).toEqual([
    { indicator: ['software_revenue'], region: ['110000', 'CN'] },
  ])
  expect(statementsBehind(answer({ transform: 'per_head' }, 2), names)).toEqual([
    { indicator: ['software_revenue', 'resident_population'], region: ['CN'] },
  ])
})

test('printed numbers are made of nothing; a sum among levels is found without a transform', () => {
  expect(statementsBehind(answer({ transform: 'none' }, 0), names)).toEqual([])
  expect(statementsBehind(answer({ transform: 'none' }, 30), names)).toHaveLength(2)
})

test('a sum leads to the page of its provinces', () => {
  const summed = {
    indicator: 'software_revenue',
    compilation: 'annual',
    basis: 'cumulative',
    period: '2018',
  } as const
  expect(hrefOfParent({ source: '', summed })).toBe(
    '/regions?indicator=software_revenue&measure=level&compilation=annual&basis=cumulative&group=provinces&period=2018',
  )
  expect(hrefOfParent({ source: 'miit-1' })).toBe('/sources/miit-1')
  expect(hrefOfParent({ source: '' })).toBeUndefined()
})
