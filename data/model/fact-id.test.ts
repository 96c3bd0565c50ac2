import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compilationCodes } from './compilation.ts'
import { transformCodes } from './derive/derived.ts'
import { type Fact, factIdOf, parseFactId, printFactId } from './fact-id.ts'
import { measureCodes } from './measure.ts'
import { basesOf, type Period, printPeriod } from './period.ts'

const month = fc.integer({ min: 1990 * 12, max: 2060 * 12 })
const moment = month.map((at): Period => ({ time: 'moment', start: at, end: at }))
const span = fc.oneof(
  month.map((at): Period => ({ time: 'span', start: at, end: at })),
  month.map((at): Period => ({ time: 'span', start: at - (at % 3), end: at - (at % 3) + 2 })),
  month.map((at): Period => ({ time: 'span', start: at - (at % 12), end: at })),
)
const period = fc.oneof(moment, span)
const indicator = fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/)
const region = fc.stringMatching(/^([1-9]\d{5}|CN(-[A-Z0-9]{1,6})?)$/)
const comparison = fc.oneof(
  fc.constant(''),
  span.map(printPeriod),
  region.map((code) => `region:${code}`),
  indicator.map((code) => `indicator:${code}`),
)
const fact: fc.Arbitrary<Fact> = period.chain((period) =>
  fc
    .record({
      indicator,
      region,
      period: fc.constant(period),
      basis: fc.constantFrom(...basesOf(period)),
      measure: fc.constantFrom(...measureCodes),
      compilation: fc.constantFrom('' as const, ...compilationCodes),
      of: fc.oneof(
        fc.constant(''),
        indicator,
        region.map((code) => `region:${code}`),
      ),
      comparedTo: comparison,
      transform: fc.constantFrom(...transformCodes),
      indexBase: span.map(printPeriod),
      hoped: fc.constantFrom('' as const, 'target' as const, 'expected' as const),
    })
    .map((each) => (each.transform === 'index' ? each : { ...each, indexBase: '' })),
)

describe('the id of a fact', () => {
  test('says all of it, and nothing else is read from it', () => {
    fc.assert(
      fc.property(fact, (each) => {
        expect(parseFactId(printFactId(each))).toEqual(each)
      }),
    )
  })

  test('stands in a path as it is', () => {
    fc.assert(fc.property(fact, (each) => encodeURIComponent(printFactId(each)) === printFactId(each)))
  })

  test('whatever is read has one spelling', () => {
    const pieces = fc.array(
      fc.oneof(
        fact.chain((each) => fc.constantFrom(...printFactId(each).split('~'))),
        fc.constantFrom('level', 'none', 'index', '', '2024-M04', '2024-01..2024-03', 'of.', 'vs.'),
      ),
      { maxLength: 9 },
    )
    fc.assert(
      fc.property(
        fc.oneof(
          pieces.map((each) => each.join('~')),
          fc.string(),
        ),
        (text) => {
          const read = parseFactId(text)
          if (read) expect(parseFactId(printFactId(read))).toEqual(read)
        },
      ),
    )
  })

  test('is as readable as this', () => {
    const read = (text: string) => {
      const fact = parseFactId(text)
      return fact && printFactId(fact)
    }
    for (const id of [
      'software_revenue~CN~2024-01..2024-04~cumulative~express',
      'mobile_phone_users~CN~2024-04~stock',
      'telecom_revenue~CN~2024-Q1~quarter~yoy_pct',
      'telecom_revenue~CN~2024-01..2024-04~cumulative~growth_change_pp~vs.2024-Q1',
      'software_revenue~520000~2024~year~annual~of.region.CN~share',
      'mobile_phone_users~CN~2024-04~stock~index.2020-12',
      'computing_power~CN~2025-12~stock~target',
    ])
      expect(read(id)).toBe(id)
    expect(read('gdp~CN~2024-01..2024-03~quarter~level')).toBe('gdp~CN~2024-Q1~quarter')
    expect(read('mobile_phone_users~CN~2024-M04~stock~target~net_add')).toBe(
      'mobile_phone_users~CN~2024-04~stock~net_add~target',
    )
  })

  test.each([
    ['', 'nothing in it'],
    ['gdp~CN~2024', 'no basis'],
    ['gdp~CN~2024~stock', 'a basis that does not admit the period'],
    ['gdp~CN~2024-13~month', 'no period'],
    ['gdp~~2024~year', 'no region'],
    ['gdp~CN~2024~year~index', 'an index without its base'],
    ['gdp~CN~2024~year~yoy_pct~net_add', 'two measures'],
    ['gdp~CN~2024~year~yearly', 'an unknown word'],
    ['gdp~CN~2024~year~', 'an empty word'],
  ])('%s is none: it has %s', (text) => expect(parseFactId(text)).toBeUndefined())
})

describe('the id of a point', () => {
  const place = { indicator: 'gdp', region: 'CN', compilation: '', basis: 'year' } as const
  const point = { period: '2024', time: 'span', status: 'actual', comparedTo: '', derived: null } as const
  const made = (method: 'share' | 'index' | 'regions_sum' | 'prior_stock' | 'cagr', against = '') => ({
    ...point,
    derived: { method, against },
  })

  test('is that of what is printed', () => {
    expect(factIdOf({ ...place, measure: 'yoy_pct' }, point)).toBe('gdp~CN~2024~year~yoy_pct')
    expect(factIdOf(place, { ...point, status: 'target' })).toBe('gdp~CN~2024~year~target')
    expect(factIdOf(place, { ...point, status: 'preliminary' })).toBe('gdp~CN~2024~year')
  })

  test('is that of what is derived, whatever stands beside it', () => {
    expect(factIdOf({ ...place, measure: 'yoy_pct', of: '' }, made('share', 'region:CN'))).toBe(
      'gdp~CN~2024~year~of.region.CN~share',
    )
    expect(factIdOf({ ...place, indexBase: '2020' }, made('index', '2020'))).toBe(
      'gdp~CN~2024~year~index.2020',
    )
    expect(factIdOf(place, made('prior_stock', '2025'))).toBe('gdp~CN~2024~year~implied_base')
  })

  test('a sum that stands in for the nation is the fact that the nation may print one day', () => {
    expect(factIdOf(place, made('regions_sum'))).toBe('gdp~CN~2024~year')
  })

  test('what no question derives has none', () => {
    expect(factIdOf(place, made('cagr', '2020'))).toBeUndefined()
  })
})
