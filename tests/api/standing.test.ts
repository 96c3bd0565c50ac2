import { describe, expect, test } from 'vitest'
import { answers, type LeadAnswer } from '#server/answers.ts'
import { openRealApi } from '../support/real-api.ts'

const { ask, get } = await openRealApi()

const standing = async (region: string) => answers.standing.parse(await ask(`/standing?region=${region}`))
const compilationIn = ({ compilation }: LeadAnswer) => (compilation ? `&compilation=${compilation}` : '')
const leadOf = async (region: string, indicator: string) => {
  const { leads } = await standing(region)
  const lead = leads.find((each) => each.indicator === indicator)
  if (!lead) throw new Error(`${region} has no lead ${indicator}`)
  return lead
}

/** The point that the API derives of the same levels. */
async function derive(lead: LeadAnswer, region: string, transform: string) {
  const { indicator, basis, level } = lead
  const query = `/series?indicator=${indicator}&region=${region}&basis=${basis}&transform=${transform}${compilationIn(lead)}`
  const { series } = answers.series.parse(await ask(query))
  return series[0]?.points.find(({ period }) => period === level.period)
}

describe.each(['610000', '520000', '540000', 'CN-EAST'])('how %s stands', (region) => {
  test('the place of each lead is that of the comparison of its period', async () => {
    const { leads } = await standing(region)
    const ranked = leads.filter(({ rank }) => rank !== null)
    expect(ranked.length).toBeGreaterThan(2)
    const group = region.startsWith('CN') ? 'zones' : 'provinces'
    for (const lead of ranked) {
      const { indicator, basis, level } = lead
      const query = `/compare?indicator=${indicator}&regions=${group}&basis=${basis}&period=${level.period}${compilationIn(lead)}`
      const { rows } = answers.compare.parse(await ask(query))
      const own = rows.find((row) => row.region === region)
      expect([indicator, lead.rank]).toEqual([indicator, { place: own?.rank, of: rows.length }])
      expect(own?.point).toEqual(level)
    }
  })

  test('every number is of the period of the level, and what nobody printed names its parents', async () => {
    const { leads, sources } = await standing(region)
    const known = new Set(sources.map(({ id }) => id))
    for (const { level, share, growth, perHead, nation, zone } of leads) {
      const points = [share, growth, perHead, nation.growth, nation.perHead, zone.growth]
      for (const point of points.flatMap((each) => each ?? [])) {
        expect(point.period).toBe(level.period)
        expect(point.printedValue === '').toBe(point.derived !== null)
        expect(point.derived?.parents).not.toEqual([])
        expect(known).toContain(point.source)
      }
    }
  })
})

describe('share, growth and level per head', () => {
  test.each(['610000', '520000'])('of software in %s are those of its series', async (region) => {
    const lead = await leadOf(region, 'software_revenue')
    expect(lead.compilation).toBe('annual')
    for (const [transform, own] of [
      ['share', lead.share],
      ['yoy', lead.growth],
      ['per_head', lead.perHead],
    ] as const) {
      expect(own).toEqual(await derive(lead, region, transform))
    }
    expect(lead.nation.growth).toMatchObject({
      ...(await derive(lead, 'CN', 'yoy')),
      derived: { method: 'yoy', missing: ['540000'] },
    })
  })

  test('growth is the printed one where a document prints it', async () => {
    const { growth, nation } = await leadOf('520000', 'telecom_revenue')
    expect(growth).toMatchObject({ printedValue: '2.1', derived: null })
    expect(nation.growth).toMatchObject({ derived: null })
  })

  test('the zone grows as the sum of its provinces where nobody printed its level', async () => {
    const { level, zone } = await leadOf('610000', 'broadband_users')
    const { regions } = answers.regions.parse(await ask('/regions'))
    const members = regions.find(({ code }) => code === 'CN-WEST')?.members ?? []
    const before = `${Number(level.period.slice(0, 4)) - 1}-12`
    const query = `/series?indicator=broadband_users&region=${members.join(',')}&basis=stock`
    const { series } = answers.series.parse(await ask(query))
    const sumAt = (period: string) =>
      series.reduce((sum, { points }) => sum + (points.find((each) => each.period === period)?.value ?? 0), 0)
    expect(series).toHaveLength(12)
    expect(zone.growth?.value).toBeCloseTo((sumAt(level.period) / sumAt(before) - 1) * 100, 6)
    expect(zone.growth?.derived?.parents).toHaveLength(24)
  })

  test('a sum that lacks a province says so', async () => {
    const { share, nation } = await leadOf('520000', 'software_revenue')
    expect(share?.derived?.missing).toEqual(['540000'])
    expect(nation.growth?.derived?.missing).toEqual(['540000'])
  })

  test('what is made of a figure off its course says so', async () => {
    const { level, growth, share } = await leadOf('610000', 'software_revenue')
    expect(level.oddity).not.toBeNull()
    for (const point of [growth, share]) {
      expect(point?.oddity).toEqual({ finding: level.oddity?.finding, low: null, high: null })
    }
    const { growth: sound } = await leadOf('520000', 'software_revenue')
    expect(sound?.oddity).toBeNull()
  })

  test('a sum is off its course where one of its provinces moves it, not where it hardly does', async () => {
    const { zone, nation, share } = await leadOf('520000', 'software_revenue')
    expect([zone.growth?.oddity, nation.growth?.oddity]).not.toContain(null)
    expect(share?.oddity).toBeNull()
    expect((await leadOf('310000', 'software_revenue')).zone.growth?.oddity).toBeNull()
  })

  test('the nation is held against nothing', async () => {
    const { zone, leads } = await standing('CN')
    expect(zone).toBeNull()
    expect(leads.length).toBeGreaterThan(4)
    for (const { rank, share, nation } of leads) {
      expect([rank, share, nation]).toEqual([null, null, { growth: null, perHead: null }])
    }
  })
})

describe('which indicators a region is known by', () => {
  test('headlines of topics come first, old numbers last, and there are at most seven', async () => {
    const { leads, newest } = await standing('110000')
    expect(leads.length).toBeLessThanOrEqual(7)
    expect(leads[0]?.indicator).toBe('software_revenue')
    expect(leads.at(-1)?.indicator).toBe('telecom_revenue')
    expect(newest >= '2025-12').toBe(true)
  })

  test('a region without numbers has none; one that does not exist is told', async () => {
    expect((await standing('810000')).leads).toEqual([])
    expect((await get('/api/v1/standing?region=999999')).status).toBe(404)
    expect((await get('/api/v1/standing')).status).toBe(400)
  })
})
