import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { ErrorAnswer } from '#server/answers.ts'
import { readHtml } from '../support/read-html.ts'
import { openRealApi } from '../support/real-api.ts'

const { get } = await openRealApi()

const trend = 'view=trend&indicator=software_revenue&region=CN&measure=yoy_pct&basis=cumulative'
const at = (number: number, query: string) => query.replace(/(^|&)/g, `$1${number}.`)
const one = at(1, trend)

/** The parts of a file of Office as text. */
const partsOf = async (address: string) => {
  const answer = await get(address)
  expect(answer.status).toBe(200)
  const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

const refused = async (query: string) => {
  const answer = await get(`/brief.html?${query}`)
  const { error } = (await answer.json()) as { error: { code: string; field?: string } }
  return [answer.status, error.code, error.field]
}

describe('a brief as a file', () => {
  test('is one file that asks for nothing', async () => {
    const answer = await get(`/brief.html?${one}&2.indicator=base_stations_5g`)
    const text = await answer.text()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
    expect(text).not.toMatch(/<script|<link|<img|<iframe|@import|url\((?!#)|\son\w+=|\ssrc=/i)
    expect(text.match(/<svg/g)).toHaveLength(2)
    const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('may do nothing but be seen, and stand in our own pages', async () => {
    const policy = (await get(`/brief.html?${one}`)).headers.get('Content-Security-Policy') ?? ''
    expect(policy.split('; ').sort()).toEqual([
      "base-uri 'none'",
      "default-src 'none'",
      "form-action 'none'",
      "frame-ancestors 'self'",
      'img-src data:',
      "style-src 'unsafe-inline'",
    ])
  })

  test('has a Chinese name, and one in ASCII for who cannot read that', async () => {
    const answer = await get(
      `/brief.html?title=%E6%9C%88%E6%8A%A5%2F9%E6%9C%88&made=2026-09-30&since=0123456789abcdef&${one}`,
    )
    const name = answer.headers.get('Content-Disposition') ?? ''
    const [, encoded = ''] = /filename\*=UTF-8''(.*)$/.exec(name) ?? []
    expect(decodeURIComponent(encoded)).toBe('有据-月报_9月-2026-09-30.html')
    expect(name).toMatch(/^inline; filename="youju-brief-2026-09-30.html";/)
  })

  test('says the numbers of its charts, folded, with their documents', async () => {
    const page = readHtml(await (await get(`/brief.html?${one}`)).text())
    const { series } = (await (
      await get('/api/v1/series?indicator=software_revenue&measure=yoy_pct&basis=cumulative')
    ).json()) as {
      series: { points: unknown[] }[]
    }
    const [numbers] = page.named('details')
    const [body] = page.named('tbody', numbers)
    expect(page.named('tr', body)).toHaveLength(series[0]?.points.length ?? 0)
  })

  test('says each sentence in the length that was chosen', async () => {
    const sentenceOf = async (say: string) => {
      const text = await (await get(`/brief.html?${one}&1.say=${say}`)).text()
      return /<p class="sentence">(.*?)<\/p>/.exec(text)?.[1]
    }
    const { sentences } = (await (
      await get('/api/v1/sentence?indicator=software_revenue&measure=yoy_pct&basis=cumulative')
    ).json()) as { sentences: Record<string, string> }
    for (const length of ['short', 'medium', 'long']) expect(await sentenceOf(length)).toBe(sentences[length])
    expect(await sentenceOf('none')).toBeUndefined()
  })

  test('what is known already is a 304', async () => {
    const tag = (await get(`/brief.html?${one}`)).headers.get('ETag') ?? ''
    expect((await get(`/brief.html?${one}`, { 'If-None-Match': tag })).status).toBe(304)
    expect((await get(`/brief.html?${one}&1.say=long`, { 'If-None-Match': tag })).status).toBe(200)
  })
})

describe('a brief for Office', () => {
  const four = `${one}&2.view=columns&2.indicator=base_stations_5g&3.view=ranking&3.indicator=software_revenue&3.group=zones&4.view=tiles&4.indicator=software_revenue&4.group=provinces&4.caption=${encodeURIComponent('一张<图>')}`

  test('is a document of Word with charts that Word draws, a picture where it cannot, and the words', async () => {
    const parts = await partsOf(`/brief.docx?title=${encodeURIComponent('月报')}&1.say=medium&${four}`)
    const names = Object.keys(parts)
    expect(names.filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name))).toHaveLength(3)
    expect(names.filter((name) => name.endsWith('.png'))).toHaveLength(1)
    const { sentences } = (await (
      await get('/api/v1/sentence?indicator=software_revenue&measure=yoy_pct&basis=cumulative')
    ).json()) as { sentences: Record<string, string> }
    const text = parts['word/document.xml']?.replace(/<[^>]*>/g, '') ?? ''
    expect(text).toContain('月报')
    expect(text).toContain(sentences['medium'])
    expect(text).toContain('一张&lt;图&gt;')
  })

  test('holds the numbers as tables where each chart has its page', async () => {
    const tablesIn = async (layout: string) =>
      (await partsOf(`/brief.docx?layout=${layout}&${one}`))['word/document.xml']?.match(/<w:tbl>/g)
        ?.length ?? 0
    expect(await tablesIn('each')).toBe(1)
    expect(await tablesIn('page')).toBe(0)
  })

  test('has a slide for each chart', async () => {
    const names = Object.keys(await partsOf(`/brief.pptx?layout=slides&${four}`))
    expect(names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(4)
  })

  test('says on each slide what was chosen to be said, and begins with its title where it has one', async () => {
    const parts = await partsOf(
      `/brief.pptx?title=${encodeURIComponent('月报')}&1.say=medium&${one}&2.say=none&2.indicator=base_stations_5g`,
    )
    const textOn = (number: number) => parts[`ppt/slides/slide${number}.xml`]?.replace(/<[^>]*>/g, ' ') ?? ''
    const { sentences } = (await (
      await get('/api/v1/sentence?indicator=software_revenue&measure=yoy_pct&basis=cumulative')
    ).json()) as { sentences: Record<string, string> }
    expect(textOn(1)).toMatch(/月报 .*\d{4}年\d{1,2}月\d{1,2}日 .*有据 · 2张图/)
    expect(textOn(2)).toContain(sentences['medium'])
    expect(parts['ppt/slides/slide3.xml']).not.toContain('name="要点"')
  })

  test.each(['docx', 'pptx'])(
    'as %s it has its name and kind, and refuses what it does not understand',
    async (ending) => {
      const answer = await get(`/brief.${ending}?${one}`)
      expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment; .*filename\*=UTF-8''%E6%9C%89/)
      expect(answer.headers.get('Content-Type')).toMatch(/^application\/vnd\.openxmlformats-officedocument\./)
      expect((await get(`/brief.${ending}?${one}&2.colour=red`)).status).toBe(400)
    },
  )
})

test.each([
  ['<script>alert(1)</script>', '&lt;script&gt;'],
  ['"><img src=x onerror=alert(1)>', '&quot;&gt;&lt;img'],
  ['</style><script>', '&lt;/style&gt;'],
])('the title and caption %s are text', async (hostile, escaped) => {
  const words = encodeURIComponent(hostile)
  const text = await (await get(`/brief.html?title=${words}&1.caption=${words}&${one}`)).text()
  expect(text).not.toMatch(/<script|<img/i)
  expect(text).toContain(`<h1>${escaped}`)
  expect(text.split(escaped).length).toBeGreaterThanOrEqual(4)
})

test('with ten thousand charts it is refused at the first too many', async () => {
  const many = Array.from({ length: 10_000 }, (_, index) => `${index + 1}.indicator=software_revenue`)
  expect(await refused(many.join('&'))).toEqual([400, 'unreadable', '21.indicator'])
})

test.each([
  ['', 'missing_parameter', '1.indicator'],
  ['colour=red&1.indicator=software_revenue', 'unknown_parameter', 'colour'],
  ['1.indicator=software_revenue&1.colour=red', 'unknown_parameter', '1.colour'],
  ['1.indicator=software_revenue&1.indicator=gdp', 'repeated_parameter', '1.indicator'],
  ['1.indicator=software_revenue&title=a&title=b', 'repeated_parameter', 'title'],
  ['1.indicator=software_revenue&3.indicator=gdp', 'missing_parameter', '2.indicator'],
  ['1.region=CN', 'missing_parameter', '1.indicator'],
  ['1.indicator=software_revenue&layout=poster', 'unreadable', 'layout'],
  ['1.indicator=software_revenue&1.say=loud', 'unreadable', '1.say'],
  ['1.indicator=software_revenue&title=a%0Ab', 'unreadable', 'title'],
  ['1.indicator=software_revenue&title=%E2%80%AEfdp', 'unreadable', 'title'],
  [`1.indicator=software_revenue&1.caption=${'x'.repeat(81)}`, 'unreadable', '1.caption'],
  [
    `1.indicator=software_revenue&1.region=${Array.from({ length: 61 }, (_, at) => 100000 + at).join(',')}`,
    'unreadable',
    '1.region',
  ],
  ['1.indicator=software_revenue&lang=fr', 'unreadable', 'lang'],
  ['1.indicator=software_revenue&1.region=CN,,520000', 'unreadable', '1.region'],
  ['1.indicator=software_revenue&made=2024-02-30', 'unreadable', 'made'],
])('%s is refused by name', async (query, code, field) => {
  expect(await refused(query)).toEqual([400, code, field])
})

test('what is said of the whole file is named where a parameter is unknown', async () => {
  const { error } = ErrorAnswer.parse(await (await get(`/brief.html?colour=red&${one}`)).json())
  expect(error.message).toBe('没有参数「colour」；可用参数：title、layout、made、since、lang、snapshot')
})

test('what the catalogue does not have is left out and named; alone it is refused by name', async () => {
  const text = await (await get(`/brief.html?${one}&2.indicator=nothing_such`)).text()
  expect(text.match(/<svg/g)).toHaveLength(1)
  expect(text).toMatch(/第 ?2 ?张图/)
  expect(await refused('1.indicator=nothing_such')).toEqual([404, 'not_found', '1.indicator'])
})

test('a chart without numbers is left out, and the file says so', async () => {
  const text = await (
    await get(`/brief.html?${one}&2.indicator=software_revenue&2.from=1990&2.to=1991`)
  ).text()
  expect(text.match(/<svg/g)).toHaveLength(1)
  expect(text).toContain('第 2 张图现在没有数字，未列入')
})

test('a brief of which nothing is left says so on an empty page', async () => {
  const text = await (await get('/brief.html?1.indicator=software_revenue&1.from=1990&1.to=1991')).text()
  expect(text).toContain('第 1 张图现在没有数字，未列入')
})
