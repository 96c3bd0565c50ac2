import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { ErrorAnswer } from '#server/answers.ts'
import { createApp } from '#server/app.ts'
import type { chartKinds } from '#server/charts/index.ts'
import { createRasterizer } from '#server/pictures/rasterizer.ts'
import { openRealApi, unhurried } from '../support/real-api.ts'

const { current, get } = await openRealApi()

const software = 'indicator=software_revenue'

/** An address of each kind that the figures can be drawn as. */
const addresses = {
  trend: `${software}&basis=cumulative`,
  yearly: `${software}&basis=cumulative`,
  columns: `${software}&basis=year`,
  ranking: `${software}&compilation=annual&group=provinces&when=latest`,
  tiles: `${software}&compilation=annual&group=provinces&when=latest`,
  slope: `${software}&group=zones`,
  heatmap: `${software}&compilation=annual&basis=year&group=provinces`,
  multiples: `${software}&compilation=annual&basis=year&group=provinces`,
  coverage: `${software}&compilation=annual&basis=year&group=provinces`,
} as const satisfies Record<keyof typeof chartKinds, string>

/** Width and height in the header of a PNG, and its pixels per metre where it says them. */
function sizeOf(png: Buffer) {
  const density = png.indexOf('pHYs')
  return {
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    perMetre: density < 0 ? undefined : png.readUInt32BE(density + 4),
  }
}

const pictureOf = async (path: string) => {
  const response = await get(`/charts/${path}`)
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}

describe('every kind of chart', () => {
  test.each(Object.entries(addresses))(
    '%s is to be had as SVG with its title, basis and source',
    async (kind, query) => {
      const response = await get(`/charts/${kind}.svg?${query}`)
      expect(response.headers.get('Content-Type')).toMatch(/^image\/svg\+xml/)
      const svg = await response.text()
      expect(svg).toMatch(/^<svg[^>]* role="img"/)
      expect(svg).toContain('软件业务收入')
      expect(svg).toMatch(/来源：/)
      expect(svg).toMatch(/数据截至/)
      expect(svg).not.toMatch(/<script|onload|undefined|NaN/)
    },
  )

  test.each(Object.entries(addresses))('%s is to be had as PNG', async (kind, query) => {
    const png = await pictureOf(`${kind}.png?${query}&scale=1`)
    expect(sizeOf(png).width).toBe(960)
  })
})

describe('the name of a file', () => {
  const nameOf = async (address: string) =>
    decodeURIComponent((await get(`/charts/${address}`)).headers.get('Content-Disposition') ?? 'none')

  test.each([
    ['svg', 'inline', '.svg'],
    ['png', 'inline', '@2x.png'],
    ['txt', 'inline', '.txt'],
    ['bib', 'attachment', '.bib'],
    ['docx', 'attachment', '.docx'],
    ['pptx', 'attachment', '.pptx'],
  ])('of %s, which is %s, says what the chart shows', async (ending, disposition, end) => {
    expect(await nameOf(`trend.${ending}?${software}&region=CN&basis=cumulative`)).toBe(
      `${disposition}; filename="youju-trend-software_revenue-CN${end}"; filename*=UTF-8''有据-软件业务收入-全国-累计-快报-万亿元${end}`,
    )
  })

  test('is in English where the chart is', async () => {
    expect(await nameOf(`trend.svg?${software}&lang=en`)).toContain(
      "filename*=UTF-8''Youju-Software business revenue-China-",
    )
  })

  test('is no reason to draw a picture again', async () => {
    const rasterizer = createRasterizer()
    onTestFinished(() => rasterizer.close())
    const svg = vi.fn(rasterizer.svg)
    const settings = unhurried
    const app = createApp({ current, pagesFolder: 'none', settings, rasterizer: { ...rasterizer, svg } })
    const ask = () => app.request(`/charts/trend.svg?${software}&region=CN,520000`)
    const [first, again] = [await (await ask()).text(), await (await ask()).text()]
    expect([svg.mock.calls.length, again]).toEqual([1, first])
  })
})

