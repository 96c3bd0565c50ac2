import { count } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { observation } from '#data/store/schema.ts'
import { answers } from '#server/answers.ts'
import { openRealApi } from '../support/real-api.ts'

const { ask, current } = await openRealApi()

const read = async (query: string) => answers.observations.parse(await ask(`/observations?${query}`))
const total = await current.use(
  async ({ db }) => (await db.select({ rows: count() }).from(observation))[0]?.rows ?? 0,
)

async function readAll(query: string) {
  const pages = [await read(query)]
  for (let next = pages.at(-1)?.nextCursor; next; next = pages.at(-1)?.nextCursor) {
    pages.push(await read(`${query}&cursor=${next}`))
  }
  return pages
}

const everything = (await readAll('limit=10000')).flatMap(({ observations }) => observations)

describe('observations', () => {
  test('come a thousand at a time, and all of them in the end, each once', async () => {
    const pages = await readAll('')
    const ids = pages.flatMap(({ observations }) => observations.map(({ id }) => id))
    expect(pages[0]?.observations).toHaveLength(1000)
    expect(ids).toHaveLength(total)
    expect(new Set(ids).size).toBe(total)
  })

  test.each([1, 7, 500])('pages of %i are cut from the same order', async (limit) => {
    const query = 'indicator=software_revenue&region=CN'
    const whole = (await read(`${query}&limit=10000`)).observations
    const pages = await readAll(`${query}&limit=${limit}`)
    expect(pages.flatMap(({ observations }) => observations)).toEqual(whole)
    expect(pages.every(({ observations }) => observations.length <= limit)).toBe(true)
    expect(pages.at(-1)?.nextCursor).toBeNull()
  })

  test.each([
    [
      'indicator=software_revenue,telecom_revenue',
      ({ indicator }) => /^(software|telecom)_revenue$/.test(indicator),
    ],
    ['region=520000,CN', ({ region }) => region === 'CN' || region === '520000'],
    ['measure=yoy_pct,share_pct', ({ measure }) => measure === 'yoy_pct' || measure === 'share_pct'],
    ['status=target', ({ status }) => status === 'target'],
    ['source=web-020', ({ source }) => source === 'web-020'],
    ['period=2024', ({ period }) => period === '2024'],
    ['period=2024-01/2024-03', ({ period }) => period === '2024-Q1'],
    ['period=2023-12', ({ period }) => period === '2023-12'],
  ] satisfies [string, (row: Awaited<ReturnType<typeof read>>['observations'][number]) => boolean][])(
    '%s gives those and all of those',
    async (query, belongs) => {
      const found = (await read(`${query}&limit=10000`)).observations
      expect(found.length).toBeGreaterThan(0)
      expect(found).toEqual(everything.filter(belongs))
    },
  )

  test('hold the statements behind the shown one too', async () => {
    const { observations } = await read('limit=10000')
    const behind = observations.filter(({ rank }) => rank > 1)
    expect(behind.length).toBeGreaterThan(0)
    expect(behind.every(({ others }) => others > 0)).toBe(true)
  })

  test('name each of their sources once', async () => {
    const { observations, sources } = await read('indicator=software_revenue')
    expect(sources.map(({ id }) => id)).toEqual([...new Set(observations.map(({ source }) => source))])
  })

  test('a net addition may be asked for by the span it covers', async () => {
    const { observations } = await read('indicator=base_stations_5g&period=2023')
    expect(observations.every(({ measure, time }) => measure === 'net_add' && time === 'span')).toBe(true)
  })
})

describe('sources', () => {
  test('account for every observation', async () => {
    const { sources } = answers.sources.parse(await ask('/sources'))
    expect(sources.reduce((sum, { observations }) => sum + observations, 0)).toBe(total)
  })

  test('list their numbers in the order of their file', async () => {
    const { sources } = answers.sources.parse(await ask('/sources'))
    for (const { id, observations, refused } of sources.slice(0, 30)) {
      const answer = answers.source.parse(await ask(`/sources/${id}`))
      const lines = answer.observations.map((each) => Number(each.id.split(':').at(-1)))
      expect(lines).toEqual(lines.toSorted((a, b) => a - b))
      expect([answer.observations.length, answer.refusals.length]).toEqual([observations, refused])
    }
  })
})

describe('coverage', () => {
  test('counts the numbers that stand in series, by indicator and by region alike', async () => {
    const { indicators } = answers.indicators.parse(await ask('/indicators'))
    const { regions } = answers.regions.parse(await ask('/regions'))
    const { observations } = await read('limit=10000')
    const standing = observations.filter(
      ({ rank, status }) => rank === 1 && /^(actual|preliminary)$/.test(status),
    )
    const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
    expect(sum(indicators.map(({ coverage }) => coverage.observations))).toBe(standing.length)
    expect(sum(regions.map(({ observations }) => observations))).toBe(standing.length)
    const software = indicators.find(({ code }) => code === 'software_revenue')?.coverage
    const levels = standing.filter(
      ({ indicator, measure }) => indicator === 'software_revenue' && measure === 'level',
    )
    expect(levels.map(({ period }) => period)).toEqual(
      expect.arrayContaining([software?.first, software?.last]),
    )
  })
})

describe('latest', () => {
  test('has one item for each indicator with a level, and growth of the very same period', async () => {
    const { items, region } = answers.latest.parse(await ask('/latest'))
    const { observations } = await read('region=CN&limit=10000')
    const standing = observations.filter(
      ({ rank, status }) => rank === 1 && /^(actual|preliminary)$/.test(status),
    )
    const withLevel = new Set(
      standing.filter(({ measure }) => measure === 'level').map(({ indicator }) => indicator),
    )
    expect(region).toBe('CN')
    expect(items.map(({ indicator }) => indicator).sort()).toEqual([...withLevel].sort())
    const { indicators } = answers.indicators.parse(await ask('/indicators'))
    const order = indicators.map(({ code }) => code).filter((code) => withLevel.has(code))
    expect(items.map(({ indicator }) => indicator)).toEqual(order)
    for (const { level, growth: beside, setApart, indicator } of items) {
      expect(beside === null || setApart === null).toBe(true)
      const growth = beside ?? setApart?.growth ?? null
      if (growth) expect(growth.period).toBe(level.period)
      const printed = standing.some(
        (each) =>
          each.indicator === indicator &&
          each.measure === 'yoy_pct' &&
          each.period === level.period &&
          !each.comparedTo &&
          !each.of,
      )
      expect([indicator, growth !== null]).toEqual([indicator, printed])
    }
    expect(items.some(({ growth }) => growth !== null)).toBe(true)
  })

  test('keeps to a topic', async () => {
    const { items } = answers.latest.parse(await ask('/latest?topic=telecom'))
    expect(new Set(items.map(({ topic }) => topic))).toEqual(new Set(['telecom']))
  })
})
