import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cagr } from '#data/model/derive/cagr.ts'
import type { Derived, Known, Surroundings } from '#data/model/derive/derived.ts'
import { transforms } from '#data/model/derive/index.ts'
import { priorStock } from '#data/model/derive/prior-stock.ts'
import { contains, intervalOf } from '#data/model/interval.ts'
import { type Qualifier, qualifiers } from '#data/model/observation.ts'
import type { Basis } from '#data/model/period.ts'
import { periodOf } from '../support/known.ts'

/*
 * Truths are chosen, rounded and worded as a release would print them, and derived from: what the derivation should
 * have given must lie inside the interval that it gives.
 */

/** More digits than the intervals have, so that the rounding of a truth is not what decides. */
const Exact = Decimal.clone({ precision: 90 })
const truthOf = (mantissa: number, exponent: number): Decimal => new Exact(`${mantissa}e${exponent}`)

interface Printing {
  readonly power: number
  readonly decimals: number
  readonly qualifier: Qualifier
  readonly rounding: Decimal.Rounding
  /** How many digits before the point 约 rounds away. */
  readonly zeros: number
}

const printing: fc.Arbitrary<Printing> = fc.record({
  power: fc.constantFrom(0, 2, 4, 8),
  decimals: fc.integer({ min: 0, max: 4 }),
  qualifier: fc.oneof({ weight: 3, arbitrary: fc.constant('' as const) }, fc.constantFrom(...qualifiers)),
  rounding: fc.constantFrom(Decimal.ROUND_HALF_UP, Decimal.ROUND_HALF_EVEN, Decimal.ROUND_HALF_DOWN),
  zeros: fc.integer({ min: 0, max: 3 }),
})

/** Percentages are printed without a power of ten. */
const percentPrinting = printing.map((each): Printing => ({ ...each, power: 0, zeros: 0 }))

function print(truth: Decimal, { power, decimals, qualifier, rounding, zeros }: Printing): string {
  const scaled = truth.div(new Exact(10).pow(power))
  if (qualifier === '>' || qualifier === '>=') return scaled.toFixed(decimals, Decimal.ROUND_FLOOR)
  if (qualifier === '<' || qualifier === '<=') return scaled.toFixed(decimals, Decimal.ROUND_CEIL)
  const step = new Exact(10).pow(zeros)
  const round = scaled.div(step).toDecimalPlaces(0, rounding).times(step)
  return qualifier === '~' && !round.isZero() ? round.toFixed(0) : scaled.toFixed(decimals, rounding)
}

/** A truth as it is printed for a period. */
function tell(period: string, truth: Decimal, how: Printing): Known {
  const printed = print(truth, how)
  return {
    period: periodOf(period.replace(/末$/, ''), period.endsWith('末') ? 'moment' : 'span'),
    value: new Decimal(`${printed}e${how.power}`),
    interval: intervalOf(printed, how.power, how.qualifier),
    id: period,
  }
}

const level = fc
  .tuple(fc.integer({ min: 1, max: 2 ** 31 - 1 }), fc.integer({ min: -3, max: 6 }))
  .map(([mantissa, exponent]) => truthOf(mantissa, exponent))
/** Percent with four decimals, from −95 to +400. */
const growth = fc.integer({ min: -950_000, max: 4_000_000 }).map((each) => truthOf(each, -4))

let [checked, bounded] = [0, 0]

function assertInside(found: Derived | undefined, truth: Decimal): void {
  if (!found) return
  checked++
  const { value, interval } = found
  if (interval.low.isFinite() || interval.high.isFinite()) bounded++
  if (!contains(interval, truth) || !contains(interval, value)) {
    throw new Error(`${truth} or ${value} is outside [${interval.low}, ${interval.high}]`)
  }
}

const surroundings = (basis: Basis, more: Partial<Surroundings> = {}): Surroundings => ({
  basis,
  breaks: [],
  growth: [],
  netAdditions: [],
  ...more,
})

const percent = (one: Decimal, other: Decimal) => new Exact(one).div(other).times(100)
const grown = (one: Decimal, other: Decimal) => percent(one, other).minus(100)

interface Case {
  readonly runs: number
  readonly second: fc.Arbitrary<Decimal>
  readonly how?: fc.Arbitrary<Printing>
  readonly check: (one: Decimal, other: Decimal, print: readonly [Printing, Printing]) => void
}

