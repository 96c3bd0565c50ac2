import { afterAll, describe, expect, test } from 'vitest'
import { transformCodes } from '#data/model/derive/derived.ts'
import { answers } from '#server/answers.ts'
import { createApp } from '#server/app.ts'
import { openCurrentStore } from '#server/current-store.ts'
import { changedDatabase } from '../support/changed-database.ts'
import { openRealApi } from '../support/real-api.ts'

const { ask, get } = await openRealApi()

const readSeries = async (query: string) => answers.series.parse(await ask(`/series?${query}`))
describe('the worked cases', () => {
  test('2024 implies 124,739–124,854 for 2023, where 123,258 was printed: a break', async () => {
    const query = 'indicator=software_revenue&basis=year&from=2023&to=2023'
    const { series: implied, sources } = await readSeries(`${query}&transform=implied_base`)
    const [point] = implied.flatMap(({ points }) => points)
    expect([point?.low, point?.high].map((end) => Math.round((end ?? 0) / 1e8))).toEqual([124_739, 124_854])
    expect(point?.derived).toMatchObject({ method: 'implied_base', against: '2024', isAcrossBreak: true })
    expect(sources.map(({ id }) => id)).toEqual([point?.source])
    const { series: plain } = await readSeries(query)
    expect(plain.flatMap(({ points }) => points.map(({ low, value, high }) => [low, value, high]))).toEqual([
      [12_325_750_000_000, 12_325_800_000_000, 12_325_850_000_000],
    ])
  })

  test('October 2023 is 10,581 ± 1', async () => {
    const { series } = await readSeries(
      'indicator=software_revenue&transform=decumulate&from=2023-10&to=2023-10',
    )
    expect(series.flatMap(({ points }) => points)).toEqual([
      expect.objectContaining({
        period: '2023-10',
        low: 1_058_000_000_000,
        value: 1_058_100_000_000,
        high: 1_058_200_000_000,
        printedValue: '',
        derived: {
          method: 'decumulate',
          parents: ['web-014:25', 'web-172:23'],
          against: '2023-01/2023-09',
          isAcrossBreak: false,
          missing: [],
        },
      }),
    ])
  })

  test('January–February stays a pair, in a cumulative series of its own', async () => {
    const { series } = await readSeries('indicator=software_revenue&transform=decumulate&from=2023&to=2023')
    expect(series.map(({ basis, transform }) => [basis, transform])).toEqual([
      ['month', 'decumulate'],
      ['cumulative', 'decumulate'],
    ])
    expect(series[1]?.points.map(({ period, derived }) => [period, derived])).toEqual([
      ['2023-01/2023-02', null],
    ])
  })
})

