import { describe, expect, test } from 'vitest'
import { createAnswerCache } from '#server/answer-cache.ts'
import { type Answer, answers } from '#server/answers.ts'
import { createApp } from '#server/app.ts'
import { defaultSettings } from '#server/settings.ts'
import { openRealApi } from '../support/real-api.ts'

const { ask, current } = await openRealApi()

const about = (q: string, rest = '') => `/ask?q=${encodeURIComponent(q)}&today=2026-11-30${rest}`
const asked = async (q: string, rest = ''): Promise<Answer<'ask'>> =>
  answers.ask.parse(await ask(about(q, rest)))

describe('a question that the figures answer', () => {
  test('is answered with a sentence, the number with its basis, its source and its page', async () => {
    const { outcome, sentence, numbers, page, api, sources } = await asked('2026年1—7月软件业务收入')
    expect([outcome, page]).toEqual(['answer', '/indicators/software_revenue?basis=cumulative'])
    expect(sentence).toMatch(/^2026年1—7月份，我国软件业务收入达89785亿元（来源：.+）。$/)
    expect(numbers).toMatchObject([
      { indicator: 'software_revenue', region: 'CN', basis: 'cumulative', point: { printedValue: '89785' } },
    ])
    expect(sources.map(({ id }) => id)).toEqual([numbers[0]?.point.source])
    expect(api).toBe('/api/v1/series?indicator=software_revenue&region=CN&basis=cumulative')
  })

  test('is answered in English where that is asked for', async () => {
    const { sentence } = await asked('software revenue 2025', '&lang=en')
    expect(sentence).toMatch(/^In 2025, software business revenue in China came to .+ \(source: .+\)\.$/)
  })

  test('in slips, initials and pinyin, says what it was read as', async () => {
    const { outcome, mended } = await asked('贵洲算力')
    expect([outcome, mended]).toEqual(['answer', [{ from: '贵洲', to: '贵州' }]])
  })

  test('may be one of a ranking, whose rows have their places', async () => {
    const { reading, numbers, page } = await asked('2024年各省软件业务收入')
    expect(reading).toMatchObject({ intent: 'ranking', regions: ['provinces'], period: '2024' })
    expect(numbers.slice(0, 2).map(({ region, rank }) => [region, rank])).toEqual([
      ['110000', 1],
      ['440000', 2],
    ])
    expect(page).toBe(
      '/regions?indicator=software_revenue&compilation=annual&basis=year&group=provinces&when=same&period=2024',
    )
  })

  test('may be those of a ranking that lie on one side of a number', async () => {
    const { numbers, sentence } = await asked('哪些省2024年软件业务收入超过1万亿')
    expect(numbers.map(({ region }) => region)).toEqual(['110000', '440000', '320000', '370000', '310000'])
    expect(sentence).toMatch(/符合所问条件的有5个：北京31,163.79316亿元/)
  })

  test('points to an address of the API that has the number', async () => {
    const { api, numbers } = await asked('北京2024年软件业务收入')
    const series = answers.series.parse(await ask((api ?? '').replace('/api/v1', '')))
    const points = series.series.flatMap(({ points }) => points)
    expect(points.map(({ value }) => value)).toContain(numbers[0]?.point.value)
  })
})

test('a question that may mean several things is answered with them, and none is taken', async () => {
  const { outcome, numbers, choices } = await asked('云收入')
  expect([outcome, numbers]).toEqual(['choice', []])
  expect(choices.map(({ indicators }) => indicators[0])).toEqual(
    expect.arrayContaining(['cloud_service_revenue', 'cloud_computing_revenue']),
  )
})

test('a month that only adds up may be meant alone or with those before it', async () => {
  const { outcome, sentence, choices } = await asked('2024年4月软件业务收入')
  expect([outcome, choices.length]).toEqual(['choice', 2])
  expect(sentence).toMatch(/2024年1—4月份.+或2024年4月份/)
})

describe('a question that is not answered', () => {
  test.each([
    ['华为2025年营收', ['华为']],
    ['朝阳区5G基站数', ['朝阳区']],
    ['今天北京天气怎么样', ['天气']],
  ])('「%s」 names the words that nobody knows', async (q, notKnown) => {
    const answer = await asked(q)
    expect([answer.outcome, answer.notKnown]).toEqual(['unknown', expect.arrayContaining(notKnown)])
    expect(answer.numbers).toEqual([])
  })

  test('for want of a number says so, and names the nearest', async () => {
    const { outcome, sentence, nearest } = await asked('今年上半年软件业务收入')
    expect([outcome, nearest.map(({ point }) => point.period)]).toEqual([
      'unknown',
      expect.arrayContaining(['2026-01/2026-05', '2026-01/2026-07']),
    ])
    expect(sentence).toMatch(/没有全国软件业务收入/)
  })

  test('of a place outside national statistics says that', async () => {
    expect((await asked('香港5G基站数量')).sentence).toBe('全国统计不包括香港。')
  })
})

describe('the day on which it is asked', () => {
  const q = '/api/v1/ask?q=%E5%8E%BB%E5%B9%B4%E8%BD%AF%E4%BB%B6%E4%B8%9A%E5%8A%A1%E6%94%B6%E5%85%A5'
  let today = '2026-11-30'
  const app = createApp({
    current,
    pagesFolder: 'no-pages',
    settings: defaultSettings,
    today: () => today,
    answers: createAnswerCache(defaultSettings.answerBytes),
  })

  test('tells what 去年 means', async () => {
    expect((await asked('去年软件业务收入')).reading?.period).toBe('2025')
    const answer = answers.ask.parse(await (await app.request(q)).json())
    expect([answer.today, answer.reading?.period]).toEqual(['2026-11-30', '2025'])
  })

  test('changes the answer and its tag at midnight, though it is kept', async () => {
    const tag = (await app.request(q)).headers.get('ETag') ?? ''
    expect((await app.request(q, { headers: { 'If-None-Match': tag } })).status).toBe(304)
    today = '2026-12-01'
    const next = await app.request(q, { headers: { 'If-None-Match': tag } })
    expect([next.status, answers.ask.parse(await next.json()).today]).toEqual([200, '2026-12-01'])
  })

  test('of a question that names it changes nothing', async () => {
    const named = `${q}&today=2026-11-30`
    const tag = (await app.request(named)).headers.get('ETag') ?? ''
    today = '2026-12-02'
    expect((await app.request(named, { headers: { 'If-None-Match': tag } })).status).toBe(304)
  })
})

test('/find gives the codes of names, in whatever characters', async () => {
  const { indicators, regions } = answers.find.parse(await ask(`/find?q=${encodeURIComponent('貴州 軟體')}`))
  expect([indicators[0]?.code, regions[0]?.code]).toEqual(['software_revenue', '520000'])
})
