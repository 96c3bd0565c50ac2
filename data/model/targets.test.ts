import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOld } from './age.ts'
import { anything, exactly, type Interval, intervalOf } from './interval.ts'
import { boundOf, compoundGrowth, gapTo, stateOf, thresholdOf } from './targets.ts'

const of = (value: number) => exactly(new Decimal(value))
const between = (low: number, high: number): Interval => ({ low: new Decimal(low), high: new Decimal(high) })
const show = (interval: Interval | undefined) => `[${interval?.low}; ${interval?.high}]`
const printed = (text: string, qualifier: Parameters<typeof intervalOf>[2] = '') => ({
  value: new Decimal(text),
  interval: intervalOf(text, 0, qualifier),
})

describe('compoundGrowth', () => {
  test('over one year is the growth itself, exact', () => {
    expect(show(compoundGrowth(of(50), of(90), 12))).toBe('[80; 80]')
  })

  test('53 printed, 90 in a year: between 68.2% and 71.4%', () => {
    const { low, high } = compoundGrowth(printed('53').interval, of(90), 12) ?? anything
    expect([low.toFixed(3), high.toFixed(3)]).toEqual(['68.224', '71.429'])
  })

  test('fourfold in two years doubles every year, within the last of 40 digits', () => {
    const { low, high } = compoundGrowth(of(1), of(4), 24) ?? anything
    expect(low.lte(100) && high.gte(100)).toBe(true)
    expect(high.minus(low).lt('1e-36')).toBe(true)
  })

  test('is open where the value is open, and nothing where no time or no value is', () => {
    expect(compoundGrowth(printed('75', '>').interval, of(100), 12)?.low.isFinite()).toBe(false)
    expect(compoundGrowth(of(1), of(2), 0)).toBeUndefined()
    expect(compoundGrowth(of(0), of(2), 12)).toBeUndefined()
  })

  test('holds the growth of any truths that are printed so', () => {
    const level = fc.record({
      whole: fc.integer({ min: 1, max: 99_999 }),
      off: fc.integer({ min: -50, max: 50 }),
    })
    fc.assert(
      fc.property(level, level, fc.integer({ min: 1, max: 120 }), (from, to, months) => {
        const [a, b] = [from, to].map(({ whole, off }) => new Decimal(whole).plus(new Decimal(off).div(100)))
        if (!a || !b || a.lte('0.5') || b.lte('0.5')) return
        const around = ({ whole }: { whole: number }) => intervalOf(String(whole), 0, '')
        const interval = compoundGrowth(around(from), around(to), months)
        const Exact = Decimal.clone({ precision: 50 })
        const truth = Exact.pow(new Exact(b).div(a), new Exact(12).div(months)).minus(1).times(100)
        expect(interval?.low.lte(truth.plus('1e-30')) && interval.high.gte(truth.minus('1e-30'))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('stateOf', () => {
  const base = { bound: 'at_least', target: new Decimal(100), months: 12, isDue: false } as const
  test.each([
    ['reached', printed('100'), undefined, undefined],
    ['reached', printed('137', '>'), undefined, undefined],
    ['no_pace', printed('99', '<'), of(1), undefined],
    ['no_pace', printed('100', '<'), of(1), undefined],
    ['on_pace', printed('80'), between(24, 26), between(26, 27)],
    ['behind', printed('80'), between(24, 26), between(20, 23)],
    ['uncertain', printed('80'), between(24, 26), between(25, 27)],
  ] as const)('%s: %o', (state, actual, required, pace) => {
    expect(stateOf({ ...base, actual, required, pace })).toBe(state)
  })

  test('what is not reached when no time is left is behind', () => {
    expect(stateOf({ ...base, months: 0, actual: printed('80'), required: undefined, pace: of(99) })).toBe(
      'behind',
    )
  })

  test('once due, no pace is a verdict: what was reached stays reached, all else waits for its own number', () => {
    const due = { ...base, months: 36, isDue: true, required: between(1, 2), pace: of(99) }
    expect(stateOf({ ...due, actual: printed('80') })).toBe('due')
    expect(stateOf({ ...due, actual: printed('100') })).toBe('reached')
    expect(stateOf({ ...due, months: 0, actual: printed('80') })).toBe('behind')
  })

  test('a ceiling is reached from above', () => {
    const ceiling = { bound: 'at_most', target: new Decimal('1.2'), months: 12, isDue: false } as const
    const required = between(-16, -15)
    const actual = printed('1.42')
    expect(stateOf({ ...ceiling, actual: printed('1.2'), required, pace: undefined })).toBe('reached')
    expect(stateOf({ ...ceiling, actual, required, pace: between(-20, -17) })).toBe('on_pace')
    expect(stateOf({ ...ceiling, actual, required, pace: between(-3, -2) })).toBe('behind')
  })
})

test('a number is old when more than 18 months have passed since its end', () => {
  const now = 2026 * 12 + 6
  expect([now - 18, now - 19].map((end) => isOld({ end }, now))).toEqual([false, true])
})

test('a plan is meant exactly, an expectation as printed', () => {
  expect(thresholdOf(printed('100', '>'), true, '>')).toEqual(of(100))
  expect(thresholdOf(printed('100'), true, '')).toEqual(of(100))
  expect(show(thresholdOf(printed('100'), false, ''))).toBe('[99.5; 100.5]')
  expect(show(gapTo(of(100), printed('80').interval))).toBe('[19.5; 20.5]')
})

test('不超过 is a ceiling, and so is any target of what should shrink', () => {
  expect([boundOf('>'), boundOf(''), boundOf('<'), boundOf('<='), boundOf('<', true)]).toEqual([
    'at_least',
    'at_least',
    'at_least',
    'at_most',
    'at_most',
  ])
})