describe('a transform', () => {
  test('says the unit of its result', async () => {
    const unitOf = async (transform: string) =>
      (
        await readSeries(`indicator=software_revenue&basis=year&region=520000&transform=${transform}`)
      ).series.map(({ unit }) => unit)
    expect(await Promise.all(transformCodes.slice(0, 6).map(unitOf))).toEqual([
      ['CNY'],
      ['CNY'],
      ['percent'],
      ['percent'],
      ['one'],
      ['percent'],
    ])
    const { series } = await readSeries(
      'indicator=datacenter_pue,intelligent_computing_share&transform=change',
    )
    expect([...new Set(series.map(({ unit }) => unit))]).toEqual(['one', 'pp'])
  })

  test('uses numbers from before the window it is asked for', async () => {
    const { series } = await readSeries(
      'indicator=software_revenue&basis=year&transform=yoy&from=2024&to=2024',
    )
    expect(series[0]?.points.map(({ period, derived }) => [period, derived?.against])).toEqual([
      ['2024', '2023'],
    ])
  })

  test('as of a day is made of what was known on that day', async () => {
    const query = 'indicator=software_revenue&basis=year&transform=implied_base'
    const [known] = (await readSeries(`${query}&asOf=2024-06-30`)).series
    expect(known?.points.at(-1)?.period).toBe('2022')
    const [all] = (await readSeries(query)).series
    expect(all?.points.at(-1)?.period).toBe('2024')
  })

  test('of shares names the whole', async () => {
    const { series } = await readSeries('indicator=mobile_5g_users&region=CN,520000&transform=share')
    expect(series.map(({ region, of }) => [region, of])).toEqual([
      ['CN', 'mobile_phone_users'],
      ['520000', 'region:CN'],
    ])
    for (const { of, points } of series) for (const { derived } of points) expect(derived?.against).toBe(of)
  })

  test('indexes to the base asked for, else to the first number of the window', async () => {
    const query = 'indicator=software_revenue&basis=year&transform=index'
    const { series: named } = await readSeries(`${query}&indexBase=2020`)
    expect(named[0]?.points.find(({ value }) => value === 100)?.period).toBe('2020')
    const { series: first } = await readSeries(`${query}&from=2021`)
    expect(first[0]?.points[0]).toMatchObject({ period: '2021', low: 100, value: 100, high: 100 })
  })

  test('indexes all series of an answer to one base, and says which', async () => {
    const query = 'indicator=base_stations_5g&region=CN,520000,500000,420000&transform=index'
    const { series } = await readSeries(query)
    const [base] = new Set(series.map(({ indexBase }) => indexBase))
    expect(series.map(({ indexBase }) => indexBase)).toEqual(series.map(() => base))
    const drawn = series.filter(({ points }) => points.length > 0)
    expect(drawn.length).toBeGreaterThan(1)
    for (const { points } of drawn) {
      expect(points.find(({ period }) => period === base)).toMatchObject({ low: 100, value: 100, high: 100 })
      for (const { derived } of points) expect(derived?.against).toBe(base)
    }
    const { series: plain } = await readSeries('indicator=base_stations_5g&region=CN')
    expect(plain.map(({ indexBase }) => indexBase)).toEqual([null])
  })

  test('has no index of a series without a number for the base', async () => {
    const query = 'indicator=software_revenue&region=CN,520000&basis=year&transform=index&indexBase=2018'
    const { series } = await readSeries(query)
    expect(series.map(({ region, indexBase, points }) => [region, indexBase, points.length > 0])).toEqual([
      ['CN', '2018', true],
      ['520000', '2018', false],
    ])
  })

  test('cumulative numbers of all series are measured against one year', async () => {
    const query = 'indicator=software_revenue&region=CN,520000,110000&basis=cumulative&transform=index'
    const { series } = await readSeries(query)
    const bases = new Set(series.map(({ indexBase }) => indexBase))
    expect(bases.size).toBe(1)
    const against = series.flatMap(({ points }) => points.map(({ derived }) => derived?.against.slice(0, 4)))
    expect([...new Set(against)]).toEqual([...bases])
  })

  test('goes into files with its ends, method and parents', async () => {
    const query =
      'question=series&indicator=software_revenue&basis=year&transform=implied_base&from=2023&to=2023'
    const [, line = ''] = (await (await get(`/api/v1/export/csv?${query}`)).text()).split('\r\n')
    expect(line).toContain('12473920945024.988')
    expect(line).toMatch(/,implied_base,web-020:27 web-020:28,2024,true,,,implied_base,,,1,,$/)
  })
})

