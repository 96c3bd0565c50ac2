import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createApp } from '#server/app.ts'
import { readHtml } from '../support/read-html.ts'
import { openRealApi, unhurried } from '../support/real-api.ts'

const folder = mkdtempSync(join(tmpdir(), 'youju-pages-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(
  join(folder, 'index.html'),
  '<!doctype html><html><head><title>有据</title></head><body><div id="root"></div><noscript>有据</noscript></body></html>',
)

const { app, get, current } = await openRealApi(folder)
const here = 'http://localhost'

const asked = (url: string, more = '') => get(`/oembed?url=${encodeURIComponent(url)}${more}`)
const embedded = async (url: string, more = ''): Promise<Record<string, unknown>> =>
  (await asked(url, more)).json()
/** The attributes of the frame in an answer. */
function frameOf({ html }: Record<string, unknown>) {
  const [frame] = readHtml(String(html)).named('iframe')
  return frame?.attribs ?? {}
}

describe('oEmbed', () => {
  test('an indicator is a rich answer with a frame of its chart and a picture', async () => {
    const answer = await embedded(`${here}/indicators/software_revenue?region=CN&kind=yearly&lang=en`)
    expect(answer).toMatchObject({
      ...{ version: '1.0', type: 'rich', width: 640, height: 480, provider_url: here },
      title: 'Software business revenue · Year by year',
      ...{ thumbnail_width: 640, thumbnail_height: 360 },
      thumbnail_url: `${here}/charts/yearly.png?indicator=software_revenue&region=CN&lang=en&width=640&height=360&scale=1`,
    })
    expect(frameOf(answer)).toMatchObject({
      src: `${here}/embed?view=yearly&indicator=software_revenue&region=CN&lang=en`,
      ...{ width: '640', height: '480', title: answer['title'] },
    })
  })

  test.each([
    ['/regions', '/embed?view=ranking&indicator=software_revenue'],
    ['/regions/?indicator=base_stations_5g&view=heatmap', '/embed?view=heatmap&indicator=base_stations_5g'],
    ['/embed?indicator=gdp&view=columns&bg=transparent', '/embed?view=columns&indicator=gdp&bg=transparent'],
    [
      '/embed?indicator=gdp&asOf=2025-01-31&snapshot=0123456789abcdef',
      '/embed?indicator=gdp&asOf=2025-01-31&snapshot=0123456789abcdef',
    ],
  ])('%s is embedded as %s', async (page, frame) =>
    expect(frameOf(await embedded(here + page))['src']).toBe(here + frame),
  )

  test('it is no larger than there is room, and without a picture where that would be larger', async () => {
    const answer = await embedded(`${here}/regions`, '&maxwidth=400&maxheight=300&format=json')
    expect(answer).toMatchObject({ width: 400, height: 300 })
    expect(answer).not.toHaveProperty('thumbnail_url')
  })

  test('under the address of the operator, only that is ours', async () => {
    const publicUrl = 'https://youju.example.cn/data'
    const own = createApp({ current, pagesFolder: folder, settings: { ...unhurried, publicUrl } })
    const ask = (url: string) => own.request(`/oembed?url=${encodeURIComponent(url)}`)
    const answer = (await (await ask(`${publicUrl}/regions`)).json()) as Record<string, unknown>
    expect(frameOf(answer)['src']).toMatch(`${publicUrl}/embed?`)
    for (const other of [`${here}/regions`, 'https://youju.example.cn/regions'])
      expect((await ask(other)).status).toBe(404)
  })

  test('what an address puts in stays text', async () => {
    const answer = await embedded(`${here}/embed?indicator=gdp&from=2020&view="><script>alert(1)</script>`)
    expect(String(answer['html'])).not.toContain('<script')
    expect(Object.keys(frameOf(answer))).toEqual([
      'data-youju',
      ...['src', 'title', 'width', 'height', 'style', 'loading'],
    ])
  })

  test.each([
    ['/oembed', 400, 'missing_parameter', 'url'],
    ['/oembed?url=software', 400, 'unreadable', 'url'],
    ['/oembed?url=https%3A%2F%2Felsewhere.example%2Fregions', 404, 'not_found', 'url'],
    ['/oembed?url=http%3A%2F%2Flocalhost%40elsewhere.example%2Fregions', 404, 'not_found', 'url'],
    ['/oembed?url=javascript%3Aalert(1)', 404, 'not_found', 'url'],
    ['/oembed?url=http%3A%2F%2Flocalhost%2Fsources', 404, 'not_found', 'url'],
    ['/oembed?url=http%3A%2F%2Flocalhost%2Findicators%2Fnothing', 404, 'not_found', 'url'],
    [
      '/oembed?url=http%3A%2F%2Flocalhost%2Fembed%3Findicator%3Dgdp%26region%3D999999',
      404,
      'not_found',
      'url',
    ],
    ['/oembed?url=http%3A%2F%2Flocalhost%2Fembed', 404, 'not_found', 'url'],
    ['/oembed?url=http%3A%2F%2Flocalhost%2Fregions&url=b', 400, 'repeated_parameter', 'url'],
    ['/oembed?url=http%3A%2F%2Flocalhost%2Fregions&maxwidth=0', 400, 'unreadable', 'maxwidth'],
    ['/oembed?url=http%3A%2F%2Flocalhost%2Fregions&format=xml', 501, 'not_implemented', 'format'],
  ])('%s is a %i', async (path, status, code, field) => {
    const response = await get(path)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ error: { code, field } })
  })

  test('any site may ask', async () => {
    const { headers } = await asked(`${here}/regions`)
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
  })
})

describe('a page', () => {
  const linkOn = (text: string) =>
    readHtml(text)
      .named('link')
      .map(({ attribs }) => attribs)
      .find(({ type }) => type === 'application/json+oembed')

  test.each(['/indicators/software_revenue?kind=yearly', '/regions?group=zones', '/embed?indicator=gdp'])(
    '%s names the address by which it is embedded, which answers',
    async (path) => {
      const link = linkOn(await (await get(path)).text())
      expect(new URL(link?.['href'] ?? '').searchParams.get('url')).toBe(here + path)
      expect((await get((link?.['href'] ?? '').slice(here.length))).status).toBe(200)
    },
  )

  test.each(['/', '/sources', '/checks', '/regions/520000'])('%s is not about one chart', async (path) =>
    expect(linkOn(await (await get(path)).text())).toBeUndefined(),
  )

  test('of an embed or an indicator has the picture where scripts are off', async () => {
    const embed = await (await get('/embed?indicator=gdp&view=columns&region=%22%3E%3Cimg')).text()
    expect(embed).toMatch(/<noscript>.*<img src="\/charts\/columns\.png\?indicator=gdp" .*<\/noscript>/s)
    expect(await (await get('/indicators/gdp')).text()).toMatch(
      /<noscript>.*<img src="\/charts\/trend\.png\?indicator=gdp" /s,
    )
  })

  test('is named by what stands in it, and is 304 when it has not changed', async () => {
    const [one, other] = await Promise.all([get('/embed?indicator=gdp'), get('/embed?indicator=exports')])
    const tag = one.headers.get('ETag') ?? ''
    expect(tag).not.toBe(other.headers.get('ETag'))
    expect((await get('/embed?indicator=gdp', { 'If-None-Match': tag })).status).toBe(304)
  })

  test('under a host that is no plain name links to none', async () => {
    const page = await (await app.request('http://a"onload="b/regions')).text()
    expect(linkOn(page)?.['href']).toMatch(`${here}/oembed?`)
  })
})
