import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCsv } from '#data/csv/read-csv.ts'
import { parsePeriod } from '#data/model/period.ts'
import { answers, ErrorAnswer } from '#server/answers.ts'
import { openRealApi } from '../support/real-api.ts'

const { ask, get } = await openRealApi()

const compare = async (query: string) => answers.compare.parse(await ask(`/compare?${query}`))
const columns = [
  'indicator',
  'region',
  'period',
  'measure',
  'value',
  'unit',
  'compared_to',
  'of',
  'status',
  'qualifier',
]

const powers: Readonly<Record<string, number>> = { 万元: 1e4, 亿元: 1e8, 万户: 1e4, 公里: 1, 万公里: 1e4 }

/** Values in base units as a file prints them, by region. */
function printed(file: string, indicator: string, period: string): Map<string, number> {
  const rows = readCsv(file, columns, ['source'])
    .map(({ row }) => row)
    .filter((row) => row['indicator'] === indicator && row['period'] === period && row['qualifier'] === '')
  return new Map(
    rows.map((row) => [
      row['region'] ?? '',
      Number(row['value']) * (powers[row['unit'] ?? ''] ?? Number.NaN),
    ]),
  )
}

const years = ['2018', '2019', '2020', '2021', '2022', '2023', '2024']
const software = years.map((year) => ['software_revenue', year, 'reg-001', 30, ['540000']] as const)
const decembers = (indicator: string, source: string) =>
  years.map((year) => [indicator, `${year}-12`, source, 31, []] as const)

describe('the provinces', () => {
  test.each([
    ...software,
    ...decembers('broadband_users', 'reg-002'),
    ...decembers('optical_cable_length', 'reg-003'),
  ])('%s %s: as the table of %s prints it, %i of 31', async (indicator, period, source, count, missing) => {
    const answer = await compare(
      `indicator=${indicator}&period=${period}&regions=provinces&compilation=annual`,
    )
    expect([answer.rows.length, answer.missing]).toEqual([count, missing])
    expect(answer.notCovered).toEqual(['710000', '810000', '820000'])
    const figures = printed(`data/observations/${source}.csv`, indicator, period)
    const expected = [...figures].toSorted(([, a], [, b]) => b - a)
    expect(answer.rows.map(({ region }) => region)).toEqual(expected.map(([region]) => region))
    expect(answer.rows.map(({ rank }) => rank)).toEqual(expected.map((_, at) => at + 1))
    for (const { region, point } of answer.rows)
      expect(point.value).toBeCloseTo(figures.get(region) ?? Number.NaN, 0)
  })

  test.each(years)(
    'stand in for the nation in %s, with 西藏 in the interval, unless its figure is printed',
    async (year) => {
      const answer = await compare(
        `indicator=software_revenue&period=${year}&regions=CN,provinces&compilation=annual`,
      )
      const nation = answer.rows.find(({ region }) => region === 'CN')?.point
      const sum = [...printed('data/observations/reg-001.csv', 'software_revenue', year).values()].reduce(
        (a, b) => a + b,
      )
      if (year === '2019') {
        expect([nation?.derived, nation?.source]).toEqual([null, 'web-001'])
        expect(Math.abs((nation?.value ?? 0) - sum)).toBeLessThan(2e8)
        return
      }
      expect(nation?.derived).toMatchObject({ method: 'regions_sum', missing: ['540000'] })
      expect(nation?.derived?.parents).toHaveLength(30)
      expect(nation?.value).toBeCloseTo(sum, 0)
      const smallest = Math.min(...answer.rows.map(({ point }) => point.value))
      expect((nation?.high ?? 0) - (nation?.value ?? 0)).toBeGreaterThan(smallest)
    },
  )

  test('北京 has 22.83% of the nation in 2024 within the annual compilation', async () => {
    const { series } = answers.series.parse(
      await ask(
        '/series?indicator=software_revenue&region=110000&compilation=annual&transform=share&basis=year&from=2024',
      ),
    )
    const [point] = series.flatMap(({ points }) => points)
    expect(point?.value).toBeCloseTo(22.829, 3)
    expect([point?.low, point?.high].map((end) => end?.toFixed(4))).toEqual(['22.8281', '22.8291'])
    expect(point?.derived?.missing).toEqual(['540000'])
  })

  test('have the monthly statistics where no compilation is asked for', async () => {
    const answer = await compare('indicator=software_revenue&period=2022-01/2022-05&regions=provinces')
    expect(answer.compilation).toBe('express')
    expect(answer.rows.length).toBeLessThan(30)
  })

  test('have a nation of the same year where it is a sum, also when no period is asked for', async () => {
    const answer = await compare('indicator=software_revenue&regions=CN&compilation=annual')
    expect(answer.period).toBe('2024')
  })

  test('the parts of the nation have their share of it in every year, made of two sums', async () => {
    const { series } = answers.series.parse(
      await ask('/series?indicator=it_service_revenue&compilation=annual&transform=share&basis=year'),
    )
    const points = series.flatMap((each) => each.points)
    expect(points.map(({ period }) => period)).toEqual(years)
    expect(points.at(-1)?.derived?.missing).toEqual(['540000'])
  })

  test('spans of different lengths are never ranked against each other', async () => {
    for (const query of [
      'indicator=telecom_revenue&regions=provinces',
      'indicator=software_revenue&regions=CN,zones,provinces',
    ]) {
      const { rows } = answers.compareLatest.parse(await ask(`/compare/latest?${query}`))
      const lengths = rows.map(({ point }) => {
        const period = parsePeriod(point.period, point.time)
        return period && period.end - period.start
      })
      expect(rows.length).toBeGreaterThan(1)
      expect(new Set(lengths).size).toBe(1)
    }
  })

  test.each([
    ['/series?indicator=software_revenue&compilation=census', 422, 'compilation'],
    ['/compare?indicator=software_revenue&compilation=survey', 422, 'compilation'],
    ['/compare/latest?indicator=software_revenue&compilation=annual&asOf=2026-03-31', 404, 'asOf'],
    ['/compare/latest?indicator=software_revenue&of=region:CN', 404, 'of'],
  ])('%s is %i and names %s', async (path, status, field) => {
    const response = await get(`/api/v1${path}`)
    const { error } = ErrorAnswer.parse(await response.json())
    expect([response.status, error.field]).toEqual([status, field])
  })

  test('an odd member that moves its zone marks the growth of the zone, by the finding that is its', async () => {
    const { leads } = answers.standing.parse(await ask('/standing?region=520000'))
    const software = leads.find(({ indicator }) => indicator === 'software_revenue')
    expect(software?.zone.growth?.oddity?.finding).toMatch(/^yearly_course:software_revenue:610000:2024/)
    expect(software?.nation.growth?.oddity?.finding).toMatch(/^yearly_course:software_revenue:610000:2024/)
    expect(software?.share?.oddity).toBeNull()
  })

  test('are ranked by their newest figure, each with its own period', async () => {
    const answer = answers.compareLatest.parse(
      await ask('/compare/latest?indicator=base_stations_5g&regions=provinces'),
    )
    const periods = new Set(answer.rows.map(({ point }) => point.period))
    expect(answer.rows.length).toBeGreaterThanOrEqual(10)
    expect(periods.size).toBeGreaterThan(1)
    expect([...periods].toSorted().at(-1)).toBe(answer.newest)
    const { observations } = answers.observations.parse(
      await ask(
        '/observations?indicator=base_stations_5g&measure=level&status=actual,preliminary&limit=10000',
      ),
    )
    for (const { region, point } of answer.rows) {
      const own = observations.filter(
        (each) => each.region === region && each.rank === 1 && each.comparedTo === '',
      )
      expect(point.period).toBe(
        own
          .map(({ period }) => period)
          .toSorted()
          .at(-1),
      )
    }
  })

  test('of 2023 are as precise as the issuer rounded them, to 0.01亿元', async () => {
    const answer = await compare(
      'indicator=software_revenue&period=2023&regions=provinces&compilation=annual',
    )
    const widths = answer.rows.map(({ point }) => (point.high ?? 0) - (point.low ?? 0))
    expect(new Set(widths)).toEqual(new Set([1e6]))
  })

  test('a figure that leaves its course says so and where it would lie', async () => {
    const answer = await compare(
      'indicator=software_revenue&period=2024&regions=provinces&compilation=annual',
    )
    const odd = answer.rows.filter(({ point }) => point.oddity)
    expect(odd.map(({ region }) => region).toSorted()).toEqual(['150000', '610000', '620000'])
    const shaanxi = odd.find(({ region }) => region === '610000')?.point
    expect(shaanxi?.oddity?.low).toBeGreaterThan(shaanxi?.value ?? Infinity)
    const { checks } = answers.checks.parse(await ask('/checks?indicator=software_revenue&region=610000'))
    expect(checks.find(({ id }) => id === shaanxi?.oddity?.finding)).toMatchObject({
      identity: 'yearly_course',
      state: 'acknowledged',
      cause: 'as_printed',
    })
  })
})

