import { describe, expect, test } from 'vitest'
import { answers } from '#server/answers.ts'
import type { Lead } from '#web/api.ts'
import { fetchWords, wordsIn } from '#web/messages/messages.ts'
import { leadOfVerdict, verdictOf } from '#web/verdict.ts'
import { openRealApi } from '../support/real-api.ts'

await fetchWords('en')
const { ask } = await openRealApi()
const { indicators } = answers.indicators.parse(await ask('/indicators'))

async function leadsOf(region: string): Promise<readonly Lead[]> {
  return answers.standing.parse(await ask(`/standing?region=${region}`)).leads
}

function say(lead: Lead | undefined, language: 'zh' | 'en' = 'zh') {
  const indicator = indicators.find(({ code }) => code === lead?.indicator)
  if (!lead || !indicator) throw new Error('no lead')
  return verdictOf(lead, { indicator, kind: 'province', language, t: wordsIn(language) })
}
const textOf = (clauses: ReturnType<typeof say>) => clauses.map(({ text }) => text)

describe('the verdict on a region', () => {
  test('says value, place, share, growth and the gap to the nation', async () => {
    expect(textOf(say(leadOfVerdict(await leadsOf('520000'))))).toEqual([
      '2024年全年软件业务收入（年报）1,008.18亿元',
      '居30个省份第16位',
      '占全国0.74%',
      '比上年增长18.5%',
      '高于全国8.0个百分点',
    ])
  })

  test('marks what was derived, and what is off its course', async () => {
    const clauses = say(leadOfVerdict(await leadsOf('610000')))
    expect(clauses.map(({ isDerived }) => isDerived)).toEqual([false, false, true, true, true])
    expect(clauses.map(({ isOdd }) => isOdd)).toEqual([true, false, true, true, true])
  })

  test('leaves out what is not known, and says 同期 of a part of a year', async () => {
    const lead = leadOfVerdict(await leadsOf('510100'))
    const clauses = textOf(say(lead))
    expect(clauses[2]).toBe('比上年同期增长13.7%')
    expect(clauses.join()).not.toContain('第')
  })

  test('does not say which grew faster where the digits do not tell', async () => {
    expect(textOf(say(leadOfVerdict(await leadsOf('CN-EAST')))).at(-1)).toBe('与全国增速难分高下')
  })

  test('says of the gap no more digits than it bears', async () => {
    const lead = leadOfVerdict(await leadsOf('540000'))
    expect(textOf(say(lead)).at(-1)).toBe('高于全国约4个百分点')
    const [growth, nation] = [lead?.growth, lead?.nation.growth]
    if (!lead || !growth || !nation) throw new Error('both grew')
    const beside = (low: number | null, high: number | null) =>
      textOf(say({ ...lead, nation: { ...lead.nation, growth: { ...nation, low, high } } })).at(-1)
    expect(beside(5.32, 5.36)).toMatch(/^高于全国4\.\d个百分点$/)
    expect(beside(0, 8)).toBe('高于全国1.3—9.5个百分点')
    expect(beside(null, 8)).toBe('高于全国≥1.3个百分点')
    expect(beside(8, 12)).toBe('与全国增速难分高下')
  })

  test('is of the first lead with a place, else of the first', async () => {
    const leads = await leadsOf('520000')
    expect(leadOfVerdict(leads.slice(1))?.indicator).toBe('broadband_users')
    expect(leadOfVerdict(leads.filter(({ rank }) => rank === null))?.indicator).toBe('telecom_revenue')
    expect(leadOfVerdict([])).toBeUndefined()
  })

  test('is said in English too', async () => {
    expect(textOf(say(leadOfVerdict(await leadsOf('520000')), 'en')).slice(1)).toEqual([
      'No. 16 of 30 provinces',
      '0.74% of the nation',
      'up 18.5% on a year',
      '8.0 pp above the nation',
    ])
  })
})
