import { describe, expect, test } from 'vitest'
import { admits, parsePeriod } from '#data/model/period.ts'
import { answers } from '#server/answers.ts'
import { openRealApi } from '../support/real-api.ts'

const { ask, current } = await openRealApi()

const compare = async (query: string) => answers.compare.parse(await ask(`/compare?${query}`))

describe('compare', () => {
  test('ranks the four zones by the latest year', async () => {
    const { rows, missing, period, basis, measure } = await compare(
      'indicator=software_revenue&regions=zones',
    )
    expect(rows.map(({ rank }) => rank)).toEqual([1, 2, 3, 4])
    expect(rows.map(({ region }) => region).sort()).toEqual([
      'CN-CENTRAL',
      'CN-EAST',
      'CN-NORTHEAST',
      'CN-WEST',
    ])
    expect(missing).toEqual([])
    expect([basis, measure]).toEqual(['cumulative', 'level'])
    expect(period >= '2024').toBe(true)
    const values = rows.map(({ point }) => point.value)
    expect(values).toEqual(values.toSorted((a, b) => b - a))
  })

  test('lists every region asked for, present or missing, once', async () => {
    const { rows, missing, notCovered } = await compare(
      'indicator=base_stations_5g&regions=520000,provinces,zones,520000',
    )
    const answered = [...rows.map(({ region }) => region), ...missing, ...notCovered]
    expect(answered).toHaveLength(38)
    expect(new Set(answered).size).toBe(38)
    expect(rows.length).toBeGreaterThan(1)
  })

  test.each([
    ['provinces', 34],
    ['zones', 4],
    ['members:CN-JJJ', 3],
    ['members:CN-WEST', 12],
  ])('%s stands for %i regions', async (word, count) => {
    const { rows, missing, notCovered } = await compare(
      `indicator=software_revenue&period=2024&regions=${word}`,
    )
    expect(rows.length + missing.length + notCovered.length).toBe(count)
  })

  test.each(['clusters', 'cities'])('%s stands for every region of its kind', async (word) => {
    const kind = { clusters: 'cluster', cities: 'city' }[word]
    const codes = await current.use(async ({ catalog }) =>
      [...catalog.regions.values()].filter((region) => region.kind === kind).map(({ code }) => code),
    )
    const { rows, missing } = await compare(`indicator=software_revenue&period=2024&regions=${word}`)
    expect([...rows.map(({ region }) => region), ...missing].sort()).toEqual(codes.sort())
  })

  test('a period in which nobody has a number gives no rows and names all', async () => {
    const { rows, missing, sources } = await compare('indicator=software_revenue&regions=zones&period=1999')
    expect([rows, missing.length, sources]).toEqual([[], 4, []])
  })

  test('equal values share a rank, and the next one is skipped', async () => {
    const { rows } = await compare('indicator=software_revenue&regions=zones,CN&measure=yoy_pct')
    for (const [index, { rank, point }] of rows.entries()) {
      const first = rows.findIndex((row) => row.point.value === point.value)
      expect([index >= first, rank]).toEqual([true, first + 1])
    }
  })

  test('shares of one whole only: the one asked for, else the most frequent', async () => {
    const asked = 'indicator=software_revenue&regions=zones&measure=share_pct'
    const most = await compare(asked)
    expect(most.rows.length).toBeGreaterThan(1)
    const same = await compare(`${asked}&period=${most.period}&of=${most.of}`)
    expect(same.rows).toEqual(most.rows)
    const none = await compare(`${asked}&period=${most.period}&of=gdp`)
    expect([none.of, none.rows]).toEqual(['gdp', []])
  })

  test('without a period, a basis asked for decides which is the latest', async () => {
    const { indicators } = answers.indicators.parse(await ask('/indicators'))
    let seen = 0
    for (const { code, coverage } of indicators) {
      for (const basis of coverage.bases.filter((each) => each !== 'stock').slice(0, 1)) {
        const answer = answers.compare.safeParse(
          await ask(`/compare?indicator=${code}&basis=${basis}&regions=zones,provinces,CN`),
        )
        if (!answer.success) continue
        const period = parsePeriod(answer.data.period, 'span')
        expect(period && admits[basis](period)).toBe(true)
        expect(answer.data.basis).toBe(basis)
        seen++
      }
    }
    expect(seen).toBeGreaterThan(10)
  })

  test('a stock is compared at the end of a month', async () => {
    const { basis, period } = await compare('indicator=base_stations_5g')
    expect(basis).toBe('stock')
    expect(period).toMatch(/^\d{4}-\d{2}$/)
  })

  test('a quarter that is also cumulative is seen as cumulative unless the quarter is asked for', async () => {
    const query = 'indicator=software_revenue&regions=CN&period=2024-Q1'
    expect((await compare(query)).basis).toBe('cumulative')
    expect((await compare(`${query}&basis=quarter`)).basis).toBe('quarter')
    expect((await compare('indicator=software_revenue&regions=CN&period=2024-01/2024-03')).period).toBe(
      '2024-Q1',
    )
  })
})