describe('every row of the tables', () => {
  const tables = [
    ['regional-facts.csv', 2957],
    ['regional-facts-proposed.csv', 1488],
    ['denominators.csv', 512],
  ] as const

  test.each(tables.filter(([name]) => existsSync(`../shared/data/${name}`)))(
    'of %s, %i of them, is published',
    async (name, count) => {
      const rows = readCsv(`../shared/data/${name}`, [...columns, 'source'])
      expect(rows).toHaveLength(count)
      const numbersOf = async (source: string) =>
        answers.source.parse(await ask(`/sources/${source}`)).observations
      const sources = [...new Set(rows.map(({ row }) => row['source'] ?? ''))]
      const known = new Set(
        (await Promise.all(sources.map(numbersOf)))
          .flat()
          .map((each) =>
            [each.source, each.indicator, each.region, each.period, each.measure, each.printedValue].join(
              '|',
            ),
          ),
      )
      const lost = rows.filter(
        ({ row }) =>
          !known.has(
            [
              row['source'],
              row['indicator'],
              row['region'],
              row['period'],
              row['measure'],
              row['value'],
            ].join('|'),
          ),
      )
      expect(lost.map(({ line }) => line)).toEqual([])
    },
  )

  test('as they are kept here are 4,957 and none is refused', async () => {
    const { sources } = answers.sources.parse(await ask('/sources'))
    const regional = sources.filter(({ id }) => id.startsWith('reg-'))
    const total = (count: 'observations' | 'refused') => regional.reduce((sum, each) => sum + each[count], 0)
    expect([regional.length, total('observations'), total('refused')]).toEqual([20, 4957, 0])
  })
})