/** Two truths, each printed in its own way, and what is made of them. */
const cases: Readonly<Record<string, Case>> = {
  decumulate: {
    runs: 13_000,
    second: level,
    check: (before, month, [a, b]) => {
      const parts = [tell('2023-01/2023-09', before, a), tell('2023-01/2023-10', before.plus(month), b)]
      assertInside(transforms.decumulate(parts, surroundings('month'))[0], month)
    },
  },
  quarter: {
    runs: 13_000,
    second: level,
    check: (before, quarter, [a, b]) => {
      const parts = [tell('2023-01/2023-06', before, a), tell('2023-01/2023-09', before.plus(quarter), b)]
      assertInside(transforms.decumulate(parts, surroundings('quarter'))[0], quarter)
    },
  },
  implied_base: {
    runs: 14_000,
    second: growth,
    how: percentPrinting,
    check: (base, rate, [a, b]) => {
      const later = tell('2024', base.times(rate.div(100).plus(1)), a)
      const given = surroundings('year', { growth: [tell('2024', rate, b)] })
      assertInside(transforms.implied_base([later], given)[0], base)
    },
  },
  prior_stock: {
    runs: 13_000,
    second: level,
    check: (before, added, [a, b]) => {
      const later = tell('2024-12末', before.plus(added), a)
      const netAdditions = [tell('2024', added, b)]
      assertInside(priorStock([later], { netAdditions, breaks: [] })[0], before)
    },
  },
  change: {
    runs: 13_000,
    second: level,
    check: (one, other, [a, b]) => {
      const levels = [tell('2023-12末', one, a), tell('2024-02末', other, b)]
      assertInside(transforms.change(levels, surroundings('stock'))[0], other.minus(one))
    },
  },
  pct_change: {
    runs: 13_000,
    second: level,
    check: (one, other, [a, b]) => {
      const levels = [tell('2023-Q4', one, a), tell('2024-Q1', other, b)]
      assertInside(transforms.pct_change(levels, surroundings('quarter'))[0], grown(other, one))
    },
  },
  yoy: {
    runs: 13_000,
    second: level,
    check: (one, other, [a, b]) => {
      const levels = [tell('2023', one, a), tell('2024', other, b)]
      assertInside(transforms.yoy(levels, surroundings('year'))[0], grown(other, one))
    },
  },
  index: {
    runs: 13_000,
    second: level,
    check: (one, other, [a, b]) => {
      const levels = [tell('2020', one, a), tell('2024', other, b)]
      const named = surroundings('year', { indexBase: periodOf('2020') })
      assertInside(transforms.index(levels, named)[1], percent(other, one))
    },
  },
  share: {
    runs: 13_000,
    second: level,
    check: (part, rest, [a, b]) => {
      const all = part.plus(rest)
      const whole = { of: 'region:CN', levels: [tell('2024', all, b)] }
      assertInside(
        transforms.share([tell('2024', part, a)], surroundings('year', { whole }))[0],
        percent(part, all),
      )
    },
  },
  'cagr over half a year': {
    runs: 700,
    second: growth,
    check: (one, rate, [a, b]) => {
      const half = rate.div(100).plus(1)
      const levels = [tell('2020-06末', one, a), tell('2020-12末', one.times(half.pow(1)), b)] as const
      assertInside(cagr(...levels, []), half.pow(2).minus(1).times(100))
    },
  },
  'cagr over three and a half years': {
    runs: 700,
    second: growth,
    check: (one, rate, [a, b]) => {
      const half = rate.div(100).plus(1)
      const levels = [tell('2020-06末', one, a), tell('2023-12末', one.times(half.pow(7)), b)] as const
      assertInside(cagr(...levels, []), half.pow(2).minus(1).times(100))
    },
  },
}

/**
 * Tests that the truth lies inside every derived interval.
 * @param part of the cases there are: 1 for all.
 */
export function walkDerivations(part: number): void {
  test.each(Object.entries(cases))('%s', (_, { runs, second, how = printing, check }) => {
    fc.assert(
      fc.property(level, second, printing, how, (one, other, a, b) => check(one, other, [a, b])),
      { numRuns: Math.ceil(runs * part) },
    )
  })

  test('in very many cases, nearly all with an end', () => {
    expect(checked).toBeGreaterThan(100_000 * part)
    expect(bounded / checked).toBeGreaterThan(0.8)
  })
}

/** Tests that the walk would notice an interval that is too narrow. */
export function walkNarrowDerivations(): void {
  test('an interval a quarter too narrow would be noticed', () => {
    const narrow = ({ interval: { low, high }, ...rest }: Known): Known => {
      const eighth = high.minus(low).div(8)
      return { ...rest, interval: { low: low.plus(eighth), high: high.minus(eighth) } }
    }
    const property = fc.property(level, level, printing, printing, (one, other, a, b) => {
      const exact = { qualifier: '' as const }
      const levels = [tell('2023', one, { ...a, ...exact }), tell('2024', other, { ...b, ...exact })]
      assertInside(transforms.change(levels.map(narrow), surroundings('year'))[0], other.minus(one))
    })
    expect(fc.check(property, { numRuns: 2000 }).failed).toBe(true)
  })
}