describe('where a picture is going to stand', () => {
  const trend = `trend.png?${addresses.trend}`

  test('in Word it is 16 cm wide at 300 dots an inch', async () => {
    const { width, perMetre } = sizeOf(await pictureOf(`${trend}&preset=word`))
    expect(width).toBe(1890)
    expect(perMetre).toBe(Math.round(1890 / 0.16))
  })

  test('a slide is 16 to 9, whatever the chart needs', async () => {
    for (const kind of ['trend', 'ranking', 'coverage'] as const) {
      const { width, height } = sizeOf(await pictureOf(`${kind}.png?${addresses[kind]}&preset=slide&scale=1`))
      expect([width, height]).toEqual([1200, 675])
    }
  })

  test('WeChat shows 1080 pixels', async () => {
    expect(sizeOf(await pictureOf(`${trend}&preset=wechat`)).width).toBe(1080)
  })

  test('a plain one is without words around the chart', async () => {
    const svg = await (await get(`/charts/trend.svg?${addresses.trend}&preset=plain`)).text()
    expect(svg).not.toContain('来源：')
  })

  test('a width and a height may be asked for', async () => {
    const { width, height } = sizeOf(await pictureOf(`${trend}&width=800&height=500&scale=2`))
    expect([width, height]).toEqual([1600, 1000])
  })
})

test('the same address is the same picture, by its ETag too', async () => {
  const address = `/charts/trend.png?${addresses.trend}`
  const [one, other] = [await get(address), await get(address)]
  expect(Buffer.from(await one.arrayBuffer())).toEqual(Buffer.from(await other.arrayBuffer()))
  const tag = one.headers.get('ETag') ?? ''
  expect(tag).not.toBe('')
  expect((await get(address, { 'If-None-Match': tag })).status).toBe(304)
})

test('a chart is cited as a data set, with the documents of its numbers', async () => {
  const text = await (await get(`/charts/trend.txt?${addresses.trend}`)).text()
  expect(text.split('\n')[0]).toMatch(/^有据\. 软件业务收入（.*）\[DS\/OL\]\. /)
  expect(text.split('\n').length).toBeGreaterThan(3)
  const bibtex = await (await get(`/charts/trend.bib?${addresses.trend}`)).text()
  expect(bibtex).toMatch(/^@misc\{youju,/)
})

describe('what cannot be read is refused, and named', () => {
  test.each([
    ['title=<script>alert(1)</script>', 'title'],
    ['color=red" onload="alert(1)', 'color'],
    ['font=Arial"><script>', 'font'],
    ['region=<svg onload=alert(1)>', 'region'],
    [`region=${Array.from({ length: 10_000 }, (_, at) => 100_000 + at)}`, 'region'],
    ['width=1', 'width'],
    ['width=20000', 'width'],
    ['height=1', 'height'],
    ['height=20000', 'height'],
    ['scale=0', 'scale'],
    ['scale=5', 'scale'],
    ['theme=neon', 'theme'],
    ['lang=fr', 'lang'],
    ['preset=poster', 'preset'],
    ['view=trend', 'view'],
    ['measure=growth', 'measure'],
    ['from=yesterday', 'from'],
    ['region=CN&region=520000', 'region'],
    ['theme=', 'theme'],
  ])('%.40s', async (parameters, field) => {
    const response = await get(`/charts/trend.png?${software}&${encodeURI(parameters)}`)
    expect(response.status).toBe(400)
    const { error } = ErrorAnswer.parse(await response.json())
    expect(error.field).toBe(field)
    expect(error.message).toMatch(/[\u4e00-\u9fff]/)
    expect(error.message).not.toMatch(/\n/)
  })

  test.each([
    ['svg', 'scale=3'],
    ['docx', 'width=300'],
    ['pptx', 'theme=dark'],
    ['txt', 'preset=word'],
    ['bib', 'height=300'],
  ])('a file in %s that should be %s', async (ending, look) => {
    const [field = ''] = look.split('=')
    const response = await get(`/charts/trend.${ending}?${software}&${look}`)
    expect(response.status).toBe(400)
    expect(ErrorAnswer.parse(await response.json()).error).toMatchObject({
      code: 'unreadable',
      field,
      message: `${ending} 不收参数 ${field}`,
    })
  })

  test('a chart without an indicator', async () => {
    const response = await get('/charts/trend.svg')
    expect(ErrorAnswer.parse(await response.json()).error).toMatchObject({ field: 'indicator' })
    expect(response.status).toBe(400)
  })

  test.each(['pie.svg', 'trend.gif', 'trend', 'trend.svg.png', 'constructor.svg', 'trend.constructor'])(
    '%s is no picture',
    async (file) => {
      const response = await get(`/charts/${file}?${software}`)
      expect(response.status).toBe(404)
      ErrorAnswer.parse(await response.json())
    },
  )

  test('an indicator and a region that there are not', async () => {
    for (const query of ['indicator=software_revenu', `${software}&region=999999`]) {
      const response = await get(`/charts/trend.svg?${query}`)
      expect(response.status).toBe(404)
      ErrorAnswer.parse(await response.json())
    }
  })
})
