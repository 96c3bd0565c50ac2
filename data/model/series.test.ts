import fc from 'fast-check'
import { expect, test } from 'vitest'
import { basesOf, comparePeriods, type Period } from './period.ts'
import { isMixed, toSeries } from './series.ts'

const period: fc.Arbitrary<Period> = fc
  .tuple(fc.integer({ min: 2018 * 12, max: 2026 * 12 }), fc.integer({ min: 0, max: 12 }), fc.boolean())
  .map(([start, more, isMoment]) =>
    isMoment ? { time: 'moment', start, end: start } : { time: 'span', start, end: start + more },
  )

const point = fc.record({
  indicator: fc.constantFrom('software_revenue', 'base_stations_5g'),
  region: fc.constantFrom('CN', '520000'),
  period,
  measure: fc.constantFrom('level' as const, 'share_pct' as const),
  compilation: fc.constantFrom('' as const, 'express' as const, 'annual' as const),
  of: fc.constantFrom('', 'telecom_revenue'),
  comparedTo: fc.constantFrom('', '2021-Q1', 'region:CN-EAST'),
})

test('toSeries puts every number into each basis that admits it, and into no other', () => {
  fc.assert(
    fc.property(fc.array(point), (points) => {
      const series = toSeries(points)
      expect(series.filter(isMixed)).toEqual([])
      for (const each of points) {
        const holding = series.filter(({ points }) => points.includes(each)).map(({ basis }) => basis)
        expect(holding.toSorted()).toEqual([...basesOf(each.period)].sort())
      }
    }),
  )
})

test('toSeries keeps different wholes, compilations and bases of comparison apart, in time order', () => {
  fc.assert(
    fc.property(fc.array(point), (points) => {
      for (const { points: inside, of, compilation } of toSeries(points)) {
        expect(new Set(inside.map((each) => each.of))).toEqual(new Set([of]))
        expect(new Set(inside.map((each) => each.compilation))).toEqual(new Set([compilation]))
        expect(new Set(inside.map(({ comparedTo }) => comparedTo === '')).size).toBe(1)
        for (const [at, next] of inside.slice(1).entries()) {
          const before = inside[at]
          expect(before && comparePeriods(before.period, next.period)).toBeLessThanOrEqual(0)
        }
      }
    }),
  )
})

test('toSeries gives only the bases asked for', () => {
  fc.assert(
    fc.property(fc.array(point), (points) => {
      for (const { basis } of toSeries(points, ['cumulative'])) expect(basis).toBe('cumulative')
    }),
  )
})