describe('422: what has no meaning', () => {
  test.each([
    ['indicator=software_revenue&measure=yoy_pct&transform=yoy', 'measure', '同比增长'],
    [
      'indicator=software_revenue&region=520000&transform=share&includeHistory=true',
      'includeHistory',
      'asOf',
    ],
    ['indicator=software_revenue&transform=yoy&updatedAfter=2024-01-01', 'updatedAfter', 'asOf'],
    ['indicator=software_revenue&indexBase=2020', 'indexBase', 'transform=index'],
    ['indicator=base_stations_5g&transform=decumulate', 'transform', '流量'],
    ['indicator=software_margin&transform=decumulate', 'transform', '流量'],
    ['indicator=software_revenue&transform=share', 'transform', '没有占比'],
    ['indicator=mobile_phone_penetration&region=520000&transform=share', 'transform', '不能相加'],
    ['indicator=intelligent_computing_share&transform=yoy', 'transform', 'transform=change'],
    ['indicator=telecom_volume&transform=yoy', 'transform', 'measure=yoy_pct'],
    ['indicator=telecom_volume&transform=change', 'transform', '价格基期'],
    ['indicator=telecom_volume&region=520000&transform=share', 'transform', '价格基期'],
    ['indicator=software_revenue&basis=stock&transform=yoy', 'basis', '没有期末值'],
    ['indicator=software_revenue&basis=year&transform=index&indexBase=2019-05', 'indexBase', '2019-05'],
    ['indicator=software_revenue&basis=year&transform=index&indexBase=1999', 'indexBase', '1999'],
    ['indicator=base_stations_5g&transform=index&indexBase=2020', 'indexBase', '2020-12'],
  ])('%s', async (query, field, hint) => {
    const response = await get(`/api/v1/series?${query}`)
    const { error } = (await response.json()) as { error: { field: string; message: string } }
    expect([response.status, error.field]).toEqual([422, field])
    expect(error.message).toContain(hint)
  })

  test.each([
    ['basis=year&transform=decumulate', 'cumulative（累计）', 'year（全年）'],
    ['basis=cumulative,month&transform=decumulate', 'month（当月）', 'cumulative（累计）'],
    ['basis=month&transform=index&indexBase=2023', 'year（全年）', 'month（当月）'],
    ['basis=year,quarter&transform=index&indexBase=2023-Q1', 'quarter（当季）', 'year（全年）'],
  ])('%s: bases that do not combine are both named', async (query, one, other) => {
    const response = await get(`/api/v1/series?indicator=software_revenue&${query}`)
    const { error } = (await response.json()) as { error: { message: string } }
    expect(response.status).toBe(422)
    expect(error.message).toContain(one)
    expect(error.message).toContain(other)
  })

  test('prices that change every year leave what needs no comparison', async () => {
    const { series } = await readSeries('indicator=telecom_volume&transform=decumulate')
    expect(series.length).toBeGreaterThan(0)
  })
})

describe('a break that the database holds', async () => {
  const insert = (indicator: string, region: string, before: number, after: number) =>
    `insert into series_break values ('${indicator}', ${region}, null, ${before}, ${after}, 'declared', '口径调整', 'Re-counted', null, null, null, '[]', '')`
  const file = await changedDatabase([
    'delete from series_break',
    insert('base_stations_5g', 'null', 2023 * 12 + 1, 2023 * 12 + 2),
    insert('software_revenue', "'CN'", 2023 * 12 + 11, 2024 * 12 + 11),
  ])
  const current = await openCurrentStore(file)
  afterAll(() => current.close())
  const app = createApp({ current, pagesFolder: 'none' })
  const read = async (query: string) =>
    answers.series.parse(await (await app.request(`/api/v1/series?${query}`)).json()).series

  test('is marked on the first number after it, once', async () => {
    for (const [query, period] of [
      ['indicator=software_revenue&basis=year', '2024'],
      ['indicator=software_revenue&basis=cumulative', '2024-01/2024-02'],
      ['indicator=base_stations_5g', '2023-04'],
    ] as const) {
      const marked = (await read(query)).flatMap(({ points }) => points.filter((point) => point.break))
      expect(marked.map((point) => [point.period, point.break?.reason.zh])).toEqual([[period, '口径调整']])
    }
  })

  test('is of its region only, and of levels only', async () => {
    const others = await read('indicator=software_revenue&region=520000,110000&basis=year')
    const growth = await read('indicator=software_revenue&measure=yoy_pct&basis=year')
    expect([...others, ...growth].flatMap(({ points }) => points.filter((point) => point.break))).toEqual([])
  })

  test('flags what is derived across it, and nothing else', async () => {
    const flagged = async (query: string) =>
      (await read(query)).flatMap(({ points }) =>
        points.filter(({ derived }) => derived?.isAcrossBreak).map(({ period }) => period),
      )
    expect(await flagged('indicator=software_revenue&basis=year&transform=yoy')).toEqual(['2024'])
    expect(await flagged('indicator=software_revenue&transform=decumulate')).toEqual([])
    expect(await flagged('indicator=software_revenue&basis=year&transform=index&indexBase=2023')).toEqual([
      '2024',
      '2025',
    ])
    expect(await flagged('indicator=base_stations_5g&transform=change')).toEqual(['2023-04'])
  })
})
