import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { chartData, chartSeries } from '../../tests/support/chart-series.ts'
import { pictures } from '../../tests/support/pictures.ts'
import { compose } from './compose.ts'
import type { Layout } from './layout.ts'
import { toSvg } from './to-svg.ts'

const trend = compose(pictures.trend)
const svg = toSvg(trend)

interface Read {
  readonly elements: readonly { name: string; attributes: Record<string, string> }[]
  readonly text: string
}

/** What a strict reader of XML finds. */
function read(xml: string): Read {
  const parser = new SaxesParser()
  const elements: { name: string; attributes: Record<string, string> }[] = []
  let text = ''
  parser.on('opentag', ({ name, attributes }) => elements.push({ name, attributes }))
  parser.on('text', (each) => {
    text += each
  })
  parser.write(xml).close()
  return { elements, text }
}

const idsOf = (xml: string) => read(xml).elements.flatMap(({ attributes: { id } }) => id ?? [])

test('a picture is one document with its size, its name and what it says', () => {
  const { elements, text } = read(svg)
  expect(elements[0]).toMatchObject({
    name: 'svg',
    attributes: { width: '1200', height: '675', viewBox: '0 0 1200 675', role: 'img' },
  })
  expect(elements.slice(1, 3).map(({ name }) => name)).toEqual(['title', 'desc'])
  expect(elements[0]?.attributes['aria-labelledby']).toBe(idsOf(svg).slice(0, 2).join(' '))
  for (const word of ['软件业务收入同比增长', '来源：工业和信息化部', '西部', '2024'])
    expect(text).toContain(word)
})

test('two pictures in one page share no id, and each finds its own', () => {
  const [one, other] = [idsOf(svg), idsOf(toSvg(compose({ ...pictures.trend, width: 1100 })))]
  expect(one.length).toBeGreaterThan(5)
  expect(new Set([...one, ...other]).size).toBe(one.length + other.length)
  const used = [...svg.matchAll(/url\(#([^)]*)\)/g)].map(([, id]) => id)
  expect(used.length).toBeGreaterThan(0)
  expect(one).toEqual(expect.arrayContaining(used))
})

test('it holds nothing for hovering, no class and no note of ECharts', () => {
  expect(svg).not.toMatch(/<style|:hover|class=|ecmeta|pointer-events|zr\d/)
})

test('it names the fonts of readers once', () => {
  expect(svg.match(/font-family/g)).toHaveLength(1)
  expect(svg).toContain('font-family="PingFang SC, Microsoft YaHei, Noto Sans SC, sans-serif"')
})

test('the same layout gives the same text, though ECharts counts on', () => {
  expect(toSvg(trend)).toBe(svg)
})

const hostile = `</text><script>alert(1)</script>" onload="alert(2)\0 ]]><style>*{}</style>&amp;`

test('a name cannot become markup, wherever it stands', () => {
  const named = (region: string) => {
    const series = chartSeries({
      indicator: 'software_revenue',
      region,
      measure: 'yoy_pct',
      basis: 'cumulative',
      figures: ['2024-01/2024-05 11.2%', '2025-01/2025-05 9.2%'],
    })
    return { ...series, region: { ...series.region, name: { zh: region + hostile, en: region + hostile } } }
  }
  const request = { ...pictures.trend, data: chartData([named('CN-EAST'), named('CN-WEST')]) }
  const layout = compose(request)
  const { elements, text } = read(toSvg({ ...layout, title: hostile, description: hostile }))
  expect(text).toContain('CN-EAST</text><script>alert(1)')
  expect(new Set(elements.map(({ name }) => name))).toEqual(
    new Set(['svg', 'title', 'desc', 'rect', 'g', 'defs', 'clipPath', 'path', 'text']),
  )
  expect(elements.flatMap(({ attributes }) => Object.keys(attributes))).not.toContain('onload')
})

const bars = (color: string, more: object = {}): Layout => ({
  ...trend,
  chart: {
    ...trend.chart,
    option: {
      ...more,
      xAxis: { type: 'category', data: ['甲'] },
      yAxis: {},
      series: [{ type: 'bar', data: [1], itemStyle: { color } }],
    },
  },
})

test('a colour of a chart that would close its attribute gives no other attribute', () => {
  const drawn = toSvg(bars('red" onload="alert(1)'))
  expect(drawn).not.toContain('onload')
  expect(read(drawn).elements.some(({ attributes: { fill } }) => fill === 'red')).toBe(true)
})

test('a colour that leads out of the picture is left out', () => {
  expect(toSvg(bars('url(http://example.org/x.svg#a)'))).not.toContain('example.org')
})

test('a font that would close its element stops the picture', () => {
  const option = { textStyle: { fontFamily: 'x"><script>alert(1)</script>' } }
  expect(() => toSvg(bars('red', option))).toThrow('the element script')
})

test('colours and links of a layout are checked', () => {
  expect(() => toSvg({ ...trend, background: 'red"/><script>' })).toThrow('#rrggbb')
  expect(() => toSvg({ ...trend, link: 'javascript:alert(1)' })).toThrow('no address')
  const linked = read(toSvg({ ...trend, link: 'https://youju.example.cn/a?b=1&c="2"' }))
  expect(linked.elements.find(({ name }) => name === 'a')?.attributes).toEqual({
    href: 'https://youju.example.cn/a?b=1&c="2"',
  })
})
