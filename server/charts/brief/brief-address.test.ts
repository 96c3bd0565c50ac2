import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measureCodes } from '#data/model/measure.ts'
import { bases } from '#data/model/period.ts'
import { compareKinds, trendKinds } from '../address/chart-fields.ts'
import {
  type Brief,
  briefLayouts,
  mostCharts,
  printBrief,
  readBrief,
  sentenceChoices,
} from './brief-address.ts'

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined })
const words = fc
  .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
  .map((text) =>
    text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Noncharacter_Code_Point}]/gu, '').trim(),
  )
  .filter((text) => text !== '' && [...text].length <= 80)
const year = fc.integer({ min: 1990, max: 2050 }).map(String)

const chart = fc.record({
  view: maybe(fc.constantFrom(...trendKinds, ...compareKinds)),
  indicator: fc.constantFrom('software_revenue', 'base_stations_5g', 'gdp'),
  measure: maybe(fc.constantFrom(...measureCodes)),
  basis: maybe(fc.constantFrom(...bases)),
  region: maybe(fc.uniqueArray(fc.constantFrom('CN', '520000', 'CN-EAST', '110000'), { minLength: 1 })),
  from: maybe(year),
  period: maybe(fc.constantFrom('2024', '2024-Q1', '2024-01/2024-04')),
})

const briefs: fc.Arbitrary<Brief> = fc.record({
  title: fc.oneof(fc.constant(''), words),
  layout: fc.constantFrom(...briefLayouts),
  made: maybe(fc.constant({ day: '2026-09-30', snapshot: '0123456789abcdef' })),
  items: fc.array(fc.record({ chart, caption: maybe(words), say: fc.constantFrom(...sentenceChoices) }), {
    maxLength: mostCharts,
  }),
})

test('a brief that is printed and read is the same brief', () => {
  fc.assert(
    fc.property(briefs, (brief) => {
      expect(readBrief(printBrief(brief))).toEqual({ brief, faults: [] })
    }),
    { seed: 20260930, numRuns: 300 },
  )
})

test('whatever an address says, reading it ends with a brief and names', () => {
  fc.assert(
    fc.property(fc.webQueryParameters(), (search) => {
      const { brief, faults } = readBrief(search)
      expect(brief.items.length).toBeLessThanOrEqual(mostCharts)
      expect(faults.every(({ name }) => typeof name === 'string')).toBe(true)
    }),
    { seed: 20260930, numRuns: 300 },
  )
})

test('the address can be read by a person', () => {
  const brief: Brief = {
    title: '月度简报',
    layout: 'slides',
    items: [{ chart: { indicator: 'gdp', region: ['CN', '520000'] }, caption: 'A & B', say: 'long' }],
  }
  expect(decodeURIComponent(printBrief(brief))).toBe(
    'title=月度简报&layout=slides&1.indicator=gdp&1.region=CN,520000&1.caption=A+&+B&1.say=long',
  )
})

describe('what is wrong is named', () => {
  const faultsOf = (search: string) => readBrief(search).faults.map(({ kind, name }) => `${kind} ${name}`)

  test.each([
    ['1.indicator=gdp&colour=red', ['unknown colour']],
    ['1.indicator=gdp&1.colour=red', ['unknown 1.colour']],
    ['1.indicator=gdp&0.indicator=gdp', ['unknown 0.indicator']],
    ['1.indicator=gdp&1.indicator=gdp', ['repeated 1.indicator']],
    ['1.indicator=gdp&1.measure=colour', ['unreadable 1.measure']],
    ['1.indicator=gdp&title=', ['unreadable title']],
    ['1.indicator=gdp&1.caption=a%0Ab', ['unreadable 1.caption']],
    [`1.indicator=gdp&1.caption=${'字'.repeat(81)}`, ['unreadable 1.caption']],
    ['1.region=CN', ['missing 1.indicator']],
    ['1.indicator=G%22', ['unreadable 1.indicator']],
    ['1.indicator=gdp&3.indicator=gdp', ['missing 2.indicator']],
    ['1.indicator=gdp&21.indicator=gdp&22.indicator=gdp', ['too_many 21.indicator']],
    ['1.indicator=gdp&made=2026-13-01&since=x', ['unreadable made', 'unreadable since']],
  ])('%s', (search, faults) => expect(faultsOf(search)).toEqual(faults))

  test('parameters of others are no fault where they are expected', () => {
    expect(readBrief('lang=en', new Set(['lang'])).faults).toEqual([])
  })

  test('what is right beside it stays', () => {
    const { brief } = readBrief(
      'title=%00&layout=each&1.indicator=gdp&1.measure=colour&2.region=CN&3.indicator=gdp',
    )
    expect(brief).toEqual({
      title: '',
      layout: 'each',
      items: [
        { chart: { indicator: 'gdp' }, say: 'short' },
        { chart: { indicator: 'gdp' }, say: 'short' },
      ],
    })
  })
})
