import { expect, test } from 'vitest'
import { embedFields, indicatorFields, printState, readState, regionsFields } from '#server/charts/index.ts'

test('an address is read into typed state', () => {
  const { state, unread } = readState(
    indicatorFields,
    '?measure=yoy_pct&basis=cumulative&region=CN,110000&kind=yearly&from=2021',
  )
  expect(state).toEqual({
    measure: 'yoy_pct',
    basis: 'cumulative',
    region: ['CN', '110000'],
    kind: 'yearly',
    from: '2021',
  })
  expect(unread).toEqual([])
})

test('an unknown value is left out and named', () => {
  const { state, unread } = readState(indicatorFields, 'basis=weekly&kind=pie&measure=level')
  expect(state).toEqual({ measure: 'level' })
  expect(unread).toEqual([
    { name: 'basis', text: 'weekly' },
    { name: 'kind', text: 'pie' },
  ])
})

test('a list with one unreadable region is unreadable as a whole, so that nothing is dropped silently', () => {
  expect(readState(indicatorFields, 'region=CN,beijing').unread).toEqual([
    { name: 'region', text: 'CN,beijing' },
  ])
})

test('a region named twice counts once', () => {
  expect(readState(indicatorFields, 'region=CN,CN').state.region).toEqual(['CN'])
})

test.each(['2023', '2024-Q1', '2024-04', '2024-01/2024-04'])('%s is a period', (period) => {
  expect(readState(regionsFields, new URLSearchParams({ period }).toString()).state.period).toBe(period)
})

test('state is printed in a fixed order and other parameters are kept', () => {
  const printed = printState(
    indicatorFields,
    { kind: 'trend', region: ['CN', '110000'] },
    '?lang=en&kind=yearly',
  )
  expect(printed).toBe('region=CN,110000&kind=trend&lang=en')
})

test('what is printed is read back', () => {
  const state = {
    view: 'slope',
    indicator: 'software_revenue',
    period: '2024-01/2024-04',
    bg: 'transparent',
  } as const
  expect(readState(embedFields, printState(embedFields, state)).state).toEqual(state)
})

test('an empty parameter counts as absent', () => {
  expect(readState(regionsFields, 'indicator=&period=')).toEqual({ state: {}, unread: [] })
})

test('the base of an index is a parameter of the page and of the embedded chart', () => {
  for (const fields of [indicatorFields, embedFields]) {
    const { state, unread } = readState(fields, 'transform=index&indexBase=2020-12')
    expect([state, unread]).toEqual([{ transform: 'index', indexBase: '2020-12' }, []])
    expect(printState(fields, state)).toBe('transform=index&indexBase=2020-12')
  }
})

test('a chart can be frozen at a version and a day that there is', () => {
  const frozen = { asOf: '2024-02-29', snapshot: '0123456789abcdef' }
  expect(readState(embedFields, printState(embedFields, frozen)).state).toEqual(frozen)
  const { unread } = readState(embedFields, 'asOf=2023-02-29&snapshot=latest')
  expect(unread.map(({ name }) => name)).toEqual(['asOf', 'snapshot'])
})

test('what WeChat adds to a shared address is not taken for a year, and not for a mistake', () => {
  expect(readState(indicatorFields, 'from=singlemessage&isappinstalled=0')).toEqual({ state: {}, unread: [] })
  expect(readState(indicatorFields, 'from=2020&from=timeline').state).toEqual({ from: '2020' })
  expect(readState(indicatorFields, 'from=lately').unread).toEqual([{ name: 'from', text: 'lately' }])
})
